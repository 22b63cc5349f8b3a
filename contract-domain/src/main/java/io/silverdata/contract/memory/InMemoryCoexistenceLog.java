package io.silverdata.contract.memory;

import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.spi.CoexistenceLog;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.List;

/** Changes by revision. */
final class InMemoryCoexistenceLog implements CoexistenceLog {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<Long, CoexistenceChange> changes;

    InMemoryCoexistenceLog(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        changes = new UndoableMap<>(undo);
    }

    @Override
    public void append(CoexistenceChange change) {
        unitOfWork.execute(() -> {
            if (changes.contains(change.revision())) {
                throw new ConflictException(
                        ConflictException.Kind.SERIALIZATION,
                        "there is a change of the coexistence of revision " + change.revision());
            }
            changes.put(change.revision(), change);
        });
    }

    @Override
    public List<CoexistenceChange> after(long revision, int max) {
        Bounds.max(max);
        return unitOfWork.call(() -> changes.entries().tailMap(revision, false).values().stream()
                .limit(max)
                .toList());
    }
}
