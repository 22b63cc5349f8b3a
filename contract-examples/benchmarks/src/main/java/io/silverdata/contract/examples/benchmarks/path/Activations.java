package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Activations on OLTs that take 60 ms for a set, delivered by one worker: with an executor for the OLTs, and without. The partner is what the
 * OLTs can do by themselves.
 */
final class Activations {
    private static final Duration OLT_TAKES = Duration.ofMillis(60);
    private static final CommandContext STAFF = CommandContext.by("bench", Trigger.ADMIN);
    private static final int PER_CALL = 1_000;
    private static final int WARM_UP = 20;

    private final PostgresPeer server;
    private final int activations;
    private final int olts;

    Activations(PostgresPeer server, int activations, int olts) {
        this.server = server;
        this.activations = activations;
        this.olts = olts;
    }

    void run() throws Exception {
        double own = olts * 1e3 / OLT_TAKES.toMillis();
        Table table = Table.begin(
                String.format(Locale.ROOT, "%,d activations on %d OLTs that take %d ms for a set", activations, olts, OLT_TAKES.toMillis()),
                "worker",
                "delivered a second",
                String.format(Locale.ROOT, "times the OLTs' own rate (%.0f/s)", own));
        ExecutorService pool = Executors.newFixedThreadPool(olts);
        try {
            double together = measure("activations", Optional.of(pool));
            table.row("one, OLTs side by side | %.0f | %.2f", together, together / own);
            double alone = measure("activationsalone", Optional.empty());
            table.row("one, one OLT after the other | %.0f | %.2f", alone, alone / own);
        } finally {
            pool.shutdown();
        }
    }

    private double measure(String name, Optional<ExecutorService> executor) throws Exception {
        try (HikariDataSource database = server.database(name, olts + 2)) {
            JdbcStorage storage = JdbcStorage.builder().dataSource(database).build();
            storage.plant().install(plant());
            ContractsBuilder builder = Contracts.builder()
                    .storage(storage)
                    .customers(customer -> true)
                    .plans(new InMemoryPlans().put(ContractFixtures.plan()))
                    .radius(new InMemoryAccess())
                    .olts(new SlowOlts(OLT_TAKES))
                    .zone(ContractFixtures.ZONE);
            executor.ifPresent(builder::executor);
            Contracts contracts = builder.build();
            IntStream.range(0, WARM_UP).forEach(n -> signUp(contracts, n));
            deliver(contracts, WARM_UP);
            IntStream.range(WARM_UP, WARM_UP + activations).forEach(n -> signUp(contracts, n));
            return activations / Timing.seconds(() -> deliver(contracts, activations));
        }
    }

    /** A PON port and a splitter for each OLT. */
    private PlantLayout plant() {
        int outputs = (activations + WARM_UP) / olts + 2;
        return new PlantLayout(
                IntStream.range(0, olts).mapToObj(ContractFixtures::olt).toList(),
                IntStream.range(0, olts)
                        .mapToObj(n -> ContractFixtures.ponPort(n, outputs))
                        .toList(),
                IntStream.range(0, olts)
                        .mapToObj(n -> ContractFixtures.splitter(n, n, outputs))
                        .toList());
    }

    private void signUp(Contracts contracts, int n) {
        contracts
                .signUp(
                        new SignUp(
                                NewContract.of(
                                        ContractFixtures.customer(n),
                                        ContractFixtures.plan().id(),
                                        ContractFixtures.address(n % olts)),
                                ContractFixtures.onu(n),
                                ContractFixtures.radiusUser(n)),
                        STAFF)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }

    private static void deliver(Contracts contracts, int count) {
        int confirmed = 0;
        while (confirmed < count) {
            int now = contracts.worker().deliverPending(PER_CALL).confirmed();
            if (now == 0) {
                throw new IllegalStateException("delivered " + confirmed + " of " + count);
            }
            confirmed += now;
        }
    }
}
