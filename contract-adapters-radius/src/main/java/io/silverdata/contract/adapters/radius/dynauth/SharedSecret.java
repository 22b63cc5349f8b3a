package io.silverdata.contract.adapters.radius.dynauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The secret that a NAS and this host share. Never shown: not by {@code toString}, not in a log, not in an exception.
 * Immutable; safe for use by any number of threads.
 */
public final class SharedSecret {
    private static final int MIN_OCTETS = 16;
    private static final int MAX_OCTETS = 128;

    private final String text;

    private SharedSecret(String text) {
        this.text = text;
    }

    /**
     * A secret as RFC 2865, section 3, asks for: long enough not to be found by trying.
     *
     * @param text 16 to 128 octets in UTF-8
     * @throws IllegalArgumentException when it is shorter or longer; the message does not hold it
     */
    public static SharedSecret of(String text) {
        return checked(text, MIN_OCTETS, "16 to 128 octets; SharedSecret.weak(..) takes shorter ones");
    }

    /**
     * A secret of any length, for devices that take no better one and networks nobody else is in.
     *
     * @param text 1 to 128 octets in UTF-8
     * @throws IllegalArgumentException when it is empty or longer
     */
    public static SharedSecret weak(String text) {
        return checked(text, 1, "1 to 128 octets");
    }

    private static SharedSecret checked(String text, int min, String allowed) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        if (octets < min || octets > MAX_OCTETS) {
            throw new IllegalArgumentException("secret must be " + allowed + ", was " + octets + " octets long");
        }
        return new SharedSecret(text);
    }

    String text() {
        return text;
    }

    byte[] octets() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedSecret that && MessageDigest.isEqual(octets(), that.octets());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Always the same. */
    @Override
    public String toString() {
        return "SharedSecret[***]";
    }
}
