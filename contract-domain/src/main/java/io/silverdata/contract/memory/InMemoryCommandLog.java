package io.silverdata.contract.memory;

import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.Optional;

/** Commands by key. */
final class InMemoryCommandLog implements CommandLog {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<IdempotencyKey, CommandRecord> commands;

    InMemoryCommandLog(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        commands = new UndoableMap<>(undo);
    }

    @Override
    public Optional<CommandRecord> find(IdempotencyKey key) {
        return unitOfWork.call(() -> commands.find(key));
    }

    @Override
    public void append(CommandRecord command) {
        unitOfWork.execute(() -> {
            if (commands.contains(command.key())) {
                throw new ConflictException(
                        ConflictException.Kind.IDEMPOTENCY_KEY, "key " + command.key() + " is taken");
            }
            commands.put(command.key(), command);
        });
    }
}
