package io.silverdata.contract.adapters.radius.internal.credential;

import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes the password row of {@code radcheck}. */
final class PasswordEncoder {
    private static final int SALT_OCTETS = 16;

    private final PasswordEncoding encoding;
    private final SecureRandom random;

    PasswordEncoder(PasswordEncoding encoding, SecureRandom random) {
        this.encoding = encoding;
        this.random = random;
    }

    Credential encode(Password password) {
        return switch (encoding) {
            case CLEARTEXT -> new Credential("Cleartext-Password", password.reveal());
            case NT -> new Credential("NT-Password", nt(password));
            case SSHA512 -> new Credential("SSHA2-512-Password", saltedSha512(password));
        };
    }

    private static String nt(Password password) {
        return HexFormat.of().formatHex(Md4.digest(password.reveal().getBytes(StandardCharsets.UTF_16LE)));
    }

    private String saltedSha512(Password password) {
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

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-512", absent);
        }
    }
}
