package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.benchmarks.jdbc.Copies;
import io.silverdata.contract.examples.benchmarks.jdbc.PostgresPeer;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a contract costs in databases of more and more contracts: some are suspended, delivered, reconnected and delivered again, on
 * one thread, with a network in memory, so that the database is what is measured. The database grows; what is measured is the same.
 */
final class Growth {
    private static final CommandContext STAFF = CommandContext.by("bench", Trigger.ADMIN);
    private static final int BATCH = 100;

    private final PostgresPeer server;
    private final List<Integer> sizes;
    private final int each;
    private final Random random = new Random(4_711);

    Growth(PostgresPeer server, List<Integer> sizes, int each) {
        this.server = server;
        this.sizes = sizes.stream().sorted().toList();
        this.each = each;
    }

    void run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%n### %,d contracts of many suspended, reconnected, and delivered twice%n%n| contracts in the database |"
                        + " commands a second | deliveries a second | cost of a contract, times the smallest | bytes for"
                        + " each contract | seconds to fill in |%n|--:|--:|--:|--:|--:|--:|%n",
                each);
        try (HikariDataSource pool = server.database("growth", 4)) {
            Copies copies = new Copies(pool, 10_000, 64);
            copies.begin();
            double smallest = 0;
            int filled = 0;
            for (int size : sizes) {
                long begin = System.nanoTime();
                copies.add(filled, size);
                copies.settle();
                double filling = (System.nanoTime() - begin) / 1e9;
                // the first size would pay for what Java learns
                measure(pool, size, filled == 0 ? each : each / 10);
                filled = size;
                copies.settle();
                Rates rates = measure(pool, size, each);
                smallest = smallest == 0 ? rates.cost() : smallest;
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %,.0f | %,.0f | %.2f | %,d | %,.0f |%n",
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

    private Rates measure(HikariDataSource pool, int size, int max) {
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
                .mapToObj(Copies::id)
                .toList();
        List<Double> seconds = new ArrayList<>();
        seconds.add(time(() -> some.forEach(id -> contracts
                .suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message())))));
        seconds.add(time(() -> deliver(contracts, count)));
        seconds.add(time(() -> some.forEach(id -> contracts
                .liftHold(id, SuspensionReason.NON_PAYMENT, STAFF)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message())))));
        seconds.add(time(() -> deliver(contracts, count)));
        return new Rates(2 * count / (seconds.get(0) + seconds.get(2)), 2 * count / (seconds.get(1) + seconds.get(3)));
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

    private static double time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long bytes(HikariDataSource pool) throws Exception {
        return Long.parseLong(
                PostgresPeer.text(
                        pool,
                        "SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relkind = 'r' AND relname LIKE 'ct%'"));
    }
}
