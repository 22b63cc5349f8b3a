package io.silverdata.contract.examples.benchmarks.olt;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
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
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** OLTs, lines and settings of the benchmark. */
public final class OltFixture {
    /** PON ports of an OLT. */
    public static final int PORTS = 80;
    /** ONUs of a PON port. */
    public static final int ONUS_OF_A_PORT = 125;

    static final String LINE_PROFILE = "line-100";
    static final String SERVICE_PROFILE = "router";
    static final ServiceBinding SERVICE = ServiceBinding.tagged(1, 100, 1_100);
    private static final ProfileName PROFILE = ContractFixtures.plan().lineProfile();
    private static final OltSettings.Timing PATIENT = new OltSettings.Timing(
            Duration.ofSeconds(10), 1, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(5));

    private OltFixture() {}

    /** An OLT. */
    public static OltId olt(int n) {
        return new OltId("olt-" + n);
    }

    static PonPortId port(OltId olt, int n) {
        return new PonPortId(olt, 0, 1 + n / 16, n % 16);
    }

    static OnuSerial serial(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n));
    }

    static LineService service(OltId olt, int port, int n) {
        return new LineService(new ContractId(new UUID(0, n)), line(olt, port, n), PROFILE, true);
    }

    static Line line(OltId olt, int port, int n) {
        return new Line(
                new PortAssignment(new SplitterOutputId(new SplitterId("NAP-" + port), 1), port(olt, port)), serial(n));
    }

    /** A gateway to simulated OLTs, which reads so many rows at once. */
    public static OltGateway gateway(List<Integer> udpPorts, int rows) {
        OltGateway.Builder builder = OltGateway.builder().driver(new HuaweiDriverProvider());
        for (int n = 0; n < udpPorts.size(); n++) {
            builder.olt(settings(olt(n), udpPorts.get(n), rows));
        }
        return builder.build();
    }

    /** How a simulated OLT is reached. */
    private static OltSettings settings(OltId olt, int udpPort, int rows) {
        return OltSettings.builder(olt)
                .address("127.0.0.1", udpPort)
                .access(SimulatedOlt.access())
                .driver("huawei-smartax")
                .plan(new LinePlan(PROFILE, new OnuProfiles(LINE_PROFILE, SERVICE_PROFILE), List.of(SERVICE)))
                .timing(PATIENT)
                .maxRepetitions(rows)
                .neverSave()
                .build();
    }
}
