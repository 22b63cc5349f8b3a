package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedVsol;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;

class VsolKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new VsolDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedVsol(OLT);
    }

    @Override
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 0, 0, n);
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "line-home-100", "line-home-100");
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(plan("line-home-300", "line-home-300", "line-home-300"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("unknown", "line-home-900", "line-home-900"));
    }

    private static LinePlan plan(String name, String line, String service, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, service), List.of(services));
    }
}
