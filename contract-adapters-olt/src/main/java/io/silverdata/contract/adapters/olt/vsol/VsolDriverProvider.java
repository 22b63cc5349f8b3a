package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

/** Drives V-SOL V1600G; every write is experimental. Has no options. Safe for use by any number of threads. */
public final class VsolDriverProvider implements OltDriverProvider {

    /** Makes the provider. */
    public VsolDriverProvider() {}

    @Override
    public String id() {
        return "vsol-gpon";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly();
        return new VsolDriver(settings.olt());
    }
}
