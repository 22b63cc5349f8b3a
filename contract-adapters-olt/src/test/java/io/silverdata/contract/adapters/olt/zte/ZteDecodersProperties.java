package io.silverdata.contract.adapters.olt.zte;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ZteDecodersProperties {

    @Property
    void an_index_of_c300_is_read_as_it_is_written(
            @ForAll @IntRange(max = 15) int shelf,
            @ForAll @IntRange(min = 1, max = 255) int slot,
            @ForAll @IntRange(min = 1, max = 255) int port) {
        ZteIndex index = new ZteIndex(shelf, slot, port);

        assertThat(ZteIndex.ofPonOltId(index.ponOltId())).isEqualTo(index);
    }

    @Property
    void an_index_of_c600_is_read_as_it_is_written(
            @ForAll @IntRange(min = 1, max = 255) int shelf,
            @ForAll @IntRange(min = 1, max = 255) int slot,
            @ForAll @IntRange(min = 1, max = 255) int port) {
        ZteIndex index = new ZteIndex(shelf, slot, port);

        assertThat(ZteIndex.ofC6xxIfIndex(index.c6xxIfIndex())).isEqualTo(index);
    }

    @Example
    void indexes_are_those_that_real_devices_show() {
        assertThat(ZteIndex.ofPonOltId(268_501_248L)).isEqualTo(new ZteIndex(0, 1, 1));
        assertThat(ZteIndex.ofC6xxIfIndex(285_278_465L)).isEqualTo(new ZteIndex(1, 1, 1));
        assertThat(ZteIndex.ofC6xxIfIndex(285_279_234L)).isEqualTo(new ZteIndex(1, 4, 2));
    }

    @Property
    void steps_of_the_onu_are_two_thousandths_of_a_decibel(
            @ForAll @IntRange(min = -2_999, max = 1_000) int hundredths) {
        long steps = (hundredths + 3_000) * 5L;

        assertThat(ZtePower.atOnu(steps)).contains(new OpticalPower(hundredths));
    }

    @Property
    void steps_of_a_weak_onu_are_negative_in_sixteen_bits(
            @ForAll @IntRange(min = -5_000, max = -3_001) int hundredths) {
        long steps = (hundredths + 3_000) * 5L + 65_536;

        assertThat(ZtePower.atOnu(steps)).contains(new OpticalPower(hundredths));
    }

    @Property
    void thousandths_of_the_olt_are_rounded_to_hundredths(
            @ForAll @IntRange(min = -50_000, max = 10_000) int thousandths) {
        assertThat(ZtePower.atOlt(thousandths).orElseThrow().hundredthsDbm())
                .isBetween(Math.floorDiv(thousandths, 10), -Math.floorDiv(-thousandths, 10));
    }

    @Property
    void a_number_never_reads_as_a_power_that_cannot_be(@ForAll @LongRange(min = Integer.MIN_VALUE) long anything) {
        assertThat(Stream.of(ZtePower.atOnu(anything), ZtePower.atOlt(anything)).flatMap(Optional::stream))
                .allSatisfy(power -> assertThat(power.dbm()).isBetween(-50.0, 10.0));
    }

    @Example
    void a_weak_onu_is_not_dark() {
        assertThat(ZtePower.atOnu(64_032)).contains(new OpticalPower(-3_301));
        assertThat(ZtePower.atOnu(65_286)).contains(new OpticalPower(-3_050));
        assertThat(ZtePower.atOnu(0)).contains(new OpticalPower(-3_000));
    }

    @Example
    void a_dark_onu_has_no_power() {
        assertThat(LongStream.of(65_535, 65_536, 2_147_483_647))
                .allSatisfy(dark -> assertThat(ZtePower.atOnu(dark)).isEmpty());
        assertThat(LongStream.of(-80_000, 65_535_000))
                .allSatisfy(dark -> assertThat(ZtePower.atOlt(dark)).isEmpty());
    }
}
