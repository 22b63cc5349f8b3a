package io.silverdata.contract.adapters.olt.minimal;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.model.OltId;
import java.util.function.Function;

/** Makes minimal drivers, or others that are broken. */
final class MinimalDriverProvider implements OltDriverProvider {
    private final Function<OltId, OltDriver> drivers;

    MinimalDriverProvider() {
        this(MinimalDriver::new);
    }

    MinimalDriverProvider(Function<OltId, OltDriver> drivers) {
        this.drivers = drivers;
    }

    @Override
    public String id() {
        return "minimal-gpon";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly();
        return drivers.apply(settings.olt());
    }
}
