package io.silverdata.contract.adapters.olt.internal.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spares an OLT that does not answer, and the callers the wait: after so many operations in a row without any answer it opens, and
 * nothing is sent for a while; then one operation tries. Safe for use by several threads.
 */
final class CircuitBreaker {
    private final Clock clock;
    private final CircuitBreakerPolicy policy;
    private int failures;
    private @Nullable Instant openUntil;

    CircuitBreaker(Clock clock, CircuitBreakerPolicy policy) {
        this.clock = clock;
        this.policy = policy;
    }

    /** Until when nothing is sent; empty if something may be. Changes nothing. */
    synchronized Optional<Instant> openUntil() {
        return Optional.ofNullable(openUntil).filter(clock.instant()::isBefore);
    }

    /**
     * Lets a caller through, or says until when nobody is. Once that time is over, one caller is let through, and the breaker stays
     * open for the others until that caller has an answer.
     */
    synchronized Optional<Instant> refuseUntil() {
        Optional<Instant> open = openUntil();
        if (open.isEmpty() && openUntil != null) {
            openUntil = clock.instant().plus(policy.openFor());
        }
        return open;
    }

    synchronized void answered() {
        failures = 0;
        openUntil = null;
    }

    synchronized void unanswered() {
        failures++;
        if (failures >= policy.failures()) {
            openUntil = clock.instant().plus(policy.openFor());
        }
    }
}
