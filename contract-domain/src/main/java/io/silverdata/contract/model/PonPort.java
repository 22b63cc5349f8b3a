package io.silverdata.contract.model;

import com.google.common.collect.Sets;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A PON port and what it can carry.
 *
 * @param id where it is
 * @param technologies what it speaks, at least one
 * @param subscriberLimit how many ONUs it serves at most, 1 to 256 (GPON: 128 by standard, often 64 by plan)
 * @param transmitPower of its optics at the lower end of their class (G.984.2: class B+ from +1.5 dBm, C+ from +3 dBm), if
 *     known
 * @param state whether it is in service
 */
public record PonPort(
        PonPortId id,
        Set<Technology> technologies,
        int subscriberLimit,
        Optional<OpticalPower> transmitPower,
        ServiceState state) {

    /**
     * Checks the ranges; the set is copied.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public PonPort {
        Objects.requireNonNull(id, "id");
        technologies = Collections.unmodifiableSet(Sets.newEnumSet(technologies, Technology.class));
        if (technologies.isEmpty()) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("technologies", "", "at least one technology").message());
        }
        Rule.range("subscriberLimit", subscriberLimit, 1, 256);
        Objects.requireNonNull(transmitPower, "transmitPower");
        Objects.requireNonNull(state, "state");
    }
}
