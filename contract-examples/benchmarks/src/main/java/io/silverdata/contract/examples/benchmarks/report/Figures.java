package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.testkit.ContractFixtures;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
        Output.line(
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
        List<Output.Task> tasks = new ArrayList<>();
        tasks.add(database::report);
        try (Connection connection = database.pool().getConnection()) {
            for (NaiveSql naive : NaiveSql.values()) {
                Output.line("SQL: %s: %s", naive, naive.run(connection, from, to));
                tasks.add(() -> naive.run(connection, from, to));
            }
            double[] took = Output.medians(rounds, tasks.toArray(Output.Task[]::new));
            Output.line("%n| figures of the month | ms | times ours |%n|---|--:|--:|");
            Output.line("| all of ours, in one report | %.1f | 1.0 |", took[0]);
            int next = 1;
            for (NaiveSql naive : NaiveSql.values()) {
                double time = took[next++];
                Output.line("| SQL over the event log for %s | %.1f | %.1f |", naive, time, time / took[0]);
            }
        }
    }

    private static long micros(LocalDate day) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, day.atStartOfDay(ContractFixtures.ZONE).toInstant());
    }
}
