package io.silverdata.contract.adapters.olt.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a registered ONU is configured, as read from the OLT.
 *
 * @param onu which
 * @param profiles what it was registered with; empty where the OLT does not tell
 * @param enabled whether it may work
 * @param services in no particular order; empty where they are part of the profiles
 */
public record OnuConfiguration(
        OnuRef onu, Optional<OnuProfiles> profiles, boolean enabled, List<ServiceBinding> services) {

    public OnuConfiguration {
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(profiles, "profiles");
        services = List.copyOf(services);
    }
}
