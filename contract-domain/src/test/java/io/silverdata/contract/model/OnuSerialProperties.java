package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OnuSerialProperties {

    @Property
    void both_spellings_in_any_case_are_one_value(@ForAll("labels") String label) {
        OnuSerial serial = new OnuSerial(label);

        String hexadecimal = serial.toHexadecimal();

        assertThat(hexadecimal).matches("[0-9A-F]{16}");
        assertThat(new OnuSerial(hexadecimal)).isEqualTo(serial);
        assertThat(OnuSerial.parse(hexadecimal.toLowerCase(Locale.ROOT))).isEqualTo(Either.right(serial));
        assertThat(OnuSerial.parse(" " + label.toLowerCase(Locale.ROOT) + "\n")).isEqualTo(Either.right(serial));
        assertThat(serial.value()).isEqualTo(label);
        assertThat(serial.vendor()).isEqualTo(label.substring(0, 4));
    }

    @Property
    void the_hexadecimal_spelling_is_the_octets_on_the_wire(@ForAll("labels") String label) {
        String hexadecimal = new OnuSerial(label).toHexadecimal();

        for (int letter = 0; letter < 4; letter++) {
            assertThat(Integer.parseInt(hexadecimal.substring(2 * letter, 2 * letter + 2), 16))
                    .isEqualTo(label.charAt(letter));
        }
        assertThat(hexadecimal.substring(8)).isEqualTo(label.substring(4));
    }

    @Property
    void parse_and_constructor_agree_on_any_text(@ForAll String text) {
        Either<Rejection.InvalidValue, OnuSerial> parsed = OnuSerial.parse(text);

        assertThat(parsed.isRight()).isEqualTo(constructs(text.strip()));
    }

    private static boolean constructs(String text) {
        try {
            return new OnuSerial(text).value().length() == 12;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> labels() {
        Arbitrary<String> vendors = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofLength(4);
        Arbitrary<String> numbers = Arbitraries.strings()
                .withCharRange('A', 'F')
                .withCharRange('0', '9')
                .ofLength(8);
        return Combinators.combine(vendors, numbers).as(String::concat);
    }
}
