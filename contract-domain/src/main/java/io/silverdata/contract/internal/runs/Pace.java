package io.silverdata.contract.internal.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast something may be done: a bucket of one second's worth of permits, and of one at least, that fills at an even rate.
 * Not thread-safe.
 */
public final class Pace {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double capacity;
    private double permits;
    private Instant filledAt;

    /** A full bucket; an infinite rate is no limit. */
    public Pace(double perSecond, Instant now) {
        this.perSecond = perSecond;
        this.capacity = Math.max(1, perSecond);
        this.permits = capacity;
        this.filledAt = now;
    }

    /** When the next permit is there; empty if it is there now. */
    public Optional<Instant> notBefore(Instant now) {
        if (Double.isInfinite(perSecond)) {
            return Optional.empty();
        }
        if (now.isAfter(filledAt)) {
            permits =
                    Math.min(capacity, permits + Duration.between(filledAt, now).toNanos() / NANOS * perSecond);
            filledAt = now;
        }
        return permits >= 1
                ? Optional.empty()
                : Optional.of(filledAt.plusNanos((long) Math.ceil((1 - permits) / perSecond * NANOS)));
    }

    /** Takes a permit. */
    public void spend() {
        permits--;
    }
}
