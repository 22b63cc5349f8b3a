package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vavr.control.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnuSerialTest {
    private static final String ALLOWED = "4 letters or digits of the vendor and 8 hexadecimal digits, as HWTC12345678,"
            + " or 16 hexadecimal digits, as 4857544312345678";

    @ParameterizedTest
    @ValueSource(strings = {"HWTC12345678", "hwtc12345678", "4857544312345678", " 4857544312345678\t"})
    void has_two_spellings_and_one_value(String text) {
        OnuSerial serial = OnuSerial.parse(text).get();

        assertThat(serial).isEqualTo(new OnuSerial("HWTC12345678")).hasToString("HWTC12345678");
        assertThat(serial.vendor()).isEqualTo("HWTC");
        assertThat(serial.toHexadecimal()).isEqualTo("4857544312345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HWTC1234567",
                "HWTC123456789",
                "HWTC1234567G",
                "HW-C12345678",
                "485754431234567",
                "485754431234567X",
                "48575443123456789",
                "0057544312345678", // a vendor octet that is no letter or digit
                "6877746312345678", // a vendor in lower case on the wire
                "HWTC123456\uFB00", // a ligature that Unicode would spell FF in upper case
                "HWTC12345678\u0131"
            })
    void refuses_anything_else_and_shows_it_as_it_came(String text) {
        assertThat(OnuSerial.parse(text))
                .isEqualTo(Either.left(new Rejection.InvalidValue("onuSerial", text, ALLOWED)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnuSerial(text))
                .withMessageStartingWith("onuSerial must be " + ALLOWED + ", was ");
    }

    @Test
    void with_space_around_is_for_parse_only() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OnuSerial(" HWTC12345678"));
    }

    @Test
    void sorts_by_the_label() {
        assertThat(new OnuSerial("ALCL00000002"))
                .isLessThan(new OnuSerial("HWTC00000001"))
                .isEqualByComparingTo(new OnuSerial("414C434C00000002"));
    }
}
