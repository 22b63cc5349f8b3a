package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.model.DayRange;
import java.io.OutputStream;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
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
        List<Turns<Double>> took = new Rounds<Double>()
                .with(
                        "segments",
                        round -> Timing.seconds(() -> {
                            rows.set(0);
                            database.reports().segments(window, segment -> rows.incrementAndGet());
                        }))
                .with("COPY", round -> Timing.seconds(() -> copy(window, rows)))
                .run(rounds);
        double ours = took.get(0).samples(Double::doubleValue).median();
        double copied = took.get(1).samples(Double::doubleValue).median();
        Table table = Table.begin(
                "",
                String.format(Locale.ROOT, "<billing feed of the month, %,d rows", rows.get()),
                "rows a second",
                "times COPY");
        table.row("COPY of the same rows in the same order | %,.0f | 1", rows.get() / copied);
        table.row("segments | %,.0f | %.2f", rows.get() / ours, copied / ours);
        SmallHeap.run(database.pool().getJdbcUrl());
    }

    private void copy(DayRange window, AtomicLong expected) throws Exception {
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
            if (rows != expected.get()) {
                throw new IllegalStateException("COPY gave " + rows + " rows instead of " + expected);
            }
        }
    }
}
