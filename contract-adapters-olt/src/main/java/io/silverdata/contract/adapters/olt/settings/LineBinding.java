package io.silverdata.contract.adapters.olt.settings;

import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Objects;

/**
 * What an add-on of the domain is on one OLT: the services that it binds to a line beside those of the line's plan, such as telephone or
 * television. For OLTs whose driver supports {@link io.silverdata.contract.adapters.olt.spi.Operation#BIND_SERVICE}.
 *
 * @param name the domain's name for it, {@code AddOn.binding()}
 * @param services what is bound, 1 to 8
 */
public record LineBinding(ProfileName name, List<ServiceBinding> services) {
    private static final int MAX_SERVICES = 8;

    /**
     * Checks that services do not contradict each other; they are copied.
     *
     * @throws IllegalArgumentException naming what does
     */
    public LineBinding {
        Objects.requireNonNull(name, "name");
        services = List.copyOf(services);
        if (services.isEmpty() || services.size() > MAX_SERVICES) {
            throw new IllegalArgumentException(
                    "binding " + name + ": services must be 1 to " + MAX_SERVICES + ": " + services.size());
        }
        LinePlan.checkEachAlone("binding " + name, services);
    }
}
