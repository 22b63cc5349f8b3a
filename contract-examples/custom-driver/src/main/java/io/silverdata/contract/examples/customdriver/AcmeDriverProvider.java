package io.silverdata.contract.examples.customdriver;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

/** Drives the GPON OLTs of Acme. Has no options. Safe for use by any number of threads. */
public final class AcmeDriverProvider implements OltDriverProvider {

    /** Makes the provider. */
    public AcmeDriverProvider() {}

    @Override
    public String id() {
        return "acme-gpon";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly();
        return new AcmeDriver(settings.olt());
    }
}
