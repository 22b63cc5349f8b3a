package io.silverdata.contract.examples.benchmarks.report;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcReports;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.benchmarks.jdbc.PostgresPeer;
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
        Output.line("%n| folding | events | events a second |%n|---|--:|--:|");
        try (HikariDataSource pool = server.database("folding", 2)) {
            JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
            JdbcReports reports = storage.reports(FilledDatabase.SETTINGS);
            append(storage, log);
            int page = Math.min(PAGE, log.size() / PARTS);
            int pages = log.size() / page / PARTS;
            for (int part = 1; part <= PARTS; part++) {
                long begin = System.nanoTime();
                for (int done = 0; done < pages; done++) {
                    reports.update(page);
                }
                line("from nothing, part " + part + " of " + PARTS, pages * page, begin);
            }
        }
        for (int month = 1; month <= MONTHS; month++) {
            List<RecordedEvent> happened = town.month(Main.LAST.plusMonths(month), 3 * signUps);
            append(database.storage(), happened);
            long begin = System.nanoTime();
            boolean more = true;
            while (more) {
                more = database.reports().update(PAGE);
            }
            line("beside all that is there, month " + month, happened.size(), begin);
        }
    }

    private static void append(JdbcStorage storage, List<RecordedEvent> events) {
        for (int first = 0; first < events.size(); first += 500) {
            storage.events().append(events.subList(first, Math.min(first + 500, events.size())));
        }
    }

    private static void line(String what, int events, long begin) {
        Output.line("| %s | %,d | %,.0f |", what, events, events * 1e9 / (System.nanoTime() - begin));
    }
}
