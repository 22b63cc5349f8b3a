package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row for each command that came with a key. */
final class CommandRows implements CommandLog {
    private final JdbcUnitOfWork unitOfWork;
    private final Dialect dialect;
    private final Write.Form inserting;

    CommandRows(JdbcUnitOfWork unitOfWork, Dialect dialect, Names names) {
        this.unitOfWork = unitOfWork;
        this.dialect = dialect;
        inserting = Write.Form.insert(
                names,
                "command",
                "idempotency_key, fingerprint, contract_id, version_before, version_after, recorded_at",
                "(?, ?, ?, ?, ?, ?)");
    }

    @Override
    public Optional<CommandRecord> find(IdempotencyKey key) {
        return Optional.ofNullable(findAll(List.of(key)).get(key));
    }

    /** Those not yet asked for in this unit of work are read; whether a key is still free, its row will tell. */
    @Override
    public Map<IdempotencyKey, CommandRecord> findAll(Collection<IdempotencyKey> keys) {
        return unitOfWork.in(session -> {
            Set<String> unknown = keys.stream()
                    .filter(key -> !session.commands().containsKey(key))
                    .map(IdempotencyKey::value)
                    .collect(Collectors.toSet());
            if (unknown.size() == 1) {
                session.commands().putAll(read(session, unknown));
            } else if (!unknown.isEmpty()) {
                // a plan of when there were few commands would compare each with each
                session.planAnew();
                session.commands().putAll(read(session, unknown));
                session.keepPlans();
            }
            Map<IdempotencyKey, CommandRecord> found = new HashMap<>();
            keys.forEach(key -> session.commands()
                    .getOrDefault(key, Optional.empty())
                    .ifPresent(command -> found.put(key, command)));
            return found;
        });
    }

    private Map<IdempotencyKey, Optional<CommandRecord>> read(Session session, Set<String> keys) {
        Map<IdempotencyKey, Optional<CommandRecord>> commands = new HashMap<>();
        keys.forEach(key -> commands.put(new IdempotencyKey(key), Optional.empty()));
        session.settled()
                .query("SELECT contract_id, fingerprint, version_before, version_after, recorded_at, idempotency_key"
                        + " FROM {command} WHERE idempotency_key IN (<keys>)")
                .bindList("keys", keys)
                .map((row, context) -> new CommandRecord(
                        new IdempotencyKey(row.getString(6)),
                        row.getString(2),
                        new ContractId(dialect.key(row, 1)),
                        row.getLong(3),
                        row.getLong(4),
                        Micros.instant(row.getLong(5))))
                .forEach(command -> commands.put(command.key(), Optional.of(command)));
        return commands;
    }

    @Override
    public void append(CommandRecord command) {
        unitOfWork.in(session -> {
            session.later(Write.of(
                            inserting,
                            command.key(),
                            Kind.IDEMPOTENCY_KEY,
                            "remembering the command under key " + command.key(),
                            command.key().value(),
                            command.fingerprint(),
                            dialect.key(command.contract().value()),
                            command.versionBefore(),
                            command.versionAfter(),
                            Micros.of(command.recordedAt()))
                    .meaning("command_pk", Kind.IDEMPOTENCY_KEY));
            session.commands().put(command.key(), Optional.of(command));
            return Boolean.TRUE;
        });
    }
}
