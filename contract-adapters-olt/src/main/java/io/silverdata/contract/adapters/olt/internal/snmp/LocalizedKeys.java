package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess.Auth;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess.Priv;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys made of passphrases (RFC 3414 appendix A.2, RFC 7860). What a passphrase comes to is the digest of a megabyte and the same for
 * every engine: it is kept, so that one user on two hundred OLTs costs it once. Safe for use by several threads.
 */
final class LocalizedKeys {
    private static final int STRETCHED = 1 << 20;

    private final Map<Origin, byte[]> stretched = new ConcurrentHashMap<>();

    private record Origin(Auth auth, Secret passphrase) {}

    /** The key for authentication of messages to or from an engine. */
    byte[] authentication(Auth auth, Secret passphrase, byte[] engineId) {
        byte[] key = stretched.computeIfAbsent(new Origin(auth, passphrase), LocalizedKeys::stretch);
        MessageDigest digest = digest(auth);
        digest.update(key);
        digest.update(engineId);
        return digest.digest(key);
    }

    /** The key for privacy. Every digest offered is at least as long as every key needed, so that none has to be extended. */
    byte[] privacy(Auth auth, Priv priv, Secret passphrase, byte[] engineId) {
        return Arrays.copyOf(authentication(auth, passphrase, engineId), length(priv));
    }

    private static byte[] stretch(Origin origin) {
        byte[] passphrase = origin.passphrase().reveal().getBytes(StandardCharsets.UTF_8);
        byte[] repeated = new byte[passphrase.length * 64];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = passphrase[i % passphrase.length];
        }
        MessageDigest digest = digest(origin.auth());
        for (int left = STRETCHED; left > 0; left -= repeated.length) {
            digest.update(repeated, 0, Math.min(left, repeated.length));
        }
        return digest.digest();
    }

    private static int length(Priv priv) {
        return switch (priv) {
            case AES_128 -> 16;
            case AES_192 -> 24;
            case AES_256 -> 32;
        };
    }

    private static MessageDigest digest(Auth auth) {
        String name = switch (auth) {
            case SHA_256 -> "SHA-256";
            case SHA_384 -> "SHA-384";
            case SHA_512 -> "SHA-512";
        };
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK must have " + name, e);
        }
    }
}
