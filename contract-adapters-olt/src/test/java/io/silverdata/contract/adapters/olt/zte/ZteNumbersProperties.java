package io.silverdata.contract.adapters.olt.zte;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ZteNumbersProperties {

    @Property
    void a_bridge_port_is_read_as_it_is_written(
            @ForAll @IntRange(max = 15) int shelf,
            @ForAll @IntRange(max = 31) int card,
            @ForAll @IntRange(max = 7) int port,
            @ForAll @IntRange(min = 1, max = 256) int onu,
            @ForAll @IntRange(min = 1, max = 256) int gemPort) {
        BridgePort bridgePort = new BridgePort(shelf, card, port, onu, gemPort);

        assertThat(BridgePort.of(bridgePort.index())).isEqualTo(bridgePort);
    }

    @Property
    void a_bridge_port_takes_shelf_card_and_port_from_the_interface(
            @ForAll @IntRange(max = 31) int card,
            @ForAll @IntRange(max = 15) int port,
            @ForAll @IntRange(min = 1, max = 128) int onu) {
        long ifIndex = 1L << 28 | (long) card << 16 | (long) port << 8;

        if (port < 8) {
            assertThat(BridgePort.of(ifIndex, onu, 1)).contains(new BridgePort(0, card, port, onu, 1));
        } else {
            assertThat(BridgePort.of(ifIndex, onu, 1)).isEmpty();
        }
    }

    @Property
    void a_port_name_is_read_in_every_form(
            @ForAll @IntRange(max = 255) int shelf,
            @ForAll @IntRange(max = 255) int slot,
            @ForAll @IntRange(max = 255) int port) {
        String numbers = shelf + "/" + slot + "/" + port;

        assertThat(Stream.of("gpon_", "gpon-olt_", "gpon_olt-", "xgpon-olt_", " GPON_")
                        .map(prefix -> PortName.parse(prefix + numbers)))
                .allSatisfy(name -> assertThat(name).contains(new PortName(shelf, slot, port)));
    }

    @Property
    void a_port_name_with_a_number_above_255_is_none(@ForAll @IntRange(min = 256, max = 99_999) int number) {
        assertThat(Stream.of("gpon_%d/1/1", "gpon_1/%d/1", "gpon_1/1/%d")
                        .map(form -> PortName.parse(form.replace("%d", Integer.toString(number)))))
                .allSatisfy(name -> assertThat(name).isEmpty());
    }

    @Example
    void other_interfaces_are_no_pon_ports() {
        List<String> others = List.of("gei_1/4/1", "gpon-onu_1/2/3:4", "OLT-1", "xgei-1/3/1", "gpon_1/2", "");

        assertThat(others).allSatisfy(name -> assertThat(PortName.parse(name)).isEmpty());
    }

    @Property
    void a_phase_of_c6xx_has_the_number_of_the_same_phase_of_c3xx_plus_one(@ForAll @IntRange(max = 6) int code) {
        assertThat(ZtePhase.ofC6xx(code + 1)).isEqualTo(ZtePhase.ofC3xx(code)).isNotEqualTo(OnuState.Phase.UNKNOWN);
    }

    @Example
    void phases_of_c3xx_are_those_of_the_MIB() {
        assertThat(IntStream.range(0, 7).mapToObj(ZtePhase::ofC3xx))
                .containsExactly(
                        OnuState.Phase.LOGGING,
                        OnuState.Phase.LOS,
                        OnuState.Phase.SYNC_MIB,
                        OnuState.Phase.WORKING,
                        OnuState.Phase.DYING_GASP,
                        OnuState.Phase.AUTH_FAILED,
                        OnuState.Phase.OFFLINE);
    }

    @Property
    void a_phase_that_no_source_names_is_unknown(@ForAll int code) {
        assertThat(ZtePhase.ofC3xx(code) == OnuState.Phase.UNKNOWN).isEqualTo(code < 0 || code > 6);
        assertThat(ZtePhase.ofC6xx(code) == OnuState.Phase.UNKNOWN).isEqualTo(code < 1 || code > 7);
    }

    @Example
    void causes_are_those_that_public_tools_name() {
        assertThat(IntStream.range(0, 14).mapToObj(ZtePhase::cause))
                .containsExactly(
                        OnuState.DownCause.NONE,
                        OnuState.DownCause.UNKNOWN,
                        OnuState.DownCause.LOS,
                        OnuState.DownCause.LOS,
                        OnuState.DownCause.LOS,
                        OnuState.DownCause.SIGNAL_DEGRADED,
                        OnuState.DownCause.LOS,
                        OnuState.DownCause.LOS,
                        OnuState.DownCause.UNKNOWN,
                        OnuState.DownCause.POWER,
                        OnuState.DownCause.ADMIN,
                        OnuState.DownCause.ADMIN,
                        OnuState.DownCause.REBOOT,
                        OnuState.DownCause.ADMIN);
    }

    @Property
    void a_cause_that_no_source_names_is_unknown(@ForAll int code) {
        Assume.that(code < 0 || code > 13);

        assertThat(ZtePhase.cause(code)).isEqualTo(OnuState.DownCause.UNKNOWN);
    }
}
