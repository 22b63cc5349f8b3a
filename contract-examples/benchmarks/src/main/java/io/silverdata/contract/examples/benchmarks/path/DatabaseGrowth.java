package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.storage.ContractCopies;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a contract costs in databases of more and more contracts: some are suspended, delivered, reconnected and delivered again, on
 * one thread, with a network in memory, so that the database is what is measured. The database grows; what is measured is the same.
 */
final class DatabaseGrowth {
    private static final CommandContext STAFF = CommandContext.by("bench", Trigger.ADMIN);
    private static final int BATCH = 100;

    private final PostgresPeer server;
    private final List<Integer> sizes;
    private final int each;
    private final Random random = new Random(4_711);

    DatabaseGrowth(PostgresPeer server, List<Integer> sizes, int each) {
        this.server = server;
        this.sizes = sizes.stream().sorted().toList();
        this.each = each;
    }

    void run() throws Exception {
        Table table = Table.begin(
                String.format(Locale.ROOT, "%,d contracts of many suspended, reconnected, and delivered twice", each),
                "contracts in the database",
                "commands a second",
                "deliveries a second",
                "cost of a contract, times the smallest",
                "bytes for each contract",
                "seconds to fill in");
        try (HikariDataSource pool = server.database("growth", 4)) {
            ContractCopies copies = new ContractCopies(pool, 10_000, 64);
            copies.begin();
            double smallest = 0;
            int filled = 0;
            for (int size : sizes) {
                int begin = filled;
                double filling = Timing.seconds(() -> {
                    copies.add(begin, size);
                    copies.settle();
                });
                filled = size;
                // the first size would pay for what Java learns
                measure(pool, size, begin == 0 ? each : each / 10);
                copies.settle();
                Rates rates = measure(pool, size, each);
                smallest = smallest == 0 ? rates.cost() : smallest;
                table.row(
                        "%,d | %,.0f | %,.0f | %.2f | %,d | %,.0f",
                        size,
                        rates.commands(),
                        rates.deliveries(),
                        rates.cost() / smallest,
                        bytes(pool) / size,
                        filling);
            }
        }
    }

    private record Rates(double commands, double deliveries) {
        /** Of a command and its delivery. */
        double cost() {
            return 1 / commands + 1 / deliveries;
        }
    }

    private Rates measure(HikariDataSource pool, int size, int max) throws Exception {
        int count = Math.min(max, size);
        Contracts contracts = Contracts.builder()
                .storage(JdbcStorage.builder().dataSource(pool).build())
                .customers(customer -> true)
                .plans(new InMemoryPlans().put(ContractFixtures.plan()).put(ContractFixtures.fasterPlan()))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .zone(ContractFixtures.ZONE)
                .build();
        List<ContractId> some = random.ints(0, size)
                .distinct()
                .limit(count)
                .mapToObj(ContractCopies::id)
                .toList();
        double commands = 0;
        double deliveries = 0;
        commands += Timing.seconds(() -> some.forEach(id -> contracts
                .suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))));
        deliveries += Timing.seconds(() -> deliver(contracts, count));
        commands += Timing.seconds(() -> some.forEach(id -> contracts
                .liftHold(id, SuspensionReason.NON_PAYMENT, STAFF)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))));
        deliveries += Timing.seconds(() -> deliver(contracts, count));
        return new Rates(2 * count / commands, 2 * count / deliveries);
    }

    private static void deliver(Contracts contracts, int count) {
        int confirmed = 0;
        while (confirmed < count) {
            int now = contracts.worker().deliverPending(BATCH).confirmed();
            if (now == 0) {
                throw new IllegalStateException("delivered " + confirmed + " of " + count);
            }
            confirmed += now;
        }
    }

    private static long bytes(HikariDataSource pool) throws Exception {
        return Long.parseLong(
                PostgresPeer.text(
                        pool,
                        "SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relkind = 'r' AND relname LIKE 'ct%'"));
    }
}
