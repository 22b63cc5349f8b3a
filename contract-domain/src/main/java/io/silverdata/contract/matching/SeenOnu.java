package io.silverdata.contract.matching;

import io.silverdata.contract.model.OnuRegistration;
import java.util.Objects;
import java.util.Optional;

/**
 * An ONU that an OLT has registered. Immutable.
 *
 * @param registration which one, and where
 * @param description what the OLT has as its description, if the host reads it; customers' names and logins stand there often
 */
public record SeenOnu(OnuRegistration registration, Optional<String> description) {

    public SeenOnu {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(description, "description");
    }

    /** One without a description, as from {@code LineInventory.registrations()}. */
    public static SeenOnu of(OnuRegistration registration) {
        return new SeenOnu(registration, Optional.empty());
    }
}
