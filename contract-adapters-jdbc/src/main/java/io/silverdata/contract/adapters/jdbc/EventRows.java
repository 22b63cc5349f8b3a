package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.EventMetadata;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A row for each event, and a place in the feed once somebody has read it: places are given to what is committed, so that no
 * reader ever passes one that is filled later.
 */
final class EventRows implements EventLog {
    static final String COLUMNS =
            "contract_id, version, effective_at, recorded_at, actor, cause, correlation_id, type, payload";

    private final JdbcUnitOfWork unitOfWork;
    private final Dialect dialect;
    private final Write.Form inserting;
    private final Feed feed;

    private record Placed(long position, RecordedEvent event) {}

    EventRows(JdbcUnitOfWork unitOfWork, Dialect dialect, Names names) {
        this.unitOfWork = unitOfWork;
        this.dialect = dialect;
        inserting = Write.Form.insert(names, "event", COLUMNS, "(?, ?, ?, ?, ?, ?, ?, ?, ?)");
        feed = new Feed(dialect);
    }

    @Override
    public void append(List<RecordedEvent> events) {
        unitOfWork.in(session -> {
            events.forEach(event -> session.later(insert(event)));
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
    public EventPage read(EventCursor after, int max) {
        Bounds.max(max);
        long position = Feed.position(after);
        return unitOfWork.in(session -> {
            List<Placed> page = page(session.settled(), position, max);
            if (page.size() < max && feed.number(session, end(page, position), max)) {
                page = page(session, position, max);
            }
            return new EventPage(
                    page.stream().map(Placed::event).toList(),
                    page.isEmpty() ? after : Feed.cursor(end(page, position)));
        });
    }

    private static long end(List<Placed> page, long start) {
        return page.isEmpty() ? start : page.get(page.size() - 1).position();
    }

    private List<Placed> page(Session session, long position, int max) {
        return session.query("SELECT " + COLUMNS + ", feed_position FROM {event} WHERE feed_position > :position"
                        + " ORDER BY feed_position LIMIT :max")
                .bind("position", position)
                .bind("max", max)
                .map((row, context) -> new Placed(row.getLong(10), event(dialect, row)))
                .list();
    }

    private Write insert(RecordedEvent event) {
        return Write.of(
                        inserting,
                        List.of(event.contract(), event.version()),
                        Kind.CONTRACT_VERSION,
                        "appending version " + event.version() + " of contract " + event.contract(),
                        dialect.key(event.contract().value()),
                        event.version(),
                        Micros.of(event.effectiveAt()),
                        Micros.of(event.recordedAt()),
                        event.actor().value(),
                        event.trigger().name(),
                        event.correlationId().orElse(null),
                        EventJson.type(event.event()),
                        EventJson.write(event.event()))
                .meaning("event_version", Kind.CONTRACT_VERSION);
    }

    static RecordedEvent event(Dialect dialect, ResultSet row) throws SQLException {
        return new RecordedEvent(
                new ContractId(dialect.key(row, 1)),
                row.getLong(2),
                new EventMetadata(
                        Micros.instant(row.getLong(3)),
                        Micros.instant(row.getLong(4)),
                        new Actor(row.getString(5)),
                        Trigger.valueOf(row.getString(6)),
                        Optional.ofNullable(row.getString(7))),
                EventJson.read(row.getString(8), row.getString(9)));
    }
}
