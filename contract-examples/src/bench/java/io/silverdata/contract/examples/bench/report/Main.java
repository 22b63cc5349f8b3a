package io.silverdata.contract.examples.bench.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcReports;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.tck.ContractFixtures;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import picocli.CommandLine;

/** Runs the comparison on a PostgreSQL of its own, and prints its tables in Markdown. */
@CommandLine.Command(
        name = "contract-examples-bench-report",
        mixinStandardHelpOptions = true,
        description =
                "Measures figures beside SQL over the event log, and the billing feed beside COPY, on PostgreSQL.")
public final class Main implements Callable<Integer> {
    private static final YearMonth BEGIN = YearMonth.of(2023, 1);

    @CommandLine.Option(names = "--sign-ups", defaultValue = "3000", description = "in each month, default 3000")
    private int signUps;

    @CommandLine.Option(names = "--months", split = ",", defaultValue = "12,36", description = "lengths of history")
    private int[] lengths = {};

    @CommandLine.Option(names = "--rounds", defaultValue = "15", description = "of each comparison, default 15")
    private int rounds;

    private Main() {}

    /** Something that is measured. */
    @FunctionalInterface
    private interface Task {
        void run() throws Exception;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("shared_buffers", "512MB")
                        .start();
                HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
            Schema.migrate(pool);
            JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
            JdbcReports reports = storage.reports(ReportSettings.in(ContractFixtures.ZONE));
            Town town = new Town(storage);
            int month = 0;
            for (int length : lengths) {
                long before = town.events();
                long start = System.nanoTime();
                for (; month < length; month++) {
                    town.month(BEGIN.plusMonths(month), signUps);
                }
                long built = System.nanoTime();
                boolean more = true;
                while (more) {
                    more = reports.update(5_000);
                }
                line("%n### %d months, %,d contracts, %,d events", length, town.contracts(), town.events());
                line(
                        "%nwritten in %.0f s, folded into reports in %.0f s (%,.0f events/s)%n",
                        (built - start) / 1e9,
                        (System.nanoTime() - built) / 1e9,
                        (town.events() - before) * 1e9 / (System.nanoTime() - built));
                try (Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("VACUUM ANALYZE");
                    measure(reports, connection, BEGIN.plusMonths(length - 1));
                }
            }
        }
        return 0;
    }

    private void measure(JdbcReports reports, Connection connection, YearMonth month) throws Exception {
        LocalDate first = month.atDay(1);
        DayRange window = new DayRange(first, first.plusMonths(1));
        KpiReport report = reports.kpis(window, KpiOptions.defaults());
        line(
                "Ours: base %d, lost %d, %s, %s, cuts %d, reconnections %d%n",
                report.base(),
                report.churn().total(),
                report.churn().rate(ChurnBase.START),
                report.provisioning().mean(),
                report.collection().cuts(),
                report.reconnections().count());
        double ours = best(() -> reports.kpis(window, KpiOptions.defaults()));
        line("| figures of the month | ms | by all of ours |%n|---|--:|--:|");
        line("| all of ours, in one report | %.1f | 1.0 |", ours);
        for (NaiveSql naive : NaiveSql.values()) {
            String answer = naive.run(connection, micros(window.from()), micros(window.to()));
            double time = best(() -> naive.run(connection, micros(window.from()), micros(window.to())));
            line("| SQL over the event log: %s (%s) | %.1f | %.1f |", naive, answer, time, time / ours);
        }
        AtomicLong rows = new AtomicLong();
        double streamed = best(() -> {
            rows.set(0);
            reports.segments(window, segment -> rows.incrementAndGet());
        });
        double copied = best(() -> copy(connection, window));
        line("%n| billing feed of the month, %,d rows | rows/s | by COPY |%n|---|--:|--:|", rows.get());
        line("| segments | %,.0f | %.2f |", rows.get() * 1e3 / streamed, copied / streamed);
        line("| COPY of the same rows in the same order | %,.0f | 1.00 |", rows.get() * 1e3 / copied);
    }

    private static void copy(Connection connection, DayRange window) throws Exception {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY (SELECT contract_id, version, from_day, to_day, holder, plan, plan_version, price, currency,"
                                + " billing_cycle, billable, cause FROM ct_segment WHERE to_day > "
                                + window.from().toEpochDay() + " AND from_day < "
                                + window.to().toEpochDay() + " ORDER BY contract_id, from_day) TO STDOUT",
                        OutputStream.nullOutputStream());
    }

    /** The best of some rounds, in milliseconds, after two for warming up: what others do on the machine disturbs it least. */
    private double best(Task task) throws Exception {
        task.run();
        task.run();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            task.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    private static long micros(LocalDate day) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, day.atStartOfDay(ContractFixtures.ZONE).toInstant());
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
