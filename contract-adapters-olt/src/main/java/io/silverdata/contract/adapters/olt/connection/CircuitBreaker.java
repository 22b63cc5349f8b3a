package io.silverdata.contract.adapters.olt.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spares an OLT that does not answer, and the callers the wait: after so many operations in a row without an answer it opens, and
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

    /**
     * Until when nothing may be sent; empty if something may. Once that time is over, one caller is let through, and the breaker
     * stays open for the others until that caller has an answer.
     */
    synchronized Optional<Instant> openUntil() {
        if (openUntil == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return Optional.of(openUntil);
        }
        openUntil = now.plus(policy.openFor());
        return Optional.empty();
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
