package io.silverdata.contract.examples.benchmarks.report;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** Reads the billing segments of a month in a process of its own, which has little memory. */
final class SmallHeap {
    private static final String HEAP = "32m";

    private SmallHeap() {}

    static void run(String url) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        url))
                .inheritIO()
                .start();
        int exit = process.onExit().join().exitValue();
        if (exit != 0) {
            throw new IllegalStateException("with a heap of " + HEAP + " the process ended with " + exit);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
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
            Output.line("%nThe same %,d rows were read by a process with a heap of %s.", rows.get(), HEAP);
        }
    }
}
