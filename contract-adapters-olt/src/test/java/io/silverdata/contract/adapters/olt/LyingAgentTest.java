package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.peer.LyingAgent;
import io.silverdata.contract.adapters.olt.peer.LyingAgent.Lie;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agents that lie: what cannot be read is never taken for absent, and one bad cell does not lose a PON port. */
class LyingAgentTest {
    private static final OltId OLT = new OltId("olt-1");
    private static final long FIRST_PORT = 0xFA00_0000L;
    private static final String GPON = "1.3.6.1.4.1.2011.6.128.1.1.2.";
    private static final String SERIAL = GPON + "43.1.3.";
    private static final int ONTS = 25;
    private static final ProfileName PROFILE = new ProfileName("line-home-100");
    private static final OltSettings.Timing QUICK = new OltSettings.Timing(
            Duration.ofMillis(150), 0, Duration.ofMillis(150), Duration.ofSeconds(20), Duration.ofSeconds(10));

    private final LyingAgent agent = huawei();

    @AfterEach
    void stop() {
        agent.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_cell_without_a_value_amid_a_walk_loses_one_row_and_says_which(Lie lie) {
        agent.lie(cell(SERIAL, 1, 5), lie);
        try (OltGateway gateway = gateway(settings())) {
            List<OnuState> states = new ArrayList<>();

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.states(port(1), EnumSet.allOf(OnuState.Detail.class), states::add))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.DEVICE_ERROR))
                    .withMessageContainingAll("could not be read", cell(SERIAL, 1, 5));

            assertThat(states)
                    .extracting(state -> state.onu().id())
                    .hasSize(ONTS - 1)
                    .doesNotContain(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_ONU_after_a_cell_without_a_value_is_found(Lie lie) {
        agent.lie(cell(SERIAL, 1, 5), lie);
        try (OltGateway gateway = gateway(settings())) {
            assertThat(gateway.observe(service(1, 20))).isEqualTo(new Observation.InSync());
            assertThat(gateway.observe(service(2, 7))).isEqualTo(new Observation.InSync());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_ONU_whose_serial_number_cannot_be_read_is_not_absent(Lie lie) {
        agent.lie(cell(SERIAL, 1, 5), lie);
        try (OltGateway gateway = gateway(settings())) {
            assertThat(gateway.observe(service(1, 5))).isInstanceOf(Observation.Unreadable.class);
            assertThat(gateway.observeRemoved(registration(1, 5))).isInstanceOf(Observation.Unreadable.class);
            assertThat(gateway.ensure(service(1, 5))).isNotInstanceOf(DeviceOutcome.Applied.class);
            assertThat(gateway.remove(registration(1, 5))).isNotInstanceOf(DeviceOutcome.Applied.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_inventory_takes_nothing_at_a_port_with_an_unreadable_row_for_absent(Lie lie) {
        agent.lie(cell(SERIAL, 1, 5), lie);
        try (OltGateway gateway = gateway(settings())) {
            LineInventory inventory = inventory(gateway);

            assertThat(inventory.registrations()).hasSize(2 * ONTS - 1);
            assertThat(inventory.observe(service(1, 5)))
                    .isInstanceOfSatisfying(
                            Observation.Unreadable.class,
                            unreadable -> assertThat(unreadable.detail()).contains(cell(SERIAL, 1, 5)));
            assertThat(inventory.observe(service(1, 6))).isEqualTo(new Observation.InSync());
            assertThat(inventory.observe(service(2, 100)))
                    .isInstanceOfSatisfying(
                            Observation.Drifted.class,
                            drifted -> assertThat(drifted.drift().kind()).isEqualTo(Drift.Kind.MISSING));
        }
    }

    @ParameterizedTest
    @EnumSource
    void several_bad_cells_are_each_named_and_lose_no_other_row(Lie lie) {
        String light = GPON + "51.1.4.";
        agent.lie(cell(SERIAL, 1, 0), lie)
                .lie(cell(SERIAL, 1, 1), lie)
                .lie(cell(light, 1, 12), lie)
                .lie(cell(SERIAL, 1, ONTS - 1), lie);
        try (OltGateway gateway = gateway(settings())) {
            List<OnuState> states = new ArrayList<>();

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.states(port(1), EnumSet.allOf(OnuState.Detail.class), states::add))
                    .withMessageContainingAll(
                            cell(SERIAL, 1, 0), cell(SERIAL, 1, 1), cell(light, 1, 12), cell(SERIAL, 1, ONTS - 1));

            assertThat(states)
                    .extracting(state -> state.onu().id())
                    .hasSize(ONTS - 4)
                    .doesNotContain(0, 1, 12, ONTS - 1)
                    .doesNotHaveDuplicates();
            assertThat(gateway.observe(service(2, 7))).isEqualTo(new Observation.InSync());
        }
    }

    @Test
    void an_agent_that_says_noSuchObject_of_a_whole_table_is_a_fault_not_an_empty_OLT() {
        try (LyingAgent bare = LyingAgent.start();
                OltGateway gateway = gateway(settings().address("127.0.0.1", bare.port()))) {
            bare.oid("1.3.6.1.2.1.1.2.0", "1.3.6.1.4.1.2011.2.123");

            assertThat(gateway.inventory(OLT)).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @Test
    void answers_too_large_for_the_path_are_asked_for_in_parts() {
        agent.loseLargerThan(1_400);
        try (OltGateway gateway = gateway(settings())) {
            assertThat(states(gateway)).hasSize(ONTS);
            int lost = agent.lost();
            assertThat(states(gateway)).hasSize(ONTS);

            assertThat(lost).isPositive();
            assertThat(agent.lost()).as("lost answers, once the size is known").isEqualTo(lost);
            assertThat(gateway.devices())
                    .extracting(DeviceState::condition)
                    .containsExactly(DeviceState.Condition.ANSWERING);
        }
    }

    @Test
    void answers_of_one_cell_only_are_enough() {
        agent.loseLargerThan(90);
        try (OltGateway gateway = gateway(settings())) {
            assertThat(states(gateway)).hasSize(ONTS);
        }
    }

    @Test
    void an_OLT_that_answers_something_does_not_rest() {
        agent.loseLargerThan(42);
        try (OltGateway gateway = gateway(settings())) {
            for (int order = 1; order <= 4; order++) {
                assertThat(gateway.observe(service(1, 1))).isInstanceOf(Observation.Unreadable.class);
            }

            assertThat(gateway.devices())
                    .extracting(DeviceState::condition)
                    .doesNotContain(DeviceState.Condition.RESTING);
        }
    }

    @Test
    void an_agent_that_walks_back_is_named_with_the_setting_that_helps() {
        agent.swap(cell(SERIAL, 1, 5), cell(SERIAL, 1, 9));
        try (OltGateway gateway = gateway(settings())) {
            assertThat(gateway.observe(service(1, 20)))
                    .isInstanceOfSatisfying(
                            Observation.Unreadable.class,
                            unreadable -> assertThat(unreadable.detail()).contains("not increasing", "UNSORTED"));
        }
        try (OltGateway gateway = gateway(settings().walkStyle(WalkStyle.UNSORTED))) {
            assertThat(states(gateway)).hasSize(ONTS);
            assertThat(gateway.observe(service(1, 5))).isEqualTo(new Observation.InSync());
        }
    }

    private static List<OnuState> states(OltGateway gateway) {
        List<OnuState> states = new ArrayList<>();
        gateway.states(port(1), EnumSet.allOf(OnuState.Detail.class), states::add);
        return states;
    }

    private static LineInventory inventory(OltGateway gateway) {
        return gateway.inventory(OLT).match(read -> read, detail -> {
            throw new AssertionError(detail);
        });
    }

    private OltSettings.Builder settings() {
        return OltSettings.builder(OLT)
                .address("127.0.0.1", agent.port())
                .access(LyingAgent.access())
                .driver("huawei-smartax")
                .timing(QUICK)
                .plan(new LinePlan(PROFILE, new OnuProfiles("line-100", "router"), List.of()));
    }

    private static OltGateway gateway(OltSettings.Builder settings) {
        return OltGateway.builder()
                .driver(new HuaweiDriverProvider())
                .circuitBreaker(2, Duration.ofMinutes(1))
                .olt(settings.build())
                .build();
    }

    private static LineService service(int port, int ont) {
        Line line = new Line(
                new PortAssignment(new SplitterOutputId(new SplitterId("NAP-1"), 1), port(port)), serial(port, ont));
        return new LineService(new ContractId(new UUID(port, ont)), line, PROFILE, true);
    }

    private static OnuRegistration registration(int port, int ont) {
        return service(port, ont).line().registration();
    }

    private static PonPortId port(int n) {
        return new PonPortId(OLT, 0, 0, n - 1);
    }

    private static OnuSerial serial(int port, int ont) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%04X%04X", port, ont));
    }

    private static String cell(String column, int port, int ont) {
        return column + ifIndex(port) + "." + ont;
    }

    private static long ifIndex(int port) {
        return FIRST_PORT + (port - 1) * 256L;
    }

    /** Two PON ports with twenty-five working ONTs each, in the shape that the MIB gives them. */
    private static LyingAgent huawei() {
        LyingAgent agent = LyingAgent.start().oid("1.3.6.1.2.1.1.2.0", "1.3.6.1.4.1.2011.2.123");
        for (int port = 1; port <= 2; port++) {
            agent.text("1.3.6.1.2.1.31.1.1.1.1." + ifIndex(port), "GPON 0/0/" + (port - 1))
                    .integer(GPON + "21.1.10." + ifIndex(port), 1)
                    .integer(GPON + "21.1.16." + ifIndex(port), ONTS);
            for (int ont = 0; ont < ONTS; ont++) {
                ont(agent, port, ont);
            }
        }
        return agent;
    }

    private static void ont(LyingAgent agent, int port, int ont) {
        agent.octets(cell(SERIAL, port, ont), SerialCodec.octets(serial(port, ont)))
                .text(cell(GPON + "43.1.7.", port, ont), "line-100")
                .text(cell(GPON + "43.1.8.", port, ont), "router")
                .integer(cell(GPON + "43.1.10.", port, ont), 1)
                .integer(cell(GPON + "46.1.1.", port, ont), 1)
                .integer(cell(GPON + "46.1.15.", port, ont), 1)
                .integer(cell(GPON + "46.1.16.", port, ont), 2)
                .integer(cell(GPON + "46.1.18.", port, ont), 2)
                .integer(cell(GPON + "46.1.20.", port, ont), 1_000 + ont)
                .integer(cell(GPON + "46.1.24.", port, ont), 13)
                .integer(cell(GPON + "51.1.3.", port, ont), 221)
                .integer(cell(GPON + "51.1.4.", port, ont), -2_104)
                .integer(cell(GPON + "51.1.6.", port, ont), 7_702);
    }
}
