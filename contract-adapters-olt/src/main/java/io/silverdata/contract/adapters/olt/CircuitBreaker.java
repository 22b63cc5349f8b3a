package io.silverdata.contract.adapters.olt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spares an OLT that does not answer, and the callers the wait: after so many operations in a row without an answer nothing is
 * sent for a while; then one operation tries. Safe for use by several threads.
 */
final class CircuitBreaker {
    private final Clock clock;
    private final int threshold;
    private final Duration rest;
    private int failures;
    private @Nullable Instant openUntil;

    CircuitBreaker(Clock clock, int threshold, Duration rest) {
        this.clock = clock;
        this.threshold = threshold;
        this.rest = rest;
    }

    /** Until when nothing may be sent; empty if something may. Whoever may after a rest lets nobody follow until it is heard. */
    synchronized Optional<Instant> closedUntil() {
        if (openUntil == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return Optional.of(openUntil);
        }
        openUntil = now.plus(rest);
        return Optional.empty();
    }

    synchronized void answered() {
        failures = 0;
        openUntil = null;
    }

    synchronized void silent() {
        failures++;
        if (failures >= threshold) {
            openUntil = clock.instant().plus(rest);
        }
    }
}
