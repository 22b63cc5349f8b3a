package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An add-on of a contract.
 *
 * @param addOn what was agreed
 * @param startsAt from when on the holder has it; before the activation of a draft, it begins with the service
 * @param endsAt when it ends by itself, if it does
 * @param started whether it has begun: from then on the line carries it
 */
public record AgreedAddOn(AddOn addOn, Instant startsAt, Optional<Instant> endsAt, boolean started) {

    public AgreedAddOn {
        Objects.requireNonNull(addOn, "addOn");
        Objects.requireNonNull(startsAt, "startsAt");
        Objects.requireNonNull(endsAt, "endsAt");
    }

    /** The host's key. */
    public AddOnId id() {
        return addOn.id();
    }

    /** When time next brings something about: its start, or its end. */
    Optional<Instant> nextDueAt() {
        return started ? endsAt : Optional.of(startsAt);
    }

    AgreedAddOn begun() {
        return new AgreedAddOn(addOn, startsAt, endsAt, true);
    }

    AgreedAddOn endingAt(Optional<Instant> other) {
        return new AgreedAddOn(addOn, startsAt, other, started);
    }
}
