package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.VendorDriverTest;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedZteC6xx;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

class C6xxDriverTest extends VendorDriverTest {

    @Override
    protected OltDriverProvider provider() {
        return new ZteDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedZteC6xx(OLT);
    }

    @Override
    protected OnuProfiles profiles() {
        return new OnuProfiles("F660", "F660");
    }

    @Override
    protected PonPortId port(int number) {
        return new PonPortId(OLT, 1, 1, number);
    }

    @Override
    protected String sysObjectId() {
        return "1.3.6.1.4.1.3902.1082.1001.620.1.1";
    }

    @Override
    protected Optional<OpticalPower> oltReceived() {
        return Optional.of(OpticalPower.ofDbm(-23.75));
    }

    @Override
    protected OltSettings.Builder configure(OltSettings.Builder settings) {
        return settings.option("series", "c6xx");
    }
}
