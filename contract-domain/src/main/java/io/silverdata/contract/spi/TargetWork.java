package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done about one target of a contract. Each target has attempts, waits and problems of its own.
 *
 * @param dueAt when it is tried next; empty if there is nothing to try: it was done, or given up
 * @param attempts how often it was tried since it was marked, 0 or more
 * @param problem what went wrong the last time, for people; it is given up if this is present and {@code dueAt} is not
 */
public record TargetWork(Optional<Instant> dueAt, int attempts, Optional<String> problem) {

    /** Nothing is to be done. */
    public static final TargetWork NONE = new TargetWork(Optional.empty(), 0, Optional.empty());

    public TargetWork {
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(problem, "problem");
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
        return dueAt.isEmpty() && problem.isPresent();
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
