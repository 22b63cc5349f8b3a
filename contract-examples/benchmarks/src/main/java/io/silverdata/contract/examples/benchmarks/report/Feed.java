package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.model.DayRange;
import java.io.OutputStream;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/** The billing segments of a month beside COPY of the same rows in the same order. */
final class Feed {
    private final FilledDatabase database;
    private final int rounds;

    Feed(FilledDatabase database, int rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    void run() throws Exception {
        DayRange window = FilledDatabase.window();
        AtomicLong rows = new AtomicLong();
        double[] took = Output.medians(
                rounds,
                () -> {
                    rows.set(0);
                    database.reports().segments(window, segment -> rows.incrementAndGet());
                },
                () -> copy(window, rows.get()));
        Output.line(
                "%n| billing feed of the month, %,d rows | rows a second | times COPY |%n|---|--:|--:|", rows.get());
        Output.line("| COPY of the same rows in the same order | %,.0f | 1 |", rows.get() * 1e3 / took[1]);
        Output.line("| segments | %,.0f | %.2f |", rows.get() * 1e3 / took[0], took[1] / took[0]);
        SmallHeap.run(database.pool().getJdbcUrl());
    }

    private void copy(DayRange window, long expected) throws Exception {
        try (Connection connection = database.pool().getConnection()) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT contract_id, version, from_day, to_day, holder, plan, plan_version, price,"
                                    + " currency, billing_cycle, billable, cause FROM ct_segment WHERE to_day > "
                                    + window.from().toEpochDay() + " AND from_day < "
                                    + window.to().toEpochDay() + " ORDER BY contract_id, from_day) TO STDOUT",
                            OutputStream.nullOutputStream());
            if (rows != expected) {
                throw new IllegalStateException("COPY gave " + rows + " rows instead of " + expected);
            }
        }
    }
}
