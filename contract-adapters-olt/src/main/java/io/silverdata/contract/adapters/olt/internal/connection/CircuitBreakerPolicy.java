package io.silverdata.contract.adapters.olt.internal.connection;

import java.time.Duration;

/**
 * When an OLT that does not answer is left alone.
 *
 * @param failures after how many operations in a row without an answer, at least 1
 * @param openFor how long it is left alone
 */
public record CircuitBreakerPolicy(int failures, Duration openFor) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming both values
     */
    public CircuitBreakerPolicy {
        if (failures < 1 || openFor.isNegative()) {
            throw new IllegalArgumentException(
                    "failures must be at least 1 and openFor not negative: " + failures + ", " + openFor);
        }
    }
}
