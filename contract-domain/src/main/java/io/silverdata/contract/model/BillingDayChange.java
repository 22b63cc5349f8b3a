package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A change of the day on which billing periods begin.
 *
 * @param at when it took effect
 * @param from the day of the month before
 * @param to the day of the month from then on
 */
public record BillingDayChange(Instant at, int from, int to) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public BillingDayChange {
        Objects.requireNonNull(at, "at");
        BillingAnchor.checkBillingDay(from);
        BillingAnchor.checkBillingDay(to);
    }
}
