package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.RadiusUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords: made, encoded, and kept to themselves. */
class CredentialsTest {
    private final SecureRandom random = new SecureRandom();

    /** RFC 1320, appendix A.5. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
                "a, bde52cb31de33e46245e05fbdbd6fb24",
                "abc, a448017aaf21d8525fc10ae87aa6729d",
                "message digest, d9130a8164549fe818874806e1c7014b",
                "abcdefghijklmnopqrstuvwxyz, d79e1c308aa5bbcdeea8ed63df412da9",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, 043f8582f241db351ce627e153e7f0e4",
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                        + " e33b4ddc9c38f2199c3e7b164fcc0536"
            })
    void digests_as_rfc_1320_does(String message, String digest) {
        assertThat(HexFormat.of().formatHex(Md4.digest(message.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(digest);
    }

    @Test
    void keeps_a_cleartext_password_as_it_is() {
        assertThat(CredentialEncoder.CLEARTEXT.encode(new Password("clientPass"), random))
                .isEqualTo("clientPass");
    }

    /** RFC 2759, section 9.2: the hash of "clientPass". */
    @Test
    void hashes_for_ms_chap_as_rfc_2759_does() {
        assertThat(CredentialEncoder.NT.encode(new Password("clientPass"), random))
                .isEqualToIgnoringCase("44EBBA8D5312B8D611474411F56989AE");
    }

    @Test
    void salts_what_nobody_is_to_read_with_another_salt_each_time() throws Exception {
        String one = CredentialEncoder.SSHA512.encode(new Password("clientPass"), random);
        String other = CredentialEncoder.SSHA512.encode(new Password("clientPass"), random);

        assertThat(one).isNotEqualTo(other);
        byte[] octets = Base64.getDecoder().decode(one);
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        sha512.update("clientPass".getBytes(StandardCharsets.US_ASCII));
        sha512.update(Arrays.copyOfRange(octets, 64, 80));
        assertThat(octets).hasSize(80).startsWith(sha512.digest());
    }

    @Test
    void generates_a_password_that_nobody_has_and_tells_the_host() {
        Map<RadiusUser, Password> told = new LinkedHashMap<>();
        CredentialSource source = CredentialSource.random(random, told::put);
        RadiusUser user = new RadiusUser("alice");

        Password password = source.passwordFor(user);

        assertThat(told).containsExactlyEntriesOf(Map.of(user, password));
        assertThat(password.reveal()).matches("[A-HJ-NP-Za-km-z2-9]{20}");
    }

    @Test
    void does_not_generate_the_same_twice() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(RandomPasswords.draw(random).reveal());
        }

        assertThat(drawn).hasSize(10_000);
    }

    @Test
    void uses_every_letter_of_its_alphabet_about_equally_often() {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        SecureRandom seeded = random;
        for (int i = 0; i < 5_000; i++) {
            RandomPasswords.draw(seeded).reveal().chars().forEach(letter -> counts.merge(letter, 1, Integer::sum));
        }

        // 100,000 letters of 56: 1,786 each, with a standard deviation of 42
        assertThat(counts).hasSize(57);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(1_400, 2_200));
    }

    @Test
    void shows_a_password_to_nobody() {
        Password password = new Password("very-secret-1");

        assertThat(password).hasToString("***");
        assertThat(new SubscriberRows.Item(1, "alice", "Cleartext-Password", ":=", "very-secret-1").toString())
                .doesNotContain("very-secret");
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
    void refuses_a_password_that_freeradius_might_read_as_something_else_and_does_not_repeat_it(String characters) {
        assertThatThrownBy(() -> new Password(characters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password")
                .hasMessageContaining("8 to 64 characters")
                .hasMessageNotContaining(characters);
    }
}
