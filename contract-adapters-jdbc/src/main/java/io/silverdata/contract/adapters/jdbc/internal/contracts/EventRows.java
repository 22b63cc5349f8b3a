package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.BatchUpdate;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.json.EventJson;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.EventMetadata;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.UnreadableContractException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A row for each event, and a place in the feed once somebody has read it: places are given to what is committed, so that no
 * reader ever passes one that is filled later.
 */
public final class EventRows implements EventLog {
    public static final String COLUMNS =
            "contract_id, version, effective_at, recorded_at, actor, cause, correlation_id, type, payload";

    private static final int BATCH = 500;

    private final Sessions sessions;
    private final Dialect dialect;
    private final WriteTemplate inserting;
    private final FeedPositions positions;

    private record Placed(long position, RecordedEvent event) {}

    public EventRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        this.dialect = dialect;
        inserting = WriteTemplate.insert(names, "event", COLUMNS, "(?, ?, ?, ?, ?, ?, ?, ?, ?)");
        positions = new FeedPositions(dialect);
    }

    @Override
    public void append(List<RecordedEvent> events) {
        sessions.with(session -> {
            events.forEach(event -> session.defer(insert(event)));
            return Boolean.TRUE;
        });
    }

    @Override
    public void rewrite(List<RecordedEvent> events) {
        sessions.with(session -> BatchUpdate.run(
                session.flushed(),
                BATCH,
                events,
                "UPDATE {event} SET actor = :actor, correlation_id = :correlation, payload = :payload"
                        + " WHERE contract_id = :contract AND version = :version",
                (update, event) -> update.bind("actor", event.actor().value())
                        .bind("correlation", event.correlationId().orElse(null))
                        .bind("payload", EventJson.write(event.event()))
                        .bind("contract", event.contract())
                        .bind("version", event.version())));
    }

    @Override
    public List<RecordedEvent> history(ContractId contract) {
        return sessions.with(session -> session.flushed()
                .query("SELECT " + COLUMNS + " FROM {event} WHERE contract_id = :contract ORDER BY version")
                .bind("contract", contract)
                .map((row, context) -> event(dialect, row))
                .list());
    }

    @Override
    public EventPage read(EventCursor after, int max) {
        Bounds.max(max);
        long position = FeedPositions.position(after);
        return sessions.with(session -> {
            List<Placed> page = page(session.flushed(), position, max);
            if (page.size() < max && positions.number(session, end(page, position), max)) {
                page = page(session, position, max);
            }
            return new EventPage(
                    page.stream().map(Placed::event).toList(),
                    page.isEmpty() ? after : FeedPositions.cursor(end(page, position)));
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

    private DeferredWrite insert(RecordedEvent event) {
        return DeferredWrite.of(
                        inserting,
                        List.of(event.contract(), event.version()),
                        Kind.CONTRACT_VERSION,
                        "appending version " + event.version() + " of contract " + event.contract(),
                        ContractIds.bound(dialect, event.contract()),
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

    /** An event; one that was altered by hand, or written by a newer release, is told with its contract. */
    public static RecordedEvent event(Dialect dialect, ResultSet row) throws SQLException {
        ContractId contract = ContractIds.read(dialect, row, 1);
        try {
            return event(contract, row);
        } catch (RuntimeException unreadable) {
            throw new UnreadableContractException(contract, unreadable);
        }
    }

    private static RecordedEvent event(ContractId contract, ResultSet row) throws SQLException {
        return new RecordedEvent(
                contract,
                row.getLong(2),
                new EventMetadata(
                        Micros.instant(row.getLong(3)),
                        Micros.instant(row.getLong(4)),
                        new Actor(row.getString(5)),
                        Trigger.valueOf(row.getString(6)),
                        Optional.ofNullable(row.getString(7))),
                StoredJson.event(row.getString(8), row.getString(9)));
    }
}
