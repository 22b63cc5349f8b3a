package io.silverdata.contract.adapters.olt.settings;

import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Objects;

/**
 * What a line profile of the domain is on one OLT: the OLT's own profiles, and the services to bind. The profiles themselves are
 * the operator's design and must exist on the OLT.
 *
 * @param profile the domain's name for it, {@code PlanSnapshot.lineProfile()}
 * @param profiles what the ONU is registered with
 * @param services what is bound to it, at most 8; empty where the profiles say it all
 */
public record LinePlan(ProfileName profile, OnuProfiles profiles, List<ServiceBinding> services) {
    private static final int MAX_SERVICES = 8;

    /**
     * Checks that services do not contradict each other; they are copied.
     *
     * @throws IllegalArgumentException naming what does
     */
    public LinePlan {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(profiles, "profiles");
        services = List.copyOf(services);
        if (services.size() > MAX_SERVICES) {
            throw new IllegalArgumentException(
                    "profile " + profile + ": services must be at most " + MAX_SERVICES + ": " + services.size());
        }
        checkEachAlone("profile " + profile, services);
    }

    static void checkEachAlone(String where, List<ServiceBinding> services) {
        for (int i = 0; i < services.size(); i++) {
            checkAlone(where, services.get(i), services.subList(i + 1, services.size()));
        }
    }

    private static void checkAlone(String where, ServiceBinding service, List<ServiceBinding> others) {
        if (others.stream().anyMatch(service::sameFrames)) {
            throw new IllegalArgumentException(where + ": two services for the same frames, gemPort "
                    + service.gemPort() + " and user VLAN "
                    + service.user().map(Object::toString).orElse("untagged"));
        }
    }
}
