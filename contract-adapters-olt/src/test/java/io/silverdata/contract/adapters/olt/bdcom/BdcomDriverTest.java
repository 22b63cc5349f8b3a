package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.VendorDriverTest;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedBdcom;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

class BdcomDriverTest extends VendorDriverTest {

    @Override
    protected OltDriverProvider provider() {
        return new BdcomDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedBdcom(OLT);
    }

    @Override
    protected OnuProfiles profiles() {
        return new OnuProfiles("1", "2");
    }

    @Override
    protected PonPortId port(int number) {
        return new PonPortId(OLT, 0, 0, number);
    }

    @Override
    protected String sysObjectId() {
        return "1.3.6.1.4.1.3320.1.390.0";
    }

    @Override
    protected Optional<OpticalPower> oltReceived() {
        return Optional.of(OpticalPower.ofDbm(-23.7));
    }
}
