package io.silverdata.contract.adapters.olt.nscrtv;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
    void no_text_breaks_the_reading(@ForAll String anything) {
        assertThat(OnuStateDecoder.cause(anything)).isNotNull();
    }
}
