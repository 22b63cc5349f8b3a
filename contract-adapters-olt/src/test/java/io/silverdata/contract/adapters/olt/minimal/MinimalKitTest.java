package io.silverdata.contract.adapters.olt.minimal;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;

class MinimalKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new MinimalDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedMinimalOlt(OLT);
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "home-100");
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(plan("line-home-300", "home-300"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("line-unknown", "home-900"));
    }

    @Override
    protected int onusPerPort() {
        return 32;
    }

    private static LinePlan plan(String name, String line) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, "router"), List.of());
    }
}
