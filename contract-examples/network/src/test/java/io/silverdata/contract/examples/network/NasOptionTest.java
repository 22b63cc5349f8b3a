package io.silverdata.contract.examples.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NasOptionTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_secret_is_the_first_line_of_a_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("bng"), "a-secret-of-16-octets\n");

        assertThat(NasOption.parse("192.0.2.1:1700/file:" + secret).endpoint()).hasToString("192.0.2.1:1700");
        assertThat(NasOption.parse("[2001:db8::1]/file:" + secret)
                        .endpoint()
                        .socketAddress()
                        .getPort())
                .isEqualTo(3799);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mikrotik",
                "cisco(in-{up};out-{down})",
                "juniper(in-{up};out-{down})",
                "juniper-service(internet({down},{up}))",
                "huawei",
                "huawei-profile(home-{down})",
                "nokia(home-{down})",
                "nokia-override",
                "accel-ppp",
                "wispr"
            })
    void the_maker_stands_before_the_address(String profile) throws IOException {
        Path secret = Files.writeString(folder.resolve("bng"), "a-secret-of-16-octets\n");

        NasOption nas = NasOption.parse(profile + "@192.0.2.1/file:" + secret);

        assertThat(nas.profile().name()).isEqualTo(profile.replaceFirst("[(].*", ""));
        assertThat(nas.profile().captivity()).isNotEmpty();
        assertThat(nas.endpoint()).hasToString("192.0.2.1:3799");
    }

    @Test
    void a_maker_that_is_not_known_is_refused_with_those_that_are() throws IOException {
        Path secret = Files.writeString(folder.resolve("bng"), "a-secret-of-16-octets\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NasOption.parse("3com@192.0.2.1/file:" + secret))
                .withMessageContainingAll("--nas 3com@", "no profile \"3com\", only mikrotik, cisco(IN;OUT)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NasOption.parse("cisco(in-{up})@192.0.2.1/file:" + secret))
                .withMessageContaining("must be written cisco(IN;OUT)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "192.0.2.1/secret", "/env:X", "192.0.2.1:x/env:X", "a@192.0.2.1/file:/tmp"})
    void anything_else_is_refused_with_what_is_expected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NasOption.parse(text))
                .withMessageContaining("--nas");
    }

    @Test
    void a_secret_that_is_not_there_is_said_without_guessing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NasOption.parse("192.0.2.1/env:NO_SUCH_VARIABLE_HERE"))
                .withMessage("--nas 192.0.2.1/env:NO_SUCH_VARIABLE_HERE: the environment variable is not set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NasOption.parse("192.0.2.1/file:" + folder.resolve("none")))
                .withMessageContaining("cannot read the file");
    }
}
