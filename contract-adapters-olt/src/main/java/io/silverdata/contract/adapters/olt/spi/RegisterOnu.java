package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.Objects;

/**
 * What an ONU is to be registered with.
 *
 * @param port where
 * @param serial which
 * @param profiles what it does
 * @param description for people: 0 to 64 printable ASCII characters; OLTs without room for it do without
 */
public record RegisterOnu(PonPortId port, OnuSerial serial, OnuProfiles profiles, String description) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public RegisterOnu {
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(profiles, "profiles");
        if (description.length() > 64 || !description.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "description must be 0 to 64 printable ASCII characters: '" + description + "'");
        }
    }
}
