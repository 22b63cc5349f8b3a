package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationListener.Ignored;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came over the network as an answer. Nothing in a datagram is believed before its Response Authenticator was
 * found right, on the octets as they came; attributes are walked once, and of them only what is needed is read. A datagram,
 * whatever it is, costs no memory. For one thread.
 */
final class ResponseReader {
    /** RFC 2865, section 3. */
    static final int MAX_OCTETS = 4_096;

    private static final int HEADER = 20;
    private static final int AUTHENTICATOR_AT = 4;
    private static final byte[] ZEROS = new byte[Signer.AUTHENTICATOR];
    private static final int NONE = -1;
    private static final int REPLY_MESSAGE = 18;
    private static final int EVENT_TIMESTAMP = 55;
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int ERROR_CAUSE = 101;

    private final Signer signer;
    private final MessageAuthenticatorPolicy policy;
    private final long tolerance;
    private final byte[] computed = new byte[Signer.AUTHENTICATOR];
    private final byte[] received = new byte[Signer.AUTHENTICATOR];

    private byte[] packet = new byte[0];
    private int length;
    private int messageAuthenticatorAt;
    private boolean messageAuthenticatorTwice;
    private int timestampAt;
    private int errorCauseAt;
    private int replyMessageAt;

    ResponseReader(Signer signer, MessageAuthenticatorPolicy policy, Duration tolerance) {
        this.signer = signer;
        this.policy = policy;
        this.tolerance = tolerance.toSeconds();
    }

    /** Whether the header is that of a RADIUS packet. Octets behind the packet's length are padding (RFC 2865, section 3). */
    static boolean isWellFormed(byte[] packet, int received) {
        return received >= HEADER && received <= MAX_OCTETS && length(packet) >= HEADER && length(packet) <= received;
    }

    /** The identifier of a well-formed packet. */
    static int identifier(byte[] packet) {
        return packet[1] & 0xFF;
    }

    /**
     * Decides whether a well-formed packet is the answer to a request.
     *
     * @param requestCode the request's; the positive answer has the next number, the negative the one after
     * @param requestAuthenticator 16 octets
     * @return why it is not; null: it is, and may be asked for what it says until the next call
     */
    @Nullable
    Ignored check(byte[] octets, int requestCode, byte[] requestAuthenticator, Instant now) {
        packet = octets;
        length = length(octets);
        if (code() != requestCode + 1 && code() != requestCode + 2) {
            return Ignored.WRONG_CODE;
        }
        if (!hasResponseAuthenticator(requestAuthenticator)) {
            return Ignored.BAD_AUTHENTICATOR;
        }
        if (!walk()) {
            return Ignored.MALFORMED;
        }
        if (policy != MessageAuthenticatorPolicy.IGNORED && !hasMessageAuthenticator(requestAuthenticator)) {
            return Ignored.BAD_MESSAGE_AUTHENTICATOR;
        }
        return isTimely(now) ? null : Ignored.STALE;
    }

    /** Whether the answer is the positive one. */
    boolean isAcknowledged(int requestCode) {
        return code() == requestCode + 1;
    }

    /** The first Error-Cause of the right size. */
    Optional<ErrorCause> errorCause() {
        return errorCauseAt == NONE ? Optional.empty() : Optional.of(new ErrorCause(integer(errorCauseAt)));
    }

    /** The first Reply-Message; octets that are not UTF-8 are replaced. */
    Optional<String> replyMessage() {
        return replyMessageAt == NONE ? Optional.empty() : Optional.of(text(replyMessageAt));
    }

    private int code() {
        return packet[0] & 0xFF;
    }

    private static int length(byte[] packet) {
        return ((packet[2] & 0xFF) << 8) | (packet[3] & 0xFF);
    }

    // RFC 5176 2.3: MD5(Code + Identifier + Length + Request Authenticator + Attributes + Secret)
    private boolean hasResponseAuthenticator(byte[] requestAuthenticator) {
        MessageDigest md5 = signer.md5();
        md5.update(packet, 0, AUTHENTICATOR_AT);
        md5.update(requestAuthenticator);
        md5.update(packet, HEADER, length - HEADER);
        signer.finish(md5, computed);
        return isReceivedAt(AUTHENTICATOR_AT);
    }

    // Vendors' attributes are stepped over as a whole: what is in them is of no interest, and often wrong.
    private boolean walk() {
        messageAuthenticatorAt = NONE;
        messageAuthenticatorTwice = false;
        timestampAt = NONE;
        errorCauseAt = NONE;
        replyMessageAt = NONE;
        int at = HEADER;
        while (at < length) {
            int size = at + 1 < length ? packet[at + 1] & 0xFF : 0;
            if (size < 2 || at + size > length) {
                return false;
            }
            note(packet[at] & 0xFF, at, size - 2);
            at += size;
        }
        return true;
    }

    private void note(int type, int at, int size) {
        if (type == MESSAGE_AUTHENTICATOR) {
            messageAuthenticatorTwice |= messageAuthenticatorAt != NONE || size != Signer.AUTHENTICATOR;
            messageAuthenticatorAt = at;
        } else if (type == EVENT_TIMESTAMP && size == Integer.BYTES && timestampAt == NONE) {
            timestampAt = at;
        } else if (type == ERROR_CAUSE && size == Integer.BYTES && errorCauseAt == NONE) {
            errorCauseAt = at;
        } else if (type == REPLY_MESSAGE && size > 0 && replyMessageAt == NONE) {
            replyMessageAt = at;
        }
    }

    // RFC 5176 3.4: HMAC-MD5 over the packet with the request's authenticator, and zeros in place of its own value
    private boolean hasMessageAuthenticator(byte[] requestAuthenticator) {
        if (messageAuthenticatorAt == NONE) {
            return policy != MessageAuthenticatorPolicy.REQUIRED;
        }
        if (messageAuthenticatorTwice) {
            return false;
        }
        int valueAt = messageAuthenticatorAt + 2;
        int behind = valueAt + Signer.AUTHENTICATOR;
        Mac mac = signer.hmac();
        mac.update(packet, 0, AUTHENTICATOR_AT);
        mac.update(requestAuthenticator);
        mac.update(packet, HEADER, valueAt - HEADER);
        mac.update(ZEROS);
        mac.update(packet, behind, length - behind);
        signer.finish(mac, computed);
        return isReceivedAt(valueAt);
    }

    private boolean isReceivedAt(int at) {
        System.arraycopy(packet, at, received, 0, received.length);
        return MessageDigest.isEqual(computed, received);
    }

    private boolean isTimely(Instant now) {
        return timestampAt == NONE || Math.abs(now.getEpochSecond() - integer(timestampAt)) <= tolerance;
    }

    private long integer(int at) {
        long number = 0;
        for (int i = at + 2; i < at + 2 + Integer.BYTES; i++) {
            number = (number << 8) | (packet[i] & 0xFF);
        }
        return number;
    }

    private String text(int at) {
        return new String(packet, at + 2, (packet[at + 1] & 0xFF) - 2, StandardCharsets.UTF_8);
    }
}
