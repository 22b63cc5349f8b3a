package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedZteC6xx;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;

class C6xxKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new ZteDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedZteC6xx(OLT);
    }

    @Override
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 1, 1, n);
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "F660", "F660");
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(plan("line-home-300", "F670L", "F670L"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("unknown", "F999", "F999"));
    }

    @Override
    protected OltSettings.Builder configure(OltSettings.Builder settings) {
        return settings.option("series", "c6xx");
    }

    private static LinePlan plan(String name, String line, String service, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, service), List.of(services));
    }
}
