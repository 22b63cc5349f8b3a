package io.silverdata.contract.adapters.olt.faulty;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.model.OltId;
import java.util.function.Function;

/** Makes drivers of the sample make, with a fault or without. */
record SampleDriverProvider(Function<OltId, OltDriver> drivers) implements OltDriverProvider {

    @Override
    public String id() {
        return "sample-gpon";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly();
        return drivers.apply(settings.olt());
    }
}
