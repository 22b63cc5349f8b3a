package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row for each command that came with a key. */
public final class CommandRows implements CommandLog {
    private final Sessions sessions;
    private final Dialect dialect;
    private final WriteTemplate inserting;

    public CommandRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        this.dialect = dialect;
        inserting = WriteTemplate.insert(
                names,
                "command",
                "idempotency_key, fingerprint, contract_id, version_before, version_after, recorded_at",
                "(?, ?, ?, ?, ?, ?)");
    }

    @Override
    public Optional<CommandRecord> find(IdempotencyKey key) {
        return sessions.with(session -> {
            SeenCommands seen = SeenCommands.of(session);
            if (seen.knows(key)) {
                return seen.take(key);
            }
            Optional<CommandRecord> found = read(session, Set.of(key)).stream().findFirst();
            found.ifPresent(seen::add);
            return found;
        });
    }

    /** Reads keys ahead: each is then found once without a message. Whether a key is still free, its row will tell. */
    @Override
    public Map<IdempotencyKey, CommandRecord> findAll(Collection<IdempotencyKey> keys) {
        return sessions.with(session -> {
            SeenCommands seen = SeenCommands.of(session);
            Set<IdempotencyKey> unknown =
                    keys.stream().filter(key -> !seen.knows(key)).collect(Collectors.toSet());
            if (unknown.size() == 1) {
                seen.add(unknown, read(session, unknown));
            } else if (!unknown.isEmpty()) {
                // a plan of when there were few commands would compare each with each
                session.planAnew();
                seen.add(unknown, read(session, unknown));
                session.keepPlans();
            }
            return seen.among(keys);
        });
    }

    private List<CommandRecord> read(Session session, Set<IdempotencyKey> keys) {
        return session.flushed()
                .query("SELECT contract_id, fingerprint, version_before, version_after, recorded_at, idempotency_key"
                        + " FROM {command} WHERE idempotency_key IN (<keys>)")
                .bindList("keys", keys.stream().map(IdempotencyKey::value).toList())
                .map((row, context) -> new CommandRecord(
                        new IdempotencyKey(row.getString(6)),
                        row.getString(2),
                        ContractIds.read(dialect, row, 1),
                        row.getLong(3),
                        row.getLong(4),
                        Micros.instant(row.getLong(5))))
                .list();
    }

    @Override
    public void append(CommandRecord command) {
        sessions.with(session -> {
            session.defer(DeferredWrite.of(
                            inserting,
                            command.key(),
                            Kind.IDEMPOTENCY_KEY,
                            "remembering the command under key " + command.key(),
                            command.key().value(),
                            command.fingerprint(),
                            ContractIds.bound(dialect, command.contract()),
                            command.versionBefore(),
                            command.versionAfter(),
                            Micros.of(command.recordedAt()))
                    .meaning("command_pk", Kind.IDEMPOTENCY_KEY));
            SeenCommands.of(session).add(command);
            return Boolean.TRUE;
        });
    }
}
