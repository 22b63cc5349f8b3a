package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done about one target of a contract. Each target has attempts, waits and problems of its own.
 *
 * @param dueAt when it is tried next; empty if there is nothing to try: it was done, or given up
 * @param attempts how often it was tried since it was marked, 0 or more
 * @param problem what went wrong the last time, for people; it is given up if this is present, {@code dueAt} is not, and it is not held
 * @param heldAt the revision of {@link io.silverdata.contract.model.Coexistence} at which it was not to be told, so that it waits for another
 *     revision; 0 if it is not held. What is held has no {@code dueAt}
 */
public record TargetWork(Optional<Instant> dueAt, int attempts, Optional<String> problem, long heldAt) {

    /** Nothing is to be done. */
    public static final TargetWork NONE = new TargetWork(Optional.empty(), 0, Optional.empty());

    public TargetWork {
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(problem, "problem");
        if (heldAt < 0 || (heldAt > 0 && dueAt.isPresent())) {
            throw new IllegalArgumentException("heldAt must be 0 for what is due, else 0 or more, was " + heldAt);
        }
    }

    /** Work that is not held. */
    public TargetWork(Optional<Instant> dueAt, int attempts, Optional<String> problem) {
        this(dueAt, attempts, problem, 0);
    }

    /** To be done, and not tried yet. */
    public static TargetWork due(Instant dueAt) {
        return new TargetWork(Optional.of(dueAt), 0, Optional.empty());
    }

    /** Whether it is to be tried now. */
    public boolean isDue(Instant now) {
        return dueAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Whether it was given up. */
    public boolean isParked() {
        return dueAt.isEmpty() && problem.isPresent() && !isHeld();
    }

    /** Whether it waits until it may be told. */
    public boolean isHeld() {
        return heldAt > 0;
    }

    /** Whether nothing is left to do and nothing was given up. */
    public boolean isOver() {
        return dueAt.isEmpty() && problem.isEmpty() && !isHeld();
    }

    /**
     * The same until it may be told. No attempt is counted.
     *
     * @param revision of the coexistence that keeps it, 1 or more
     */
    public TargetWork held(long revision) {
        return new TargetWork(Optional.empty(), attempts, problem, revision);
    }

    /** The same after an attempt that failed and is repeated. */
    public TargetWork retried(Instant at, String why) {
        return new TargetWork(Optional.of(at), attempts + 1, Optional.of(why));
    }

    /** The same at a later time, through no fault of its own. */
    public TargetWork postponed(Instant at) {
        return new TargetWork(Optional.of(at), attempts, problem);
    }

    /** The same after an attempt that failed and is not repeated. */
    public TargetWork parked(String why) {
        return new TargetWork(Optional.empty(), attempts + 1, Optional.of(why));
    }
}
