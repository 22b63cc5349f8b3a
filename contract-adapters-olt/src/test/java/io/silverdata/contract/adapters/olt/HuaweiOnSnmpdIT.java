package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.peer.SnmpTools;
import io.silverdata.contract.adapters.olt.peer.SnmpUser;
import io.silverdata.contract.adapters.olt.peer.Snmpd;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.ContractFixtures;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gateway and Huawei driver against an OLT in Perl inside net-snmp's agent. net-snmp's own tools, over another user and suite, say
 * what was written.
 */
class HuaweiOnSnmpdIT {
    private static final OltId OLT = new OltId("olt-1");
    private static final String ONT = "1.3.6.1.4.1.2011.6.128.1.1.2.43.1";
    private static final String CONTROL = "1.3.6.1.4.1.2011.6.128.1.1.2.46.1";
    private static final String FLOW = "1.3.6.1.4.1.2011.5.14.5.2.1";
    private static final String FIRST_ONT = ".4194312192.0";
    private static final OnuSerial ONU = new OnuSerial("HWTC00000001");

    private Snmpd agent = Snmpd.withOlt();
    private SnmpTools tools = SnmpTools.v3(agent.port(), SnmpUser.SHA512_AES256, "");
    private OltGateway gateway = gateway(SnmpTestClient.access(SnmpUser.SHA256_AES128));

    static List<SnmpAccess> everyAccess() {
        return List.of(
                SnmpTestClient.access(SnmpUser.SHA256_AES128),
                SnmpTestClient.access(SnmpUser.SHA512_AES256),
                SnmpAccess.v2c(Secret.of(Snmpd.READ_WRITE)));
    }

    @BeforeEach
    void begins_empty() {
        assertThat(rows(ONT + ".3")).isEmpty();
    }

    @AfterEach
    void stop() {
        gateway.close();
        tools.close();
        agent.close();
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void a_line_comes_and_goes_over_every_access(SnmpAccess access) {
        gateway.close();
        gateway = gateway(access);

        assertThat(gateway.ensure(service(1, "line-home-100", true))).isInstanceOf(DeviceOutcome.Applied.class);
        assertThat(tools.get(ONT + ".3" + FIRST_ONT).hexadecimal()).isEqualTo(ONU.toHexadecimal());
        assertThat(gateway.observe(service(1, "line-home-100", true))).isInstanceOf(Observation.InSync.class);

        assertThat(gateway.remove(service(1, "line-home-100", true).line().registration()))
                .isInstanceOf(DeviceOutcome.Applied.class);
        assertThat(rows(ONT + ".3")).isEmpty();
        assertThat(rows(FLOW + ".5")).isEmpty();
    }

    @Test
    void net_snmp_reads_what_was_written() {
        gateway.ensure(service(1, "line-home-100", true));

        assertThat(text(ONT + ".7" + FIRST_ONT)).isEqualTo("line-home-100");
        assertThat(text(ONT + ".8" + FIRST_ONT)).isEqualTo("srv-home");
        assertThat(tools.get(CONTROL + ".1" + FIRST_ONT).number()).isEqualTo(1);
        assertThat(tools.get(FLOW + ".4.1").number()).isZero();
        assertThat(tools.get(FLOW + ".6.1").number()).isEqualTo(1);
        assertThat(tools.get(FLOW + ".8.1").number()).isEqualTo(1_100);
        assertThat(tools.get(FLOW + ".12.1").number()).isEqualTo(100);
    }

    @Test
    void an_order_that_is_repeated_writes_nothing() {
        LineService service = service(1, "line-home-100", true);
        gateway.ensure(service);

        assertThat(gateway.dryRun(service)).isEmpty();
        assertThat(gateway.ensure(service)).isInstanceOf(DeviceOutcome.Applied.class);
        assertThat(rows(ONT + ".3")).hasSize(1);
        assertThat(rows(FLOW + ".5")).hasSize(1);
    }

    @Test
    void a_suspended_line_stays_registered_and_does_not_work() {
        gateway.ensure(service(1, "line-home-100", true));

        assertThat(gateway.ensure(service(1, "line-home-100", false))).isInstanceOf(DeviceOutcome.Applied.class);
        assertThat(tools.get(CONTROL + ".1" + FIRST_ONT).number()).isEqualTo(2);

        assertThat(gateway.ensure(service(1, "line-home-100", true))).isInstanceOf(DeviceOutcome.Applied.class);
        assertThat(tools.get(CONTROL + ".1" + FIRST_ONT).number()).isEqualTo(1);
    }

    @Test
    void another_plan_is_another_profile_and_another_service() {
        gateway.ensure(service(1, "line-home-100", true));

        assertThat(gateway.ensure(service(1, "line-home-300", true))).isInstanceOf(DeviceOutcome.Applied.class);

        assertThat(text(ONT + ".7" + FIRST_ONT)).isEqualTo("line-home-300");
        assertThat(rows(FLOW + ".8")).extracting(SnmpTools.Reading::number).containsExactly(1_300L);
    }

    @Test
    void an_unknown_profile_leaves_nothing() {
        DeviceOutcome outcome = gateway.ensure(service(1, "unknown", true));

        assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
        assertThat(rows(ONT + ".3")).isEmpty();
        assertThat(rows(FLOW + ".5")).isEmpty();
    }

    @Test
    void a_serial_number_that_is_registered_elsewhere_is_left_there() {
        gateway.ensure(service(1, "line-home-100", true));

        assertThat(gateway.ensure(service(ONU, 1, 1, "line-home-100", true)))
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("SERIAL_ELSEWHERE"));
        assertThat(rows(ONT + ".3")).hasSize(1);
    }

    @Test
    void a_dry_run_lists_what_net_snmps_own_tool_then_writes() {
        LineService service = service(1, "bare", true);
        String[] assignments = gateway.dryRun(service).get(0).stream()
                .flatMap(object -> assignment(object.toString()).stream())
                .toArray(String[]::new);

        assertThat(rows(ONT + ".3")).isEmpty();
        assertThat(tools.set(assignments).succeeded()).isTrue();
        assertThat(gateway.observe(service)).isInstanceOf(Observation.InSync.class);
    }

    @Test
    void the_state_is_read_with_the_optics() {
        gateway.ensure(service(1, "line-home-100", true));

        OnuState state =
                gateway.state(OLT, ONU, EnumSet.allOf(OnuState.Detail.class)).orElseThrow();

        assertThat(state.oper()).isEqualTo(OnuState.Oper.ONLINE);
        assertThat(state.optics().onuReceived()).contains(new OpticalPower(-1_850));
        assertThat(state.optics().oltReceived()).contains(new OpticalPower(-2_110));
        assertThat(state.distance().orElseThrow().metres()).isEqualTo(1_234);
    }

    @Test
    void unknown_onus_ports_and_the_make_are_discovered() {
        assertThat(gateway.unregistered(OLT)).extracting(DiscoveredOnu::serial).contains(ONU);
        assertThat(gateway.ponPorts(OLT)).containsExactly(port(0), port(1));
        assertThat(gateway.propose(OLT))
                .hasEntrySatisfying(
                        new HuaweiDriverProvider().id(),
                        proposal -> assertThat(proposal.fit()).isEqualTo(Detection.Fit.YES));
        assertThatThrownBy(() -> gateway.port(port(7)))
                .isInstanceOfSatisfying(
                        OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND));
    }

    /** From {@code 1.2.3 = INTEGER: 4} to the three arguments of snmpset. */
    private static List<String> assignment(String object) {
        String[] parts = object.split(" = ", 2);
        String[] value = parts[1].split(": ", 2);
        return switch (value[0]) {
            case "INTEGER" -> List.of(parts[0], "i", value[1]);
            case "Hex-STRING" -> List.of(parts[0], "x", value[1].replace(" ", ""));
            case "STRING" -> List.of(parts[0], "s", value[1].substring(1, value[1].length() - 1));
            default -> throw new IllegalStateException(object);
        };
    }

    private String text(String oid) {
        return new String(HexFormat.of().parseHex(tools.get(oid).hexadecimal()), StandardCharsets.US_ASCII);
    }

    private List<SnmpTools.Reading> rows(String column) {
        return tools.walk(column).stream()
                .filter(reading -> reading.oid().startsWith(column + "."))
                .toList();
    }

    private OltGateway gateway(SnmpAccess access) {
        return OltGateway.builder()
                .driver(new HuaweiDriverProvider())
                .olt(OltSettings.builder(OLT)
                        .address("127.0.0.1", agent.port())
                        .access(access)
                        .driver(new HuaweiDriverProvider().id())
                        .timing(SnmpTestClient.IMPATIENT)
                        .plan(plan("line-home-100", "line-home-100", ServiceBinding.tagged(1, 100, 1_100)))
                        .plan(plan("line-home-300", "line-home-300", ServiceBinding.tagged(1, 100, 1_300)))
                        .plan(plan("bare", "line-home-100"))
                        .plan(plan("unknown", "line-nobody-knows", ServiceBinding.tagged(1, 100, 1_100)))
                        .build())
                .build();
    }

    private static LinePlan plan(String name, String line, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, "srv-home"), List.of(services));
    }

    private static LineService service(int n, String profile, boolean enabled) {
        return service(ONU, n, 0, profile, enabled);
    }

    private static LineService service(OnuSerial onu, int n, int port, String profile, boolean enabled) {
        PortAssignment ports = new PortAssignment(ContractFixtures.output(n, 1), port(port));
        return new LineService(ContractFixtures.contractId(n), new Line(ports, onu), new ProfileName(profile), enabled);
    }

    private static PonPortId port(int number) {
        return new PonPortId(OLT, 0, 1, number);
    }
}
