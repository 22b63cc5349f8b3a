package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedBdcom;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;

class BdcomKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new BdcomDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedBdcom(OLT);
    }

    @Override
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 0, 0, n);
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "1", "2");
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(plan("line-home-300", "3", "2"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("unknown", "9", "2"));
    }

    private static LinePlan plan(String name, String line, String service, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, service), List.of(services));
    }
}
