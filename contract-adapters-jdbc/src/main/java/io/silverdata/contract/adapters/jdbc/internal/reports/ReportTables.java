package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.FeedPositions;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import java.util.List;

/** The tables of the reports as a whole: brought up to date, emptied, and asked for figures. */
public final class ReportTables {
    private static final List<String> TABLES = List.of("span", "span_total", "segment", "report_settings");

    private final Sessions sessions;
    private final FeedPositions positions;
    private final ReportSettings settings;

    /** @param settings those that the tables were begun with, or are to be */
    public ReportTables(Sessions sessions, Dialect dialect, ReportSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
        positions = new FeedPositions(dialect);
    }

    /** Folds some events, and says whether there may be more. */
    public boolean update(int max) {
        Bounds.max(max);
        long position = sessions.with(ReportUpdate::position);
        // places are given in a transaction of its own: other readers of the feed wait for that only
        sessions.with(session -> positions.number(session.flushed(), position, max));
        return sessions.with(session -> {
            session.planAnew();
            return new ReportUpdate(session, settings).run(max);
        });
    }

    /** Empties them. */
    public void forget() {
        sessions.with(session -> {
            ReportUpdate.position(session);
            TABLES.forEach(
                    table -> session.update("DELETE FROM {" + table + "}").execute());
            return session.update("UPDATE {latch} SET position = 0 WHERE name = 'report'")
                    .execute();
        });
    }

    /** Figures of a window. */
    public KpiReport kpis(DayRange window, KpiOptions options) {
        return sessions.with(session -> {
            // the questions are several statements; nothing is to change in between
            ReportUpdate.position(session);
            session.planAnew();
            return new Kpis(new SpanAnswers(session), settings).report(window, options);
        });
    }
}
