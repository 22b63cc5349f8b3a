package io.silverdata.contract.internal.runs;

import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.spi.QueueDepth;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds a run to its limits. Not thread-safe. */
final class Limiter {
    private static final Duration QUEUE_CHECK = Duration.ofSeconds(1);

    private final RunLimits limits;
    private final RunParts parts;
    private final Pace pace;

    Limiter(RunLimits limits, RunParts parts) {
        this.limits = limits;
        this.parts = parts;
        this.pace = new Pace(limits.perSecond(), parts.now());
    }

    /** How many contracts may be touched where so many are live. */
    static long allowed(RunLimits limits, long live) {
        return limits.maxShare() == 1
                ? limits.maxContracts()
                : Math.min(limits.maxContracts(), (long) Math.floor(live * limits.maxShare()));
    }

    /** When to ask again, if more is undelivered than may be. */
    Optional<Instant> queueTooLong() {
        if (limits.maxUndelivered() == Long.MAX_VALUE) {
            return Optional.empty();
        }
        Instant now = parts.now();
        QueueDepth depth = parts.storage().work().depth(now);
        return depth.due() + depth.waiting() + depth.leased() > limits.maxUndelivered()
                ? Optional.of(now.plus(QUEUE_CHECK))
                : Optional.empty();
    }

    /** When the next contract may be touched; empty if it may be now. */
    Optional<Instant> notBefore() {
        return pace.notBefore(parts.now());
    }

    /** Counts one contract. */
    void spend() {
        pace.spend();
    }
}
