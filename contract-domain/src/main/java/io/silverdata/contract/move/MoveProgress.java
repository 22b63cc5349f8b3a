package io.silverdata.contract.move;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a plant move has come.
 *
 * @param state what to do next
 * @param outcomes how many turns ended in each way since this run was made; ways in which none ended are left out
 * @param undelivered contracts of the move whose OLT has not confirmed yet, or has refused; 0 unless {@code state} says that nobody
 *     has a turn left
 * @param resumeAt when to call again, if it has to wait for its time
 */
public record MoveProgress(
        State state, Map<MoveItem.Outcome, Long> outcomes, long undelivered, Optional<Instant> resumeAt) {

    /** What a caller does next. */
    public enum State {
        /** There is more: call again. */
        MORE,
        /** The time of the move has not come: call again then. */
        WAITING,
        /** Somebody paused it: call again once it is resumed. */
        PAUSED,
        /**
         * Every contract is as it is to be while its splitter is where it is. Deliver; when {@code undelivered} is 0, splice a splitter and say
         * so, then call again.
         */
        AWAITING_SPLICE,
        /** Contracts refused, or could not be read: settle them, then make another run of the move. */
        BLOCKED,
        /** All are where they are to be. What is still to be told to OLTs is delivered as always. */
        FINISHED
    }

    public MoveProgress {
        Objects.requireNonNull(state, "state");
        outcomes = Map.copyOf(outcomes);
        Objects.requireNonNull(resumeAt, "resumeAt");
    }

    /** How many turns ended in a way since this run was made. */
    public long count(MoveItem.Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
