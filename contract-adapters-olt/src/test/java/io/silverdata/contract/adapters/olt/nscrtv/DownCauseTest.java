package io.silverdata.contract.adapters.olt.nscrtv;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownCauseTest {

    @ParameterizedTest
    @CsvSource({
        "LOS, LOS",
        "LOSi, LOS",
        "'LOFi ', LOS",
        "Dying-Gasp, POWER",
        "power off, POWER",
        "Deactive, ADMIN",
        "admin down, ADMIN",
        "Reboot, REBOOT",
        "rogue onu, ROGUE",
        "SFi, SIGNAL_DEGRADED",
        "'', NONE",
        "none, NONE",
        "password mismatch, UNKNOWN"
    })
    void a_word_of_the_console_says_why(String text, OnuState.DownCause cause) {
        assertThat(OnuStateDecoder.cause(text)).isEqualTo(cause);
    }

    @Property
    void a_text_means_the_same_in_capitals_and_with_punctuation(@ForAll("texts") String text) {
        OnuState.DownCause cause = OnuStateDecoder.cause(text);

        assertThat(OnuStateDecoder.cause(text.toUpperCase(Locale.ROOT))).isEqualTo(cause);
        assertThat(OnuStateDecoder.cause("[" + text + "] (2)")).isEqualTo(cause);
    }

    @Property
    void a_text_without_a_letter_means_that_it_was_not_down(@ForAll @NumericChars String text) {
        assertThat(OnuStateDecoder.cause(text)).isEqualTo(OnuState.DownCause.NONE);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "los",
                        "lofi",
                        "dying-gasp",
                        "power",
                        "deactive",
                        "admin",
                        "reboot",
                        "rogue",
                        "sfi",
                        "none",
                        "x")
                .list()
                .ofMaxSize(2)
                .map(words -> String.join(" ", words));
    }
}
