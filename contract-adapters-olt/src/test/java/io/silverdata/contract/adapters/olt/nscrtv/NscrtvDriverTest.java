package io.silverdata.contract.adapters.olt.nscrtv;

import io.silverdata.contract.adapters.olt.VendorDriverTest;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedNscrtv;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

class NscrtvDriverTest extends VendorDriverTest {

    @Override
    protected OltDriverProvider provider() {
        return new NscrtvDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedNscrtv(OLT);
    }

    @Override
    protected OnuProfiles profiles() {
        return new OnuProfiles("1", "2");
    }

    @Override
    protected PonPortId port(int number) {
        return new PonPortId(OLT, 1, 0, number);
    }

    @Override
    protected String sysObjectId() {
        return "1.3.6.1.4.1.17409";
    }

    @Override
    protected Optional<OpticalPower> oltReceived() {
        return Optional.empty();
    }
}
