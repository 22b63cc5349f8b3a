package io.silverdata.contract.adapters.olt.bdcom;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.OpticalPower;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class BdcomDecodersProperties {

    @Property
    void a_name_is_read_as_it_is_written(
            @ForAll @IntRange(max = 255) int slot,
            @ForAll @IntRange(max = 255) int port,
            @ForAll @IntRange(max = 128) int onu) {
        InterfaceName name = new InterfaceName(slot, port, onu);

        assertThat(InterfaceName.parse(name.toString())).contains(name);
        assertThat(InterfaceName.parse(" g" + name.toString().substring(1))).contains(name);
    }

    @Property
    void a_name_with_a_number_above_255_is_none(@ForAll @IntRange(min = 256, max = 99_999) int number) {
        assertThat(Stream.of("GPON%d/1", "GPON0/%d", "GPON0/1:%d")
                        .map(form -> InterfaceName.parse(form.replace("%d", Integer.toString(number)))))
                .allSatisfy(name -> assertThat(name).isEmpty());
    }

    @Property
    void a_text_before_or_after_a_name_makes_it_none(@ForAll @AlphaChars @StringLength(min = 1, max = 5) String more) {
        assertThat(InterfaceName.parse(more + "GPON0/1")).isEmpty();
        assertThat(InterfaceName.parse("GPON0/1" + more)).isEmpty();
    }

    @Example
    void other_interfaces_are_neither_ports_nor_onus() {
        assertThat(Stream.of("GigaEthernet0/1", "EPON0/1", "GPON0/1:1:2", "GPON0", "VLAN1", ""))
                .allSatisfy(name -> assertThat(InterfaceName.parse(name)).isEmpty());
    }

    @Property
    void tenths_and_steps_of_the_same_power_are_the_same_power(@ForAll @IntRange(min = -500, max = -10) int tenths) {
        long steps = tenths * 50L;

        assertThat(BdcomPower.atOnu(tenths)).isEqualTo(BdcomPower.atOlt(tenths));
        if (steps < -500) {
            assertThat(BdcomPower.atOnu(steps)).contains(new OpticalPower(tenths * 10));
        }
    }

    @Example
    void causes_are_those_of_the_MIB() {
        assertThat(IntStream.range(0, 14).mapToObj(OnuStateDecoder::cause))
                .containsExactly(
                        OnuState.DownCause.NONE,
                        OnuState.DownCause.POWER,
                        OnuState.DownCause.ROGUE,
                        OnuState.DownCause.ADMIN,
                        OnuState.DownCause.UNKNOWN,
                        OnuState.DownCause.UNKNOWN,
                        OnuState.DownCause.LOS,
                        OnuState.DownCause.SIGNAL_DEGRADED,
                        OnuState.DownCause.LOS,
                        OnuState.DownCause.UNKNOWN,
                        OnuState.DownCause.UNKNOWN,
                        OnuState.DownCause.REBOOT,
                        OnuState.DownCause.SIGNAL_DEGRADED,
                        OnuState.DownCause.UNKNOWN);
    }

    @Example
    void a_dark_onu_has_no_power() {
        assertThat(Stream.of(0L, -65_535L, 65_535L, 2_147_483_647L))
                .allSatisfy(dark -> assertThat(BdcomPower.atOnu(dark)).isEmpty());
        assertThat(BdcomPower.atOlt(0)).isEmpty();
    }
}
