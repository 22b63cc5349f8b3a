package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

/** Drives BDCOM GP36xx. Has no options. Safe for use by any number of threads. */
public final class BdcomDriverProvider implements OltDriverProvider {

    /** Makes the provider. */
    public BdcomDriverProvider() {}

    @Override
    public String id() {
        return "bdcom-gpon";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly();
        return new BdcomDriver(settings.olt());
    }
}
