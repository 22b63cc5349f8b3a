package io.silverdata.contract.examples.customdriver;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.Measurement;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.model.ProfileName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class AcmeKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new AcmeDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedAcme(OLT);
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "home-100", ServiceBinding.untagged(1, 1_100));
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(
                plan("line-home-300", "home-300", ServiceBinding.untagged(1, 1_300)),
                plan("line-home-200", "home-100", ServiceBinding.untagged(1, 1_200)),
                plan("line-home-no-vlan", "home-100"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("line-unknown", "nobody-made-it", ServiceBinding.untagged(1, 1_100)));
    }

    @Override
    protected Set<Measurement> measurements() {
        return EnumSet.of(Measurement.RECEIVED_POWER, Measurement.DISTANCE);
    }

    @Override
    protected int onusPerPort() {
        return 64;
    }

    private static LinePlan plan(String name, String line, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, "router"), List.of(services));
    }
}
