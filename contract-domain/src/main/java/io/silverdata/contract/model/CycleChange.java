package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A change to a plan with a billing cycle of another length, with which a new count of billing periods begins.
 *
 * @param at when it took effect
 * @param from the cycle before
 * @param to the cycle from then on
 */
public record CycleChange(Instant at, BillingCycle from, BillingCycle to) {
    public CycleChange {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
