package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.io.OutputStream;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/** A dry run over all live contracts, beside COPY of their rows twice: it counts first, and looks at each then. */
final class DunningDryRun {
    private static final int PAGE = 1_000;
    private static final int PERCENT_OVERDUE = 30;
    private static final int LONGEST = 69;
    private static final Money BILL = Money.of("25", "USD");

    private final FilledDatabase database;

    DunningDryRun(FilledDatabase database) {
        this.database = database;
    }

    void run() throws Exception {
        // the first Monday after the last month, in the morning
        Instant now = FilledDatabase.LAST
                .plusMonths(1)
                .atDay(1)
                .atTime(10, 0)
                .atZone(ContractFixtures.ZONE)
                .toInstant();
        DunningPolicy policy = DunningPolicy.laddered(5, 10, 70, CutCalendar.workdays(ContractFixtures.ZONE));
        Contracts contracts = Contracts.builder()
                .storage(database.storage())
                .customers(new InMemoryCustomers())
                .plans(new InMemoryPlans())
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .debts(new Books(policy, now))
                .dunning(policy)
                .clock(Clock.fixed(now, ContractFixtures.ZONE))
                .zone(ContractFixtures.ZONE)
                .build();
        DunningRun run = contracts.runs().dunning(Selection.live(), true, RunLimits.none());
        double ours = Timing.seconds(() -> finish(run));
        AtomicLong rows = new AtomicLong();
        double copied = Timing.seconds(() -> rows.set(copy() + copy()));
        Table table =
                Table.begin("", "<dry run of dunning: " + run.preview().count(), "contracts a second", "times COPY");
        table.row("COPY of the rows of all live contracts, twice | %,.0f | 1", rows.get() / 2.0 / copied);
        table.row("dunning, dry | %,.0f | %.3f", rows.get() / 2.0 / ours, copied / ours);
    }

    private static void finish(DunningRun run) {
        RunState state;
        do {
            state = run.advance(PAGE, item -> {}).state();
        } while (state != RunState.FINISHED);
    }

    private long copy() throws Exception {
        try (Connection connection = database.pool().getConnection()) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT contract_id, snapshot FROM ct_contract WHERE status IN ('ACTIVE', 'SUSPENDED')"
                                    + " ORDER BY contract_id) TO STDOUT",
                            OutputStream.nullOutputStream());
        }
    }

    /** Of each hundred some owe a bill, for any number of days; which ones follows from their identity. */
    private record Books(DunningPolicy policy, Instant now) implements DebtLedger {
        @Override
        public Optional<Money> debt(ContractId contract) {
            return Optional.empty();
        }

        @Override
        public Optional<DunningFacts> dunningFacts(ContractId contract) {
            int hash = Math.floorMod(contract.value().hashCode() * 0x9E3779B1, 100 * LONGEST);
            return Optional.of(
                    hash % 100 < PERCENT_OVERDUE
                            ? DunningFacts.overdue(
                                    BILL, policy.calendar().day(now).minusDays(1 + hash / 100), now)
                            : DunningFacts.nothingOverdue(Money.of("0", "USD"), now));
        }
    }
}
