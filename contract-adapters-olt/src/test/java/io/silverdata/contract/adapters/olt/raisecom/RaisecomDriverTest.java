package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.VendorDriverTest;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedRaisecom;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

class RaisecomDriverTest extends VendorDriverTest {

    @Override
    protected OltDriverProvider provider() {
        return new RaisecomDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedRaisecom(OLT);
    }

    @Override
    protected OnuProfiles profiles() {
        return new OnuProfiles("1", "2");
    }

    @Override
    protected PonPortId port(int number) {
        return new PonPortId(OLT, 0, 1, number);
    }

    @Override
    protected String sysObjectId() {
        return "1.3.6.1.4.1.8886.18.4.10";
    }

    @Override
    protected Optional<OpticalPower> oltReceived() {
        return Optional.of(OpticalPower.ofDbm(-23.7));
    }
}
