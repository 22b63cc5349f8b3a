package io.silverdata.contract.spi;

import io.silverdata.contract.model.PlantMoveState;
import java.util.List;
import java.util.Optional;

/** Plant moves, those that are over included. */
public interface MoveLog {

    /** The move of a name. */
    Optional<PlantMoveState> find(String name);

    /** Moves that are not over, by name. */
    List<PlantMoveState> open();

    /**
     * Keeps a move, new or changed. Its plan never changes.
     *
     * @param state as it is to be from now on; its version is one more than the one that is kept, and 1 if none is
     * @throws ConflictException with {@code SERIALIZATION} if another version is kept
     */
    void save(PlantMoveState state);
}
