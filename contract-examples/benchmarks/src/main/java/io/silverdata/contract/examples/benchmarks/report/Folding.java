package io.silverdata.contract.examples.benchmarks.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcReports;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.model.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/** Folding: a long catch-up from nothing, its beginning beside its end; and more months beside many contracts. */
final class Folding {
    private static final int PAGE = 5_000;
    private static final int PARTS = 6;
    private static final int MONTHS = 3;

    private final PostgresPeer server;
    private final FilledDatabase database;
    private final Town town;
    private final int signUps;

    Folding(PostgresPeer server, FilledDatabase database, Town town, int signUps) {
        this.server = server;
        this.database = database;
        this.town = town;
        this.signUps = signUps;
    }

    void run() throws Exception {
        List<RecordedEvent> log = new ArrayList<>();
        town.lives().forEach(life -> log.addAll(life.events()));
        log.sort((one, other) -> one.recordedAt().compareTo(other.recordedAt()));
        Table table = Table.begin("", "<folding", "events", "events a second");
        try (HikariDataSource pool = server.database("folding", 2)) {
            JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
            JdbcReports reports = storage.reports(FilledDatabase.SETTINGS);
            append(storage, log);
            int page = Math.min(PAGE, log.size() / PARTS);
            int pages = log.size() / page / PARTS;
            int events = pages * page;
            for (int part = 1; part <= PARTS; part++) {
                double rate = Timing.perSecond(events, () -> {
                    for (int done = 0; done < pages; done++) {
                        reports.update(page);
                    }
                });
                table.row("from nothing, part %d of %d | %,d | %,.0f", part, PARTS, events, rate);
            }
        }
        for (int month = 1; month <= MONTHS; month++) {
            List<RecordedEvent> happened = town.month(FilledDatabase.LAST.plusMonths(month), 3 * signUps);
            append(database.storage(), happened);
            double rate = Timing.perSecond(happened.size(), () -> foldAll(database.reports()));
            table.row("beside all that is there, month %d | %,d | %,.0f", month, happened.size(), rate);
        }
    }

    private static void append(JdbcStorage storage, List<RecordedEvent> events) {
        for (int first = 0; first < events.size(); first += 500) {
            storage.events().append(events.subList(first, Math.min(first + 500, events.size())));
        }
    }

    private static void foldAll(JdbcReports reports) {
        boolean more;
        do {
            more = reports.update(PAGE);
        } while (more);
    }
}
