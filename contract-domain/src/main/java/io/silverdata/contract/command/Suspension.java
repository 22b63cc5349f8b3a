package io.silverdata.contract.command;

import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.SuspensionReason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why, how strictly and until when a service is to be held. Immutable.
 *
 * @param reason the operator must have a policy for it
 * @param enforcement what the network does; the policy's choice if empty
 * @param until when it ends by itself, if the policy lets it
 */
public record Suspension(SuspensionReason reason, Optional<Enforcement> enforcement, Optional<Instant> until) {

    public Suspension {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(until, "until");
    }

    /** As the operator's policy for the reason says. */
    public static Suspension of(SuspensionReason reason) {
        return new Suspension(reason, Optional.empty(), Optional.empty());
    }

    /** The same with another enforcement. */
    public Suspension enforcing(Enforcement other) {
        return new Suspension(reason, Optional.of(other), until);
    }

    /** The same with an end. */
    public Suspension until(Instant end) {
        return new Suspension(reason, enforcement, Optional.of(end));
    }
}
