package io.silverdata.contract.model;

import java.util.Objects;

/**
 * How far a plant move is, as far as contracts and plant do not say it themselves.
 *
 * @param plan what is to be moved
 * @param stage whether it goes on, and in which direction
 * @param paused whether it does nothing until it is resumed
 * @param version 1 when it was begun, one more after each change
 */
public record PlantMoveState(PlantMove plan, Stage stage, boolean paused, long version) {

    /** Where a plant move is in its life. */
    public enum Stage {
        /** Splitters are to go to their new places. */
        FORWARD,
        /** Splitters are to be where they were. */
        BACK,
        /** Splitters and contracts are at the new places. */
        DONE,
        /** Splitters and contracts are where they were. */
        RETURNED;

        /** Whether something is still to be done. */
        public boolean isOpen() {
            return this == FORWARD || this == BACK;
        }
    }

    public PlantMoveState {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(stage, "stage");
        Rule.range("version", version, 1, Long.MAX_VALUE);
    }

    /** Of a plan that begins. */
    public static PlantMoveState begun(PlantMove plan) {
        return new PlantMoveState(plan, Stage.FORWARD, false, 1);
    }

    /** At another stage, not paused. */
    public PlantMoveState at(Stage next) {
        return new PlantMoveState(plan, next, false, version + 1);
    }

    /** Paused or not. */
    public PlantMoveState paused(boolean now) {
        return new PlantMoveState(plan, stage, now, version + 1);
    }

    /** Where a splitter is to be. */
    public SplicePoint goal(SplitterMove part) {
        return stage == Stage.FORWARD || stage == Stage.DONE ? part.to() : part.from();
    }
}
