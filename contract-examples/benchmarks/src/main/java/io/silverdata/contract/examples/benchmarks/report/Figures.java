package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.testkit.ContractFixtures;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The figures of the last month, all in one report, beside SQL over the event log for one of them at a time. */
final class Figures {
    private final FilledDatabase database;
    private final int rounds;

    Figures(FilledDatabase database, int rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    void run() throws Exception {
        KpiReport report = database.report();
        Table.line(
                "%nOurs: base %,d, lost %,d, won back %,d, %s, cuts %,d, reconnections %,d, repeaters %,d, open %,d",
                report.base(),
                report.churn().total() + report.churn().early(),
                report.churn().wonBack(),
                report.provisioning().mean(),
                report.collection().cuts(),
                report.reconnections().count(),
                report.reconnections().repeaters(),
                report.provisioning().open());
        long from = micros(FilledDatabase.window().from());
        long to = micros(FilledDatabase.window().to());
        try (Connection connection = database.pool().getConnection()) {
            Rounds<Double> ways =
                    new Rounds<Double>().with("all of ours, in one report", round -> Timing.seconds(database::report));
            for (NaiveSql naive : NaiveSql.values()) {
                Table.line("SQL: %s: %s", naive, naive.run(connection, from, to));
                ways.with(
                        "SQL over the event log for " + naive,
                        round -> Timing.seconds(() -> naive.run(connection, from, to)));
            }
            List<Turns<Double>> took = ways.run(rounds);
            Table table = Table.begin("", "<figures of the month", "ms", "times ours");
            double ours = took.get(0).samples(Double::doubleValue).median();
            for (Turns<Double> way : took) {
                double seconds = way.samples(Double::doubleValue).median();
                table.row("%s | %.1f | %.1f", way.title(), seconds * 1e3, seconds / ours);
            }
        }
    }

    private static long micros(LocalDate day) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, day.atStartOfDay(ContractFixtures.ZONE).toInstant());
    }
}
