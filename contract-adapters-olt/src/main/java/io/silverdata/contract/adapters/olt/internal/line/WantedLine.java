package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.settings.LineBinding;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.ProfileName;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wanted of a line on one OLT: its plan, and what its add-ons bind beside it.
 *
 * @param profiles what the ONU is registered with
 * @param services what is bound to it
 */
record WantedLine(OnuProfiles profiles, List<ServiceBinding> services) {

    /**
     * What a line profile with bindings is on an OLT.
     *
     * @throws IllegalArgumentException saying why it cannot be there
     */
    static WantedLine of(OltSettings settings, ProfileName profile, List<ProfileName> bindings) {
        LinePlan plan = settings.plan(profile)
                .orElseThrow(() -> new IllegalArgumentException("profile " + profile + " is not set up for this OLT"));
        List<ServiceBinding> services = new ArrayList<>(plan.services());
        for (ProfileName name : bindings) {
            LineBinding binding = settings.binding(name)
                    .orElseThrow(() -> new IllegalArgumentException("binding " + name + " is not set up for this OLT"));
            for (ServiceBinding service : binding.services()) {
                if (services.stream().anyMatch(service::sameFrames)) {
                    throw new IllegalArgumentException(
                            "binding " + name + " is about frames that are bound already: gemPort "
                                    + service.gemPort() + " and user VLAN "
                                    + service.user().map(Object::toString).orElse("untagged"));
                }
                services.add(service);
            }
        }
        return new WantedLine(plan.profiles(), List.copyOf(services));
    }
}
