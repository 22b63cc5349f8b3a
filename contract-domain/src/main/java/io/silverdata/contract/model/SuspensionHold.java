package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One reason that keeps a service from its subscriber, from when, how strictly, and until when.
 *
 * @param policy the policy of the reason when the hold was placed
 * @param enforcement what the network does, at first or since the last change
 * @param placedAt since when it counts
 * @param until when it ends by itself, if it does
 */
public record SuspensionHold(
        SuspensionPolicy policy, Enforcement enforcement, Instant placedAt, Optional<Instant> until) {

    public SuspensionHold {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(placedAt, "placedAt");
        Objects.requireNonNull(until, "until");
    }

    /** Why the service is held. */
    public SuspensionReason reason() {
        return policy.reason();
    }

    /** How much of the price is owed under it, as it is now. */
    public Billability billability() {
        return policy.billability().at(enforcement);
    }

    /** Whether a trigger may lift this hold at a time: the policy's lifters always, the schedule at the end. */
    public boolean mayBeLiftedBy(Trigger trigger, Instant at) {
        return trigger == Trigger.SCHEDULE
                ? until.filter(end -> !end.isAfter(at)).isPresent()
                : policy.lifters().contains(trigger);
    }

    SuspensionHold withEnforcement(Enforcement other) {
        return new SuspensionHold(policy, other, placedAt, until);
    }
}
