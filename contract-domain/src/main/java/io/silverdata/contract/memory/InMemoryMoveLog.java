package io.silverdata.contract.memory;

import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.MoveLog;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.List;
import java.util.Optional;

/** Plant moves by name. */
final class InMemoryMoveLog implements MoveLog {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<String, PlantMoveState> moves;

    InMemoryMoveLog(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        moves = new UndoableMap<>(undo);
    }

    @Override
    public Optional<PlantMoveState> find(String name) {
        return unitOfWork.call(() -> moves.find(name));
    }

    @Override
    public List<PlantMoveState> open() {
        return unitOfWork.call(() -> moves.entries().values().stream()
                .filter(move -> move.stage().isOpen())
                .toList());
    }

    @Override
    public void save(PlantMoveState state) {
        unitOfWork.execute(() -> {
            String name = state.plan().name();
            long kept = moves.find(name).map(PlantMoveState::version).orElse(0L);
            if (kept != state.version() - 1) {
                throw new ConflictException(
                        ConflictException.Kind.SERIALIZATION,
                        "plant move " + name + " is at version " + kept + ", and " + state.version()
                                + " was to be kept");
            }
            moves.put(name, state);
        });
    }
}
