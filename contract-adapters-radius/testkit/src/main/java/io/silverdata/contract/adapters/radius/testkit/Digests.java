package io.silverdata.contract.adapters.radius.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** MD5 and HMAC-MD5 with a secret, kept for each thread, since making them costs more than using them. */
final class Digests {
    private static final ThreadLocal<Digests> LAST = new ThreadLocal<>();

    private final String secret;
    private final byte[] key;
    private final MessageDigest md5;
    private final Mac hmac;

    private Digests(String secret) {
        this.secret = secret;
        this.key = secret.getBytes(StandardCharsets.UTF_8);
        try {
            md5 = MessageDigest.getInstance("MD5");
            hmac = Mac.getInstance("HmacMD5");
            hmac.init(new SecretKeySpec(key, "HmacMD5"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Digests of(String secret) {
        Digests last = LAST.get();
        if (last == null || !last.secret.equals(secret)) {
            last = new Digests(secret);
            LAST.set(last);
        }
        return last;
    }

    /** Over the octets and the secret. */
    byte[] md5(byte[] octets) {
        md5.update(octets);
        return md5.digest(key);
    }

    /** Over the octets. */
    byte[] hmac(byte[] octets) {
        return hmac.doFinal(octets);
    }
}
