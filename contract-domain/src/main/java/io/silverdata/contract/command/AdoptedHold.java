package io.silverdata.contract.command;

import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.SuspensionReason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why, how strictly and since when the service of a contract is held that is adopted. Immutable.
 *
 * @param reason the operator must have a policy for it
 * @param since since when it counts, to the microsecond; not before the draft and not after the adoption
 * @param enforcement what the network does now; the policy's choice if empty
 * @param until when it ends by itself, if the policy lets it; after the adoption
 */
public record AdoptedHold(
        SuspensionReason reason, Instant since, Optional<Enforcement> enforcement, Optional<Instant> until) {

    public AdoptedHold {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(until, "until");
    }

    /** As the operator's policy for the reason says. */
    public static AdoptedHold of(SuspensionReason reason, Instant since) {
        return new AdoptedHold(reason, since, Optional.empty(), Optional.empty());
    }

    /** The same with another enforcement. */
    public AdoptedHold enforcing(Enforcement other) {
        return new AdoptedHold(reason, since, Optional.of(other), until);
    }

    /** The same with an end. */
    public AdoptedHold until(Instant end) {
        return new AdoptedHold(reason, since, enforcement, Optional.of(end));
    }
}
