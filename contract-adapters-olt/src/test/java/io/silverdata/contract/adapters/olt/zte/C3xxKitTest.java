package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedZteC3xx;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;

class C3xxKitTest extends OltDriverTck {

    @Override
    protected OltDriverProvider provider() {
        return new ZteDriverProvider();
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedZteC3xx(OLT);
    }

    @Override
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 1, 1, n);
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "F660", "F660", internet(1_100, "UP-100M"));
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(
                plan("line-home-300", "F660", "F660", internet(1_100, "UP-300M")),
                plan("triple-play", "F670L", "F670L", internet(1_300, "UP-300M").withInner(77), television()),
                plan("bare", "F660", "F660"));
    }

    @Override
    protected Optional<LinePlan> unknownPlan() {
        return Optional.of(plan("unknown", "F999", "F999", internet(1_100, "UP-100M")));
    }

    private static ServiceBinding internet(int vlan, String bandwidth) {
        return new ServiceBinding(
                1,
                Optional.of(new Vlan(100)),
                new Vlan(vlan),
                Optional.empty(),
                Optional.empty(),
                Optional.of(bandwidth));
    }

    private static ServiceBinding television() {
        return new ServiceBinding(
                2, Optional.empty(), new Vlan(200), Optional.empty(), Optional.empty(), Optional.of("UP-100M"));
    }

    private static LinePlan plan(String name, String line, String service, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, service), List.of(services));
    }
}
