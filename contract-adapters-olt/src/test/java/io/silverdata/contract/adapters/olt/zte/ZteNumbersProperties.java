package io.silverdata.contract.adapters.olt.zte;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

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
    void names_of_ports_are_read_in_every_form(
            @ForAll @IntRange(max = 255) int shelf,
            @ForAll @IntRange(max = 255) int slot,
            @ForAll @IntRange(max = 255) int port) {
        String numbers = shelf + "/" + slot + "/" + port;

        assertThat(Stream.of("gpon_", "gpon-olt_", "gpon_olt-", "xgpon-olt_", " GPON_")
                        .map(prefix -> PortName.parse(prefix + numbers)))
                .allSatisfy(name -> assertThat(name).contains(new PortName(shelf, slot, port)));
    }

    @Example
    void other_interfaces_are_no_pon_ports() {
        List<String> others = List.of("gei_1/4/1", "gpon-onu_1/2/3:4", "OLT-1", "xgei-1/3/1", "gpon_1/2", "");

        assertThat(others).allSatisfy(name -> assertThat(PortName.parse(name)).isEmpty());
    }

    @Property
    void c6xx_counts_phases_from_one_and_c3xx_from_zero(@ForAll @IntRange(max = 6) int code) {
        OnuState.Phase phase = ZtePhase.ofC3xx(OptionalLong.of(code));

        assertThat(ZtePhase.ofC6xx(OptionalLong.of(code + 1))).isEqualTo(phase).isNotEqualTo(OnuState.Phase.UNKNOWN);
    }

    @Property
    void no_number_breaks_the_reading_of_phases_and_causes(@ForAll @LongRange(min = Long.MIN_VALUE) long anything) {
        OptionalLong code = OptionalLong.of(anything);

        assertThat(ZtePhase.ofC3xx(code)).isNotNull();
        assertThat(ZtePhase.ofC6xx(code)).isNotNull();
        assertThat(ZtePhase.cause(code)).isNotNull();
    }
}
