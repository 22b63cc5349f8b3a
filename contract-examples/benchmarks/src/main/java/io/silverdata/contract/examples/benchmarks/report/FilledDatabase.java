package io.silverdata.contract.examples.benchmarks.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcReports;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A database with many contracts, whose report of the last month was found to be that of the fold. */
final class FilledDatabase implements AutoCloseable {
    /** The month that is asked about: the last one of every history. */
    static final YearMonth LAST = YearMonth.of(2026, 5);

    static final ReportSettings SETTINGS = ReportSettings.in(ContractFixtures.ZONE);

    private final HikariDataSource pool;
    private final JdbcStorage storage;
    private final JdbcReports reports;

    private FilledDatabase(PostgresPeer server, String name, Town town, List<RecordedEvent> happened, int copies)
            throws Exception {
        pool = server.database(name, 4);
        storage = JdbcStorage.builder().dataSource(pool).build();
        reports = storage.reports(SETTINGS);
        double seconds = Timing.seconds(() -> TownCopies.fill(pool, storage, reports, town, happened, copies));
        Table.line(
                "%n## %,d contracts, %,d events, filled in %.0f s (%,d lives, %d times each)",
                (long) town.lives().size() * copies,
                (long) happened.size() * copies,
                seconds,
                town.lives().size(),
                copies);
        Check.equal(report(), town, copies);
        Check.sample(pool, storage);
    }

    /** So many sign up within so many months, as many in each. */
    static FilledDatabase growing(PostgresPeer server, Town town, int months, int lives, int copies) throws Exception {
        List<RecordedEvent> happened = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            int signUps = lives * month / months - lives * (month - 1) / months;
            happened.addAll(town.month(LAST.minusMonths(months - month), signUps));
        }
        return new FilledDatabase(server, "many", town, happened, copies);
    }

    /** So many are there from the beginning, and whoever leaves is replaced. */
    static FilledDatabase steady(PostgresPeer server, Town town, int months, int lives, int copies) throws Exception {
        List<RecordedEvent> happened = new ArrayList<>();
        for (int month = 0; month <= months; month++) {
            YearMonth now = LAST.minusMonths(months - month);
            // a third of those that sign up are never served
            happened.addAll(town.month(now, month == 0 ? lives : (int) Math.round((lives - town.live()) / 0.65)));
        }
        return new FilledDatabase(server, "steady", town, happened, copies);
    }

    static DayRange window() {
        LocalDate first = LAST.atDay(1);
        return new DayRange(first, first.plusMonths(1));
    }

    KpiReport report() {
        return reports.kpis(window(), KpiOptions.defaults());
    }

    HikariDataSource pool() {
        return pool;
    }

    JdbcStorage storage() {
        return storage;
    }

    JdbcReports reports() {
        return reports;
    }

    static KpiReport fold(Town town) {
        return Kpis.of(town.lives().stream().map(Town.Life::events).toList(), SETTINGS)
                .report(window(), KpiOptions.defaults());
    }

    @Override
    public void close() {
        pool.close();
    }
}
