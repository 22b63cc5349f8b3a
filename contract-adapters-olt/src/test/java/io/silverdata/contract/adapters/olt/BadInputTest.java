package io.silverdata.contract.adapters.olt;

import static io.silverdata.contract.testkit.ContractFixtures.lineService;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltFault.Kind;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedRaisecom;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.spi.DeviceOutcome;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is wrong is told with OLT, operation, object and the device's own error, and leaves nothing half configured. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {
    private static final OltSettings.Timing QUICK = new OltSettings.Timing(
            Duration.ofMillis(200), 0, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final Oid SERIALS = Oid.parse("1.3.6.1.4.1.2011.6.128.1.1.2.43.1.3");
    private static final Oid FOUND_SERIALS = Oid.parse("1.3.6.1.4.1.2011.6.128.1.1.2.48.1.2");

    private final SimulatedHuawei device = Lab.huawei(ponPortId(1));
    private final SimulatedOlt olt = SimulatedOlt.start(device);

    @AfterEach
    void stop() {
        olt.close();
    }

    @Test
    void wrong_credentials_are_a_fault_that_names_them() {
        assertOutcome(
                Lab.settings(olt).access(SnmpAccess.v3("stranger", SimulatedOlt.AUTH, SimulatedOlt.PRIV)),
                lineService(1),
                Kind.AUTH_FAILED,
                "usmStatsUnknownUserNames");
        assertOutcome(
                Lab.settings(olt)
                        .access(SnmpAccess.v3(SimulatedOlt.USER, Secret.of("wrong-passphrase"), SimulatedOlt.PRIV)),
                lineService(1),
                Kind.AUTH_FAILED,
                "usmStatsWrongDigests");
    }

    @Test
    void a_wrong_community_is_an_OLT_that_does_not_answer() {
        assertOutcome(
                Lab.settings(olt).access(SnmpAccess.v2c(Secret.of("guessed"))),
                lineService(1),
                Kind.UNREACHABLE,
                "no answer from 127.0.0.1");
    }

    @Test
    void a_wrong_context_is_a_fault_that_names_it() {
        SnmpAccess.V3 access = (SnmpAccess.V3) SimulatedOlt.access();

        assertOutcome(
                Lab.settings(olt).access(access.inContext("elsewhere")),
                lineService(1),
                Kind.NOT_FOUND,
                "snmpUnknownContexts");
    }

    @Test
    void an_unreachable_OLT_is_a_fault_that_names_its_address() throws SocketException {
        int nobody;
        try (DatagramSocket socket = new DatagramSocket()) {
            nobody = socket.getLocalPort();
        }

        assertOutcome(
                Lab.settings(olt).address("127.0.0.1", nobody),
                lineService(1),
                Kind.UNREACHABLE,
                "no answer from 127.0.0.1:" + nobody);
    }

    @Test
    void a_device_of_another_vendor_is_not_written_to() {
        try (SimulatedOlt raisecom = SimulatedOlt.start(new SimulatedRaisecom(oltId(1)))) {
            assertOutcome(
                    raisecom.reach(Lab.settings(olt)), lineService(1), Kind.WRONG_DEVICE, "1.3.6.1.4.1.8886.18.4.10");
            assertThat(raisecom.sets()).isEmpty();
            assertThat(raisecom.device().configured()).isEmpty();
        }
    }

    @Test
    void a_PON_port_that_does_not_exist_is_a_fault_that_names_it() {
        Line line = lineService(1).line();
        PonPortId nowhere = new PonPortId(oltId(1), 0, 17, 3);
        Line elsewhere = new Line(new PortAssignment(line.ports().splitterOutput(), nowhere), line.onu());

        assertOutcome(
                Lab.settings(olt),
                new LineService(
                        lineService(1).contract(), elsewhere, lineService(1).profile(), true),
                Kind.NOT_FOUND,
                "PON port " + nowhere);
    }

    @Test
    void a_profile_that_the_OLT_does_not_know_is_refused_with_its_own_error() {
        OltSettings.Builder settings = olt.reach(OltSettings.builder(oltId(1)).driver("huawei-smartax"))
                .plan(new LinePlan(lineService(1).profile(), new OnuProfiles("nobody-made-it", "router"), List.of()));

        try (OltGateway gateway = gateway(settings)) {
            assertThat(gateway.ensure(lineService(1))).isInstanceOfSatisfying(DeviceOutcome.Refused.class, refused -> {
                assertThat(refused.code()).isIn("CONFLICT", "INVALID_ARGUMENT");
                assertThat(refused.detail())
                        .matches(
                                "olt-1: REGISTER of 1\\.3\\.6\\.1\\.4\\.1\\.2011\\..+ failed, .+: .+\\(\\d+\\) at object .+");
            });
        }
        assertThat(device.configured()).isEmpty();
        assertThat(device.servicePorts()).isZero();
    }

    @Test
    void a_VLAN_out_of_range_is_refused_with_its_range() {
        for (int vlan : new int[] {-1, 0, 4_095, 65_535}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ServiceBinding.untagged(1, vlan))
                    .withMessage("vlan must be 1 to 4094: " + vlan);
        }
    }

    @Test
    void a_malformed_serial_number_does_not_get_as_far_as_an_OLT() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnuSerial("HWTC12"))
                .withMessageContaining("HWTC12");
    }

    @Test
    void a_malformed_serial_number_on_an_OLT_is_passed_over() {
        long ifIndex = 0xFA00_0000L;
        device.objects().put(SERIALS.append(ifIndex, 100), SnmpValue.of("short"));
        device.objects().put(FOUND_SERIALS.append(ifIndex, 1), SnmpValue.of(new byte[] {1, 2, 3}));

        try (OltGateway gateway = gateway(Lab.settings(olt))) {
            assertThat(gateway.unregistered(oltId(1))).isEmpty();
            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
        }
    }

    @Test
    void a_query_that_fails_throws_a_fault_with_every_detail() {
        try (OltGateway gateway = gateway(Lab.settings(olt))) {
            PonPortId nowhere = new PonPortId(oltId(1), 0, 17, 3);

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.port(nowhere))
                    .satisfies(fault -> {
                        assertThat(fault.olt()).isEqualTo(oltId(1));
                        assertThat(fault.operation().name()).isEqualTo("READ_PORT");
                        assertThat(fault.object()).isEqualTo("PON port " + nowhere);
                        assertThat(fault.kind()).isEqualTo(Kind.NOT_FOUND);
                    });
        }
    }

    /** Outcome, observation and dry run say the same, and the device has nothing. */
    private void assertOutcome(OltSettings.Builder settings, LineService service, Kind kind, String said) {
        try (OltGateway gateway = gateway(settings.timing(QUICK))) {
            DeviceOutcome outcome = gateway.ensure(service);

            String detail = outcome instanceof DeviceOutcome.Refused refused
                    ? refused.detail()
                    : ((DeviceOutcome.NotSent) outcome).detail();
            assertThat(detail)
                    .matches("olt-1: [A-Z_]+ of .+ failed, " + kind + ": .+")
                    .contains(said);
            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.dryRun(service))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind));
        }
        assertThat(olt.sets()).isEmpty();
        assertThat(device.configured()).isEmpty();
    }

    private static OltGateway gateway(OltSettings.Builder settings) {
        return OltGateway.builder()
                .driver(new HuaweiDriverProvider())
                .olt(settings.build())
                .build();
    }
}
