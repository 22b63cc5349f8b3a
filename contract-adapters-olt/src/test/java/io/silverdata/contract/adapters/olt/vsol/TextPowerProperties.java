package io.silverdata.contract.adapters.olt.vsol;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.OpticalPower;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class TextPowerProperties {

    @Property
    void a_power_is_read_in_every_form(@ForAll @IntRange(min = -5_000, max = 1_000) int hundredths) {
        OpticalPower power = new OpticalPower(hundredths);
        String number = BigDecimal.valueOf(hundredths, 2).toPlainString();

        assertThat(TextPower.parse("0.03 mW (" + number + " dBm)")).contains(power);
        assertThat(TextPower.parse(number + "(dBm)")).contains(power);
        assertThat(TextPower.parse(" " + number + " dbm ")).contains(power);
        if (hundredths != 0) {
            assertThat(TextPower.parse(number)).contains(power);
        }
    }

    @Property
    void whole_numbers_beyond_every_power_are_tenths(@ForAll @IntRange(min = -500, max = -51) int tenths) {
        assertThat(TextPower.parse(Integer.toString(tenths))).contains(new OpticalPower(tenths * 10));
    }

    @Property
    void a_text_never_reads_as_a_power_that_cannot_be(
            @ForAll @StringLength(max = 12) @Chars({'0', '1', '5', '9', '.', '-', '(', ' ', 'd', 'B', 'm'})
                    String text) {
        Optional<OpticalPower> power = TextPower.parse(text);

        assertThat(power.map(OpticalPower::dbm).filter(dbm -> dbm < -50 || dbm > 10))
                .isEmpty();
    }

    @Example
    void a_dark_onu_has_no_power() {
        assertThat(Stream.of("", "N/A", "--", "0.00 mW (-inf dBm)", "0", "0.00", "-99.00", "2147483647"))
                .allSatisfy(dark -> assertThat(TextPower.parse(dark)).isEmpty());
    }
}
