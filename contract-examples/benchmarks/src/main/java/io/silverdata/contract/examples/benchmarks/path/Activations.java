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
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.OrdersReport;
import io.silverdata.contract.model.OltId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.Technology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Activations on OLTs that take 60 ms for a set, delivered by one worker: with an executor for the OLTs, without, and beside one OLT that takes
 * 3 s. The partner is what the OLTs can do by themselves.
 */
final class Activations {
    private static final Duration OLT_TAKES = Duration.ofMillis(60);
    private static final Duration SLOW_OLT_TAKES = Duration.ofSeconds(3);
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
            row(table, "one, OLTs side by side", own, measure("together", Optional.of(pool), false));
            row(table, "one, one OLT after the other", own, measure("apart", Optional.empty(), false));
            double fast = own * (olts - 1) / olts;
            row(table, "one, beside an OLT that takes 3 s: the others", fast, measure("slow", Optional.of(pool), true));
        } finally {
            pool.shutdown();
        }
    }

    private static void row(Table table, String worker, double own, double rate) {
        table.row("%s | %.0f | %.2f", worker, rate, rate / own);
    }

    /** Activations a second; with a slow OLT, those of the others until their last one. */
    private double measure(String name, Optional<ExecutorService> executor, boolean isOneSlow) throws Exception {
        OltId slow = ContractFixtures.oltId(0);
        LastOrders last = new LastOrders(olt -> isOneSlow && olt.equals(slow));
        try (HikariDataSource database = server.database("activations" + name, olts + 2)) {
            JdbcStorage storage = JdbcStorage.builder().dataSource(database).build();
            storage.plant().install(plant());
            ContractsBuilder builder = Contracts.builder()
                    .storage(storage)
                    .customers(customer -> true)
                    .plans(new InMemoryPlans().put(ContractFixtures.plan()))
                    .radius(new InMemoryAccess())
                    .olts(new SlowOlts(olt -> isOneSlow && olt.equals(slow) ? SLOW_OLT_TAKES : OLT_TAKES))
                    .zone(ContractFixtures.ZONE)
                    .listener(last);
            executor.ifPresent(builder::executor);
            Contracts contracts = builder.build();
            IntStream.range(0, WARM_UP).forEach(n -> signUp(contracts, n));
            deliver(contracts, WARM_UP);
            IntStream.range(WARM_UP, WARM_UP + activations).forEach(n -> signUp(contracts, n));
            last.forget();
            long begin = System.nanoTime();
            deliver(contracts, activations);
            return last.orders() * 1e9 / (last.at() - begin);
        }
    }

    /** Counts the orders of OLTs, and says when the last was carried out. */
    private static final class LastOrders implements ContractsListener {
        private final Predicate<OltId> leftOut;
        private final AtomicLong orders = new AtomicLong();
        private volatile long at;

        LastOrders(Predicate<OltId> leftOut) {
            this.leftOut = leftOut;
        }

        @Override
        public void onOrders(OrdersReport report) {
            if (report.olt().filter(leftOut.negate()).isPresent()) {
                orders.addAndGet(report.orders());
                at = System.nanoTime();
            }
        }

        void forget() {
            orders.set(0);
        }

        long orders() {
            return orders.get();
        }

        long at() {
            return at;
        }
    }

    /** A PON port and a splitter for each OLT. */
    private PlantLayout plant() {
        int outputs = (activations + WARM_UP) / olts + 2;
        List<Olt> all = new ArrayList<>();
        List<PonPort> ponPorts = new ArrayList<>();
        List<Splitter> splitters = new ArrayList<>();
        for (int n = 0; n < olts; n++) {
            PonPortId ponPort = new PonPortId(ContractFixtures.oltId(n), 0, 1, 1);
            all.add(ContractFixtures.olt(n));
            ponPorts.add(new PonPort(
                    ponPort,
                    Set.of(Technology.GPON),
                    outputs,
                    Optional.of(OpticalPower.ofDbm(4)),
                    ServiceState.UP));
            splitters.add(new Splitter(
                    ContractFixtures.splitterId(n),
                    ponPort,
                    Optional.empty(),
                    outputs,
                    ContractFixtures.position(n),
                    Optional.of(Decibels.of(10.5)),
                    Distance.ofMetres(1_500)));
        }
        return new PlantLayout(all, ponPorts, splitters);
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
