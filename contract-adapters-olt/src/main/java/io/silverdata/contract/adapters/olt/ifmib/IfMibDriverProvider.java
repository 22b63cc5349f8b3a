package io.silverdata.contract.adapters.olt.ifmib;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

/**
 * Drivers for the PON ports of any OLT, id {@code if-mib}. A PON port is an interface of type {@code gpon(250)} whose name has
 * frame, slot and port, or slot and port of frame 0, as {@code gpon_1/2/3}.
 */
public final class IfMibDriverProvider implements OltDriverProvider {

    /** For the gateway and for {@link java.util.ServiceLoader}. */
    public IfMibDriverProvider() {}

    @Override
    public String id() {
        return "if-mib";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly();
        return new IfMibDriver(settings.olt());
    }
}
