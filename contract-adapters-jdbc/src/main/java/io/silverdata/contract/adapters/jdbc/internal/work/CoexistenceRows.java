package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.Values;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.spi.CoexistenceLog;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** A row for each change. */
public final class CoexistenceRows implements CoexistenceLog {
    private static final String SEPARATOR = "\n";

    private final Sessions sessions;
    private final WriteTemplate inserting;

    public CoexistenceRows(Sessions sessions, TableNames names) {
        this.sessions = sessions;
        inserting = WriteTemplate.insert(
                names,
                "coexistence",
                "revision, switched_at, actor, cause, reason, mode, scopes",
                "(?, ?, ?, ?, ?, ?, ?)");
    }

    @Override
    public void append(CoexistenceChange change) {
        sessions.with(session -> {
            session.defer(DeferredWrite.of(
                            inserting,
                            change.revision(),
                            Kind.SERIALIZATION,
                            "adding revision " + change.revision() + " of the coexistence",
                            change.revision(),
                            Micros.of(change.at()),
                            change.actor().value(),
                            change.trigger().name(),
                            change.reason(),
                            change.mode().name(),
                            change.scopes().stream()
                                    .map(WriteScope::toString)
                                    .sorted()
                                    .collect(Collectors.joining(SEPARATOR)))
                    .meaning("coexistence_pk", Kind.SERIALIZATION));
            return Boolean.TRUE;
        });
    }

    @Override
    public List<CoexistenceChange> after(long revision, int max) {
        Bounds.max(max);
        Values values = new Values();
        return values.ask(
                sessions,
                "SELECT revision, switched_at, actor, cause, reason, mode, scopes FROM {coexistence} WHERE revision > "
                        + values.add(revision) + " ORDER BY revision LIMIT " + values.add(max),
                CoexistenceRows::change);
    }

    private static CoexistenceChange change(ResultSet row) throws SQLException {
        return new CoexistenceChange(
                row.getLong(1),
                Micros.instant(row.getLong(2)),
                new Actor(row.getString(3)),
                Trigger.valueOf(row.getString(4)),
                row.getString(5),
                WriteMode.valueOf(row.getString(6)),
                row.getString(7)
                        .lines()
                        .map(scope ->
                                WriteScope.parse(scope).getOrElseThrow(bad -> new IllegalStateException(bad.message())))
                        .collect(Collectors.toSet()));
    }
}
