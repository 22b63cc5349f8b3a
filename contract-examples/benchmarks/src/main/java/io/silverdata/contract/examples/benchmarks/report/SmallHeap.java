package io.silverdata.contract.examples.benchmarks.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.harness.JavaProcess;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the billing segments of a month in a process of its own, which has little memory. */
final class SmallHeap {
    private static final String HEAP = "32m";

    private SmallHeap() {}

    static void run(String url) throws Exception {
        try (JavaProcess process = new JavaProcess(HEAP, SmallHeap.class, url)) {
            Table.line("%nThe same %s rows were read by a process with a heap of %s.", process.line(), HEAP);
        }
    }

    /** The process itself: prints how many rows it read. */
    public static void main(String... arguments) {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(arguments[0]);
            pool.setUsername("postgres");
            pool.setMaximumPoolSize(2);
            AtomicLong rows = new AtomicLong();
            JdbcStorage.builder()
                    .dataSource(pool)
                    .build()
                    .reports(FilledDatabase.SETTINGS)
                    .segments(FilledDatabase.window(), segment -> rows.incrementAndGet());
            System.out.println(rows);
        }
    }
}
