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

    /** Whether it has an end that is not after this time. */
    public boolean isOver(Instant at) {
        return until.filter(end -> !end.isAfter(at)).isPresent();
    }

    /** Whether a trigger may lift this hold at a time: the policy's lifters always, the schedule at the end. */
    public boolean mayBeLiftedBy(Trigger trigger, Instant at) {
        return trigger == Trigger.SCHEDULE ? isOver(at) : policy.lifters().contains(trigger);
    }

    /**
     * Whether the contract must be free of this hold before a command: a hold for the same reason before another, and what
     * the policy says about plan changes and transfers.
     *
     * @param current the plan that a plan change would replace
     */
    public boolean blocks(Command.Schedulable command, PlanSnapshot current) {
        if (command instanceof Command.Suspend suspend) {
            return suspend.policy().reason().code().equals(reason().code());
        }
        if (command instanceof Command.ChangePlan change) {
            return switch (policy.planChange()) {
                case ALLOWED -> false;
                case DOWNGRADE_ONLY -> !change.plan().isDowngradeFrom(current);
                case REFUSED -> true;
            };
        }
        return command instanceof Command.TransferOwnership transfer
                && transfer.override().isEmpty()
                && policy.blocksTransfer();
    }

    SuspensionHold withEnforcement(Enforcement other) {
        return new SuspensionHold(policy, other, placedAt, until);
    }
}
