package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.util.Optional;

/** A row for each command that came with a key. */
final class CommandRows implements CommandLog {
    private final JdbcUnitOfWork unitOfWork;
    private final Dialect dialect;
    private final Names names;

    CommandRows(JdbcUnitOfWork unitOfWork, Dialect dialect, Names names) {
        this.unitOfWork = unitOfWork;
        this.dialect = dialect;
        this.names = names;
    }

    @Override
    public Optional<CommandRecord> find(IdempotencyKey key) {
        return unitOfWork.in(session -> session.settled()
                .query("SELECT contract_id, fingerprint, version_before, version_after, recorded_at FROM {command}"
                        + " WHERE idempotency_key = :key")
                .bind("key", key.value())
                .map((row, context) -> new CommandRecord(
                        key,
                        row.getString(2),
                        new ContractId(dialect.key(row, 1)),
                        row.getLong(3),
                        row.getLong(4),
                        Micros.instant(row.getLong(5))))
                .findOne());
    }

    @Override
    public void append(CommandRecord command) {
        unitOfWork.in(session -> {
            session.later(Write.of(
                            names.sql(
                                    "INSERT INTO {command} (idempotency_key, fingerprint, contract_id, version_before,"
                                            + " version_after, recorded_at) VALUES (?, ?, ?, ?, ?, ?)"),
                            Kind.IDEMPOTENCY_KEY,
                            "remembering the command under key " + command.key(),
                            command.key().value(),
                            command.fingerprint(),
                            dialect.key(command.contract().value()),
                            command.versionBefore(),
                            command.versionAfter(),
                            Micros.of(command.recordedAt()))
                    .meaning("command_pk", Kind.IDEMPOTENCY_KEY));
            return Boolean.TRUE;
        });
    }
}
