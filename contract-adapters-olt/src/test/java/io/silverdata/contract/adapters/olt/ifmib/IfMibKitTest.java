package io.silverdata.contract.adapters.olt.ifmib;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Set;

class IfMibKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new IfMibDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedHuawei(List.of(port(1), port(2)), Set.of(), Set.of());
    }

    @Override
    protected LinePlan plan() {
        return new LinePlan(new ProfileName("line-home-100"), new OnuProfiles("any", "any"), List.of());
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of();
    }
}
