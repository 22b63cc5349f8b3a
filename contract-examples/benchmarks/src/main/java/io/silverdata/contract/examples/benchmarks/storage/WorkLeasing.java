package io.silverdata.contract.examples.benchmarks.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Due rows of work leased and done with an empty task, beside db-scheduler. */
final class WorkLeasing {
    private static final int THREADS = 4;
    private static final int LEASED = 100;

    private final PostgresPeer server;
    private final int rows;

    WorkLeasing(PostgresPeer server, int rows) {
        this.server = server;
        this.rows = rows;
    }

    void run() throws Exception {
        double peer = dbScheduler();
        Table table = Table.begin("Work of " + rows + " rows, 4 threads", "<", "a second", "times db-scheduler");
        row(table, "db-scheduler, lock-and-fetch", peer, peer);
        row(table, "ours, each done in a unit of work of its own, as deliveries are", ours(false), peer);
        row(table, "ours, those leased together done together", ours(true), peer);
    }

    private static void row(Table table, String what, double rate, double peer) {
        table.row("%s | %,.0f | %.1f", what, rate, rate / peer);
    }

    private double ours(boolean together) throws Exception {
        try (HikariDataSource pool = server.database("work", THREADS)) {
            Town town = new Town(pool);
            Set<NetworkTarget> targets = EnumSet.allOf(NetworkTarget.class);
            town.storage().unitOfWork().execute(() -> {
                for (int n = 0; n < rows; n++) {
                    town.storage().work().enqueue(ContractFixtures.contractId(n), targets, ContractFixtures.START);
                }
            });
            PostgresPeer.settle(pool);
            double rate = Timing.perSecond(
                    rows, () -> Timing.perSecondInThreads(THREADS, THREADS, thread -> work(town, together)));
            if (town.storage().work().depth(ContractFixtures.START).leased() > 0) {
                throw new IllegalStateException("rows are left");
            }
            return rate;
        }
    }

    private static void work(Town town, boolean together) {
        Instant until = ContractFixtures.START.plus(Duration.ofHours(1));
        List<WorkLease> leases = town.storage().work().lease(LEASED, "bench", ContractFixtures.START, until);
        while (!leases.isEmpty()) {
            List<WorkSettlement> done =
                    leases.stream().map(WorkSettlement::completed).toList();
            if (together) {
                town.storage().work().settle(done);
            } else {
                done.forEach(one -> town.storage().work().settle(List.of(one)));
            }
            leases = town.storage().work().lease(LEASED, "bench", ContractFixtures.START, until);
        }
    }

    private double dbScheduler() throws Exception {
        try (HikariDataSource pool = server.database("scheduler", THREADS + 4)) {
            PostgresPeer.execute(
                    pool,
                    "CREATE TABLE scheduled_tasks (task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,"
                            + " execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,"
                            + " last_success timestamptz, last_failure timestamptz, consecutive_failures int,"
                            + " last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,"
                            + " PRIMARY KEY (task_name, task_instance))",
                    "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
                    "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)",
                    "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version) SELECT 'empty',"
                            + " n::text, now(), false, 1 FROM generate_series(1, " + rows + ") n",
                    "VACUUM ANALYZE",
                    "CHECKPOINT");
            CountDownLatch left = new CountDownLatch(rows);
            OneTimeTask<Void> task = Tasks.oneTime("empty").execute((instance, context) -> left.countDown());
            Scheduler scheduler = Scheduler.create(pool, task)
                    .threads(THREADS)
                    .pollUsingLockAndFetch(4.0, 20.0)
                    .build();
            long begin = System.nanoTime();
            scheduler.start();
            try {
                left.await();
                return rows * 1e9 / (System.nanoTime() - begin);
            } finally {
                scheduler.stop();
            }
        }
    }
}
