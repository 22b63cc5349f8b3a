package io.silverdata.contract.adapters.olt.faulty;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;

/** Without a fault the driver passes: whatever fails with one fails because of it. */
class SampleKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new SampleDriverProvider(SampleDriver::new);
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedSampleOlt(OLT);
    }

    @Override
    protected int onusPerPort() {
        return 16;
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "home-100", ServiceBinding.untagged(1, 1_100));
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(
                plan("line-home-300", "home-300", ServiceBinding.untagged(1, 1_300)),
                plan("line-play", "home-100", ServiceBinding.untagged(1, 1_100), ServiceBinding.tagged(2, 20, 1_200)),
                plan("line-bare", "home-100"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("line-unknown", "home-900", ServiceBinding.untagged(1, 1_100)));
    }

    private static LinePlan plan(String name, String line, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, "router"), List.of(services));
    }
}
