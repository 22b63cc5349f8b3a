package io.silverdata.contract.examples.benchmarks.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import java.sql.SQLException;

/** How many pages of tables and indexes PostgreSQL looks at for something: the same on a busy machine and on a quiet one. */
final class Pages {
    private static final String LOOKED_AT = "SELECT SUM(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit, 0)"
            + " + coalesce(idx_blks_read, 0)) FROM pg_statio_user_tables WHERE relname LIKE 'ct%'";

    private Pages() {}

    static long of(HikariDataSource pool, Timing.Task task) throws Exception {
        long before = lookedAt(pool);
        task.run();
        return lookedAt(pool) - before;
    }

    private static long lookedAt(HikariDataSource pool) throws SQLException {
        // what a connection did is counted once it tells
        pool.getHikariPoolMXBean().softEvictConnections();
        return Long.parseLong(PostgresPeer.text(pool, LOOKED_AT));
    }
}
