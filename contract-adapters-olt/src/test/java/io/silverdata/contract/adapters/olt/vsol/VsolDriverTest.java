package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.VendorDriverTest;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedVsol;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

class VsolDriverTest extends VendorDriverTest {

    @Override
    protected OltDriverProvider provider() {
        return new VsolDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedVsol(OLT);
    }

    @Override
    protected OnuProfiles profiles() {
        return new OnuProfiles("line-home-100", "line-home-100");
    }

    @Override
    protected PonPortId port(int number) {
        return new PonPortId(OLT, 0, 0, number);
    }

    @Override
    protected String sysObjectId() {
        return "1.3.6.1.4.1.37950.1.1.5.10.14.2";
    }

    @Override
    protected Optional<OpticalPower> oltReceived() {
        return Optional.empty();
    }

    @Override
    protected Optional<Distance> distance() {
        return Optional.empty();
    }
}
