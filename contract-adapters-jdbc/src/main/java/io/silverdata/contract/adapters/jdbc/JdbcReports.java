package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Revision;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.RevisionPage;
import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Reports from tables that {@link #update} keeps in step with the event log. Figures of a month cost what happened in that
 * month, however long the history is; segments are read row by row in constant memory. See {@code docs/reports.md}.
 *
 * <p>Any number of processes may call any method at once: updates and figures wait for each other, segments and revisions
 * wait for nobody. The first update of a database settles zone and rules for all.
 *
 * <p>Safe for use by any number of threads. Made by {@link JdbcStorage#reports}.
 */
public final class JdbcReports implements Reports {
    private static final int FETCH = 10_000;
    private static final int CONTRACTS_PER_QUESTION = 200;

    private final DataSource dataSource;
    private final JdbcUnitOfWork unitOfWork;
    private final EventLog events;
    private final Dialect dialect;
    private final Names names;
    private final ReportSettings settings;
    private final BillingFeed feed;

    JdbcReports(
            DataSource dataSource,
            JdbcUnitOfWork unitOfWork,
            EventLog events,
            Dialect dialect,
            Names names,
            ReportSettings settings) {
        this.dataSource = dataSource;
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.dialect = dialect;
        this.names = names;
        this.settings = settings;
        feed = new BillingFeed(settings);
    }

    /**
     * {@inheritDoc}
     *
     * <p>One transaction. Some thousand events at a time are a good measure: the update after a crash begins where the last
     * one that was committed ended.
     *
     * @throws StorageException also if the tables were begun with other settings
     */
    @Override
    public boolean update(int max) {
        Bounds.max(max);
        long position = unitOfWork.in(ReportUpdate::position);
        // places are given in a transaction of its own: other readers of the feed wait for that only
        unitOfWork.in(session -> new Feed(dialect).number(session.settled(), position, max));
        return unitOfWork.in(session -> {
            session.planAnew();
            return new ReportUpdate(session, settings).run(max);
        });
    }

    /**
     * Empties the tables of the reports, so that {@link #update} begins anew, with these settings. The event log is not
     * touched. Until the updates have come to the end, figures are of a part of the past.
     */
    public void forget() {
        unitOfWork.in(session -> {
            ReportUpdate.position(session);
            for (String table : List.of("span", "span_total", "segment", "report_settings")) {
                session.update("DELETE FROM {" + table + "}").execute();
            }
            return session.update("UPDATE {latch} SET position = 0 WHERE name = 'report'")
                    .execute();
        });
    }

    @Override
    public KpiReport kpis(DayRange window, KpiOptions options) {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(options, "options");
        return unitOfWork.in(session -> {
            // the questions are several statements; nothing is to change in between
            ReportUpdate.position(session);
            session.planAnew();
            return new Kpis(new SpanAnswers(session)).report(window, options);
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>One statement on a connection of its own, which sees one moment.
     *
     * @throws IllegalStateException inside a unit of work, which may not see what others commit
     */
    @Override
    public void segments(DayRange days, Consumer<Segment> reader) {
        Objects.requireNonNull(reader, "reader");
        if (unitOfWork.isActive()) {
            throw new IllegalStateException("segments must not be called inside a unit of work");
        }
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            // PostgreSQL streams in a transaction only
            connection.setAutoCommit(false);
            try {
                stream(connection, days, reader);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException failed) {
            throw Faults.of(failed, "reading the segments of " + days);
        }
    }

    @Override
    public RevisionPage revisions(EventCursor after, int max) {
        EventPage page = events.read(after, max);
        Map<ContractId, List<RecordedEvent>> byContract = new LinkedHashMap<>();
        page.events()
                .forEach(event -> byContract
                        .computeIfAbsent(event.contract(), first -> new ArrayList<>())
                        .add(event));
        List<ContractId> contracts = List.copyOf(byContract.keySet());
        List<Revision> revisions = new ArrayList<>();
        for (int first = 0; first < contracts.size(); first += CONTRACTS_PER_QUESTION) {
            List<ContractId> part =
                    contracts.subList(first, Math.min(first + CONTRACTS_PER_QUESTION, contracts.size()));
            Map<ContractId, List<RecordedEvent>> histories =
                    unitOfWork.in(session -> ReportUpdate.histories(session, part));
            part.forEach(contract -> revisions.addAll(revisions(
                    histories.getOrDefault(contract, List.of()), byContract.getOrDefault(contract, List.of()))));
        }
        return new RevisionPage(revisions, page.end());
    }

    /** What the events of the page changed: later ones, which may be there already, are of a page to come. */
    private List<Revision> revisions(List<RecordedEvent> history, List<RecordedEvent> events) {
        long before = events.get(0).version() - 1;
        long last = events.get(events.size() - 1).version();
        return feed.revisions(history.subList(0, Math.toIntExact(last)), before);
    }

    private void stream(Connection connection, DayRange days, Consumer<Segment> reader) throws SQLException {
        String sql = "SELECT " + SegmentReader.COLUMNS + " FROM {segment} WHERE to_day > ? AND from_day < ?"
                + " ORDER BY contract_id, from_day";
        try (PreparedStatement statement = connection.prepareStatement(names.sql(sql))) {
            statement.setInt(1, Days.of(days.from()));
            statement.setInt(2, Days.of(days.to()));
            statement.setFetchSize(FETCH);
            SegmentReader segments = SegmentReader.within(dialect, days);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(segments.read(rows));
                }
            }
        }
    }
}
