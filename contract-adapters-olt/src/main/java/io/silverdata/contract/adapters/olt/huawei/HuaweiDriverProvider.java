package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

/**
 * Drivers for Huawei SmartAX OLTs, id {@code huawei-smartax}. Profiles are the names of the OLT's line and service profiles; services
 * are service ports.
 *
 * <p>Option {@code traffic}: how traffic tables are named in a plan, {@code name} (unless told otherwise) or {@code index}.
 */
public final class HuaweiDriverProvider implements OltDriverProvider {

    /** For the gateway and for {@link java.util.ServiceLoader}. */
    public HuaweiDriverProvider() {}

    @Override
    public String id() {
        return "huawei-smartax";
    }

    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly("traffic");
        return new HuaweiDriver(
                settings.olt(), TrafficTables.named(settings.option("traffic").orElse("name")));
    }
}
