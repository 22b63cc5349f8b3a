package io.silverdata.contract.adapters.radius.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import io.silverdata.contract.model.RadiusUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The password row, as each encoding writes it. */
class PasswordEncoderTest {
    private static final Password PASSWORD = new Password("clientPass");

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
    void md4_digests_as_rfc_1320_does(String message, String digest) {
        assertThat(HexFormat.of().formatHex(Md4.digest(message.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(digest);
    }

    @Test
    void cleartext_stays_as_it_is() {
        assertThat(encoded(PasswordEncoding.CLEARTEXT)).isEqualTo(new Credential("Cleartext-Password", "clientPass"));
    }

    /** RFC 2759, section 9.2: the hash of "clientPass". */
    @Test
    void nt_hashes_for_ms_chap_as_rfc_2759_does() {
        assertThat(encoded(PasswordEncoding.NT))
                .isEqualTo(new Credential("NT-Password", "44ebba8d5312b8d611474411f56989ae"));
    }

    @Test
    void ssha512_takes_another_salt_each_time() throws Exception {
        Credential one = encoded(PasswordEncoding.SSHA512);
        Credential other = encoded(PasswordEncoding.SSHA512);

        assertThat(one.attribute()).isEqualTo("SSHA2-512-Password");
        assertThat(one.value()).isNotEqualTo(other.value());
        byte[] octets = Base64.getDecoder().decode(one.value());
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        sha512.update("clientPass".getBytes(StandardCharsets.US_ASCII));
        sha512.update(Arrays.copyOfRange(octets, 64, 80));
        assertThat(octets).hasSize(80).startsWith(sha512.digest());
    }

    @Test
    void a_credential_does_not_show_its_value() {
        assertThat(encoded(PasswordEncoding.CLEARTEXT)).hasToString("Cleartext-Password");
    }

    @Test
    void a_failing_source_is_named_and_its_message_is_not_repeated() {
        CredentialIssuer issuer = new CredentialIssuer(
                user -> {
                    throw new IllegalStateException("s3cret-in-a-message");
                },
                PasswordEncoding.CLEARTEXT,
                random);

        assertThatThrownBy(() -> issuer.issue(new RadiusUser("alice")))
                .isInstanceOf(NoCredentialException.class)
                .hasMessageStartingWith("the source of passwords threw java.lang.IllegalStateException, at ")
                .hasMessageContaining(getClass().getName())
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    private Credential encoded(PasswordEncoding encoding) {
        return new PasswordEncoder(encoding, random).encode(PASSWORD);
    }
}
