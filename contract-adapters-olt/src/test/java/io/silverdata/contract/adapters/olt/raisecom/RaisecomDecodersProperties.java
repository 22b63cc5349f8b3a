package io.silverdata.contract.adapters.olt.raisecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.OpticalPower;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RaisecomDecodersProperties {

    @Property
    void an_index_of_an_onu_is_read_as_it_is_written(
            @ForAll @IntRange(min = 1, max = 31) int slot,
            @ForAll @IntRange(min = 1, max = 63) int port,
            @ForAll @IntRange(min = 1, max = 199) int onu) {
        OnuIndex place = new OnuIndex(slot, port, onu);

        assertThat(OnuIndex.ofBits(place.bits())).isEqualTo(place);
    }

    @Property
    void an_index_of_a_port_is_read_as_it_is_written(
            @ForAll @IntRange(min = 1, max = 31) int slot, @ForAll @IntRange(min = 1, max = 63) int port) {
        PortIndex place = new PortIndex(slot, port);

        assertThat(PortIndex.of(place.index())).isEqualTo(place);
    }

    @Property
    void two_onus_of_a_port_never_share_an_optical_number(
            @ForAll @IntRange(min = 1, max = 199) int one, @ForAll @IntRange(min = 1, max = 199) int other) {
        PortIndex port = new PortIndex(1, 1);

        assertThat(port.onu(one).opticalDigits() == port.onu(other).opticalDigits())
                .isEqualTo(one == other);
    }

    @Example
    void numbers_are_those_of_devices_in_the_field() {
        assertThat(OnuIndex.ofBits(276_889_602L)).isEqualTo(new OnuIndex(1, 1, 2));
        assertThat(PortIndex.of(65)).isEqualTo(new PortIndex(1, 1));
        assertThat(PortIndex.of(193)).isEqualTo(new PortIndex(3, 1));
        assertThat(new OnuIndex(1, 2, 3).digits()).isEqualTo(10_200_003L);
        assertThat(new OnuIndex(1, 2, 3).opticalDigits()).isEqualTo(10_203_001L);
        assertThat(new OnuIndex(1, 2, 103).opticalDigits()).isEqualTo((3L << 28) + 10_203_001L);
    }

    @Property
    void steps_of_the_onu_are_five_hundred_to_the_decibel(@ForAll @IntRange(min = -5_000, max = 1_000) int hundredths) {
        long steps = 15_000 + hundredths * 5L;

        assertThat(RaisecomPower.atOnu(steps < 0 ? steps + 65_536 : steps))
                .isEqualTo(
                        steps == 0 ? java.util.Optional.empty() : java.util.Optional.of(new OpticalPower(hundredths)));
    }

    @Property
    void tenths_of_the_olt_are_tenths(@ForAll @IntRange(min = -500, max = -1) int tenths) {
        assertThat(RaisecomPower.atOlt(tenths)).contains(new OpticalPower(tenths * 10));
    }

    @Example
    void causes_are_those_that_public_tools_name() {
        assertThat(Stream.of(2, 4, 5, 13).map(OnuStateDecoder::cause)).containsOnly(OnuState.DownCause.LOS);
        assertThat(Stream.of(3, 7, 8).map(OnuStateDecoder::cause)).containsOnly(OnuState.DownCause.ADMIN);
        assertThat(OnuStateDecoder.cause(6)).isEqualTo(OnuState.DownCause.POWER);
        assertThat(Stream.of(-1, 0, 1, 9, 12, 14).map(OnuStateDecoder::cause)).containsOnly(OnuState.DownCause.UNKNOWN);
    }

    @Example
    void a_dark_onu_has_no_power() {
        assertThat(RaisecomPower.atOnu(0)).isEmpty();
        assertThat(RaisecomPower.atOlt(0)).isEmpty();
        assertThat(RaisecomPower.atOlt(-32_768)).isEmpty();
    }
}
