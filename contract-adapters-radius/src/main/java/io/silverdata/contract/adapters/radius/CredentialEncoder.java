package io.silverdata.contract.adapters.radius;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** How passwords stand in {@code radcheck}, and so by which methods a subscriber can log in. */
public enum CredentialEncoder {
    /** As it is. Needed for CHAP and EAP-MD5; serves PAP and MS-CHAP too. Whoever reads the table knows every password. */
    CLEARTEXT("Cleartext-Password") {
        @Override
        String encode(Password password, SecureRandom random) {
            return password.reveal();
        }
    },
    /** MD4 of the password (RFC 2759, section 8.3). Serves PAP and MS-CHAP. As good as the password to who reads it. */
    NT("NT-Password") {
        @Override
        String encode(Password password, SecureRandom random) {
            return HexFormat.of().formatHex(Md4.digest(password.reveal().getBytes(StandardCharsets.UTF_16LE)));
        }
    },
    /** SHA-512 with a salt of 16 octets. Serves PAP only; the one from which no password can be read. */
    SSHA512("SSHA2-512-Password") {
        @Override
        String encode(Password password, SecureRandom random) {
            byte[] salt = new byte[SALT_OCTETS];
            random.nextBytes(salt);
            MessageDigest sha512 = sha512();
            sha512.update(password.reveal().getBytes(StandardCharsets.UTF_8));
            byte[] digest = sha512.digest(salt);
            byte[] salted = new byte[digest.length + salt.length];
            System.arraycopy(digest, 0, salted, 0, digest.length);
            System.arraycopy(salt, 0, salted, digest.length, salt.length);
            return Base64.getEncoder().encodeToString(salted);
        }
    };

    private static final int SALT_OCTETS = 16;

    private final String attribute;

    CredentialEncoder(String attribute) {
        this.attribute = attribute;
    }

    /** The attribute of {@code radcheck}. */
    String attribute() {
        return attribute;
    }

    /** Its value. */
    abstract String encode(Password password, SecureRandom random);

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-512", absent);
        }
    }
}
