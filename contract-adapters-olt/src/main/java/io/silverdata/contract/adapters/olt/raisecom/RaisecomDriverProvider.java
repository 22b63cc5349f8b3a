package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

/** Drives Raisecom ISCOM5508 and ISCOM6820 with GPON cards. Has no options. Safe for use by any number of threads. */
public final class RaisecomDriverProvider implements OltDriverProvider {

    /** Makes the provider. */
    public RaisecomDriverProvider() {}

    @Override
    public String id() {
        return "raisecom-gpon";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly();
        return new RaisecomDriver(settings.olt());
    }
}
