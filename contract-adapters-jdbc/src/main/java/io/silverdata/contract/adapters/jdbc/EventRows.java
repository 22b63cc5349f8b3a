package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row for each event, and a place in the feed once somebody has read it: places are given to what is committed, so that no
 * reader ever passes one that is filled later.
 */
final class EventRows implements EventLog {
    static final String COLUMNS =
            "contract_id, version, effective_at, recorded_at, actor, cause, correlation_id, type, payload";
    private static final int EVENTS_PER_STATEMENT = 50;

    private final JdbcUnitOfWork unitOfWork;
    private final Dialect dialect;
    private final Names names;
    private final Feed feed;

    EventRows(JdbcUnitOfWork unitOfWork, Dialect dialect, Names names) {
        this.unitOfWork = unitOfWork;
        this.dialect = dialect;
        this.names = names;
        feed = new Feed(dialect);
    }

    @Override
    public void append(List<RecordedEvent> events) {
        unitOfWork.in(session -> {
            for (int first = 0; first < events.size(); first += EVENTS_PER_STATEMENT) {
                session.later(insert(events.subList(first, Math.min(first + EVENTS_PER_STATEMENT, events.size()))));
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public List<RecordedEvent> history(ContractId contract) {
        return unitOfWork.in(session -> session.settled()
                .query("SELECT " + COLUMNS + " FROM {event} WHERE contract_id = :contract ORDER BY version")
                .bind("contract", contract)
                .map((row, context) -> event(dialect, row))
                .list());
    }

    @Override
    public EventPage read(EventCursor after, int most) {
        Bounds.most(most);
        long position = Feed.position(after);
        return unitOfWork.in(session -> {
            List<RecordedEvent> page = page(session.settled(), position, most);
            if (page.size() < most && feed.number(session, position, most)) {
                page = page(session, position, most);
            }
            return new EventPage(page, page.isEmpty() ? after : Feed.cursor(position + page.size()));
        });
    }

    /** Places have no gaps, so that a page ends as many places further on as it has events. */
    private List<RecordedEvent> page(Session session, long position, int most) {
        return session.query("SELECT " + COLUMNS + " FROM {event} WHERE feed_position > :position"
                        + " ORDER BY feed_position LIMIT :most")
                .bind("position", position)
                .bind("most", most)
                .map((row, context) -> event(dialect, row))
                .list();
    }

    private Write insert(List<RecordedEvent> events) {
        StringBuilder sql = new StringBuilder("INSERT INTO {event} (" + COLUMNS + ") VALUES ");
        List<Object> values = new ArrayList<>();
        for (RecordedEvent event : events) {
            sql.append(values.isEmpty() ? "" : ", ")
                    .append("(?, ?, ?, ?, ?, ?, ")
                    .append(event.correlationId().isPresent() ? "?" : "NULL")
                    .append(", ?, ?)");
            values.add(dialect.key(event.contract().value()));
            values.add(event.version());
            values.add(Micros.of(event.effectiveAt()));
            values.add(Micros.of(event.recordedAt()));
            values.add(event.actor().value());
            values.add(event.trigger().name());
            event.correlationId().ifPresent(values::add);
            values.add(EventJson.type(event.event()));
            values.add(EventJson.write(event.event()));
        }
        return Write.of(
                        names.sql(sql.toString()),
                        Kind.CONTRACT_VERSION,
                        "appending events of contract " + events.get(0).contract(),
                        values.toArray())
                .meaning("event_version", Kind.CONTRACT_VERSION);
    }

    static RecordedEvent event(Dialect dialect, ResultSet row) throws SQLException {
        return new RecordedEvent(
                new ContractId(dialect.key(row, 1)),
                row.getLong(2),
                Micros.instant(row.getLong(3)),
                Micros.instant(row.getLong(4)),
                new Actor(row.getString(5)),
                Trigger.valueOf(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                EventJson.read(row.getString(8), row.getString(9)));
    }
}
