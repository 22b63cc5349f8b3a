package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The key that a passphrase is at an engine (RFC 3414 appendix A.2). The agent library would digest a megabyte for each key of
 * each user of each agent, and tests start an agent for every test.
 */
final class LocalizedKey {
    private static final int MEGABYTE = 1 << 20;
    private static final Map<String, byte[]> STRETCHED = new ConcurrentHashMap<>();

    private LocalizedKey() {}

    static byte[] of(String digest, Secret passphrase, byte[] engineId, int length) {
        byte[] stretched = STRETCHED.computeIfAbsent(digest + passphrase.reveal(), key -> stretch(digest, passphrase));
        MessageDigest local = digest(digest);
        local.update(stretched);
        local.update(engineId);
        return Arrays.copyOf(local.digest(stretched), length);
    }

    private static byte[] stretch(String digest, Secret passphrase) {
        byte[] octets = passphrase.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] megabyte = new byte[MEGABYTE];
        for (int i = 0; i < MEGABYTE; i++) {
            megabyte[i] = octets[i % octets.length];
        }
        return digest(digest).digest(megabyte);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
