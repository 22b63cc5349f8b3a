package io.silverdata.contract.adapters.radius.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.RadiusUser;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords: generated, refused, and kept to themselves. */
class PasswordTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void the_random_source_generates_a_password_and_tells_the_host() {
        Map<RadiusUser, Password> told = new LinkedHashMap<>();
        CredentialSource source = CredentialSource.random(random, told::put);
        RadiusUser user = new RadiusUser("alice");

        Password password = source.passwordFor(user);

        assertThat(told).containsExactlyEntriesOf(Map.of(user, password));
        assertThat(password.reveal()).matches("[A-HJ-NP-Za-km-z2-9]{20}");
    }

    @Test
    void generated_passwords_are_all_different() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(RandomPasswords.draw(random).reveal());
        }

        assertThat(drawn).hasSize(10_000);
    }

    @Test
    void generated_passwords_use_every_letter_of_the_alphabet_about_equally_often() {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            RandomPasswords.draw(random).reveal().chars().forEach(letter -> counts.merge(letter, 1, Integer::sum));
        }

        // 100,000 letters of 57: 1,754 each, with a standard deviation of 42
        assertThat(counts).hasSize(57);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(1_400, 2_200));
    }

    @Test
    void a_password_is_not_shown() {
        assertThat(new Password("very-secret-1")).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-1",
                "with space",
                "with\"quote",
                "with'quote",
                "`reboot` now",
                "%{expand} it",
                "back\\slash",
                "ünïcödé-pw"
            })
    void a_password_that_freeradius_might_read_as_something_else_is_refused_and_not_repeated(String characters) {
        assertThatThrownBy(() -> new Password(characters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password")
                .hasMessageContaining("8 to 64 characters")
                .hasMessageNotContaining(characters);
    }
}
