package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OltId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of a driver for its OLT. The gateway knows how to reach it.
 *
 * @param olt its name
 * @param options what only this driver understands, by name; no secrets
 */
public record DriverSettings(OltId olt, Map<String, String> options) {

    /** Copies the options. */
    public DriverSettings {
        Objects.requireNonNull(olt, "olt");
        options = Map.copyOf(options);
    }

    /** An OLT without options. */
    public static DriverSettings of(OltId olt) {
        return new DriverSettings(olt, Map.of());
    }

    /** The value of an option, if it is set. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * Refuses options that the driver does not have, as misspelt ones.
     *
     * @throws IllegalArgumentException naming them and those that are known
     */
    public void allowOnly(String... known) {
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "OLT " + olt + ": unknown options " + unknown + ", known are " + new TreeSet<>(Set.of(known)));
        }
    }
}
