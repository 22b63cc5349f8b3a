package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class HuaweiDriverTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new HuaweiDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedHuawei(
                List.of(port(1), port(2)), Set.of("line-100", "line-300"), Set.of("srv-router", "srv-bridge"));
    }

    @Override
    protected LinePlan plan() {
        return plan(
                "line-home-100", "line-100", ServiceBinding.tagged(1, 100, 1100).withTraffic("down-100", "up-50"));
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(
                plan(
                        "line-home-300",
                        "line-300",
                        ServiceBinding.tagged(1, 100, 1100).withTraffic("down-300", "up-150")),
                plan(
                        "triple-play",
                        "line-300",
                        ServiceBinding.tagged(1, 100, 1300).withInner(77),
                        ServiceBinding.untagged(2, 200),
                        ServiceBinding.tagged(3, 30, 300)),
                plan("bare", "line-100"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("unknown", "line-900", ServiceBinding.tagged(1, 100, 1100)));
    }

    private static LinePlan plan(String name, String line, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, "srv-router"), List.of(services));
    }
}
