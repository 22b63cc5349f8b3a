package io.silverdata.contract.examples.bench.olt;

import io.silverdata.contract.adapters.olt.LinePlan;
import io.silverdata.contract.adapters.olt.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.tck.SimulatedOlt;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterPortId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What OLTs, lines and settings of the benchmark are. */
final class Fixture {
    static final int PORTS = 80;
    static final int ONUS_OF_A_PORT = 125;
    static final String LINE_PROFILE = "line-100";
    static final String SERVICE_PROFILE = "router";
    private static final ProfileName PROFILE = new ProfileName("home-100");
    private static final OltSettings.Timing PATIENT = new OltSettings.Timing(
            Duration.ofSeconds(10), 1, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(5));

    private Fixture() {}

    static OltId olt(int n) {
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
                new PortAssignment(new SplitterPortId(new SplitterId("NAP-" + port), 1), port(olt, port)), serial(n));
    }

    static OltSettings settings(OltId olt, int udpPort, int rows) {
        return OltSettings.builder(olt)
                .address("127.0.0.1", udpPort)
                .access(SimulatedOlt.access())
                .driver("huawei-smartax")
                .plan(new LinePlan(
                        PROFILE,
                        new OnuProfiles(LINE_PROFILE, SERVICE_PROFILE),
                        List.of(ServiceBinding.tagged(1, 100, 1_100))))
                .timing(PATIENT)
                .maxRepetitions(rows)
                .neverSave()
                .build();
    }
}
