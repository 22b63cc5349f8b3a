package io.silverdata.contract.examples.customdriver;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** The life of one ONU on a simulated OLT of Acme, told as it goes. */
final class CustomDriverDemo {
    private static final OltId OLT = new OltId("olt-1");
    private static final PonPortId PORT = new PonPortId(OLT, 0, 1, 2);
    private static final OnuSerial ONU = new OnuSerial("ACME00000001");
    private static final ProfileName PROFILE = new ProfileName("line-home-100");

    private CustomDriverDemo() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        SimulatedAcme device = new SimulatedAcme(OLT);
        try (SimulatedOlt olt = SimulatedOlt.start(device);
                OltGateway gateway = OltGateway.builder()
                        .discoverDrivers(CustomDriverDemo.class.getClassLoader())
                        .olt(settings(olt))
                        .build()) {
            device.connect(PORT, ONU);
            out.println("proposed: " + gateway.propose(OLT).get("acme-gpon"));
            out.println("ports: " + gateway.ponPorts(OLT));

            gateway.dryRun(service(true)).forEach(request -> out.println("would send: " + request));
            out.println("registered: " + gateway.ensure(service(true)));
            out.println("once more: " + gateway.ensure(service(true)) + " after "
                    + olt.sets().size() + " requests");
            out.println("state: " + state(gateway));

            out.println("suspended: " + gateway.ensure(service(false)));
            out.println("state: " + state(gateway));
            out.println("resumed: " + gateway.ensure(service(true)));

            device.cutPower(ONU);
            out.println("state: " + state(gateway));
            out.println("removed: " + gateway.remove(line().registration()));
            out.println("left on the OLT: " + device.configured());
        }
    }

    private static OltSettings settings(SimulatedOlt olt) {
        return olt.reach(OltSettings.builder(OLT).driver("acme-gpon"))
                .plan(new LinePlan(
                        PROFILE, new OnuProfiles("home-100", "router"), List.of(ServiceBinding.untagged(1, 1_100))))
                .build();
    }

    private static String state(OltGateway gateway) {
        OnuState state =
                gateway.state(OLT, ONU, EnumSet.allOf(OnuState.Detail.class)).orElseThrow();
        return state.oper() + ", " + state.phase() + ", last down " + state.lastDown() + ", "
                + state.optics().onuReceived().map(Object::toString).orElse("no light");
    }

    private static LineService service(boolean enabled) {
        return new LineService(new ContractId(new UUID(0, 1)), line(), PROFILE, enabled);
    }

    private static Line line() {
        return new Line(new PortAssignment(new SplitterOutputId(new SplitterId("NAP-1"), 1), PORT), ONU);
    }
}
