package io.silverdata.contract.adapters.olt;

import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;

import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.settings.LineBinding;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.Set;

/** A Huawei OLT and a gateway for it, as most tests of the gateway need them. */
final class Lab {
    static final ProfileName VOIP = new ProfileName("VOIP");
    static final ProfileName IPTV = new ProfileName("IPTV");

    private Lab() {}

    static SimulatedHuawei huawei(PonPortId... ports) {
        return new SimulatedHuawei(List.of(ports), Set.of("line-100", "line-300"), Set.of("router"));
    }

    static OltSettings.Builder settings(SimulatedOlt olt) {
        return olt.reach(OltSettings.builder(oltId(1)).driver("huawei-smartax"))
                .plan(plan(ContractFixtures.plan().lineProfile(), "line-100", 1100))
                .plan(plan(fasterPlan().lineProfile(), "line-300", 1300))
                .binding(new LineBinding(VOIP, List.of(ServiceBinding.tagged(2, 200, 2200))))
                .binding(new LineBinding(
                        IPTV, List.of(ServiceBinding.tagged(3, 30, 300), ServiceBinding.untagged(3, 301))));
    }

    static OltGateway.Builder gateway(OltSettings.Builder settings) {
        return OltGateway.builder().driver(new HuaweiDriverProvider()).olt(settings.build());
    }

    private static LinePlan plan(ProfileName name, String line, int vlan) {
        return new LinePlan(name, new OnuProfiles(line, "router"), List.of(ServiceBinding.tagged(1, 100, vlan)));
    }
}
