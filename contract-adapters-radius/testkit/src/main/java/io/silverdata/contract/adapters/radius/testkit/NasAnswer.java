package io.silverdata.contract.adapters.radius.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Makes the datagram of an answer, right or wrong as a test wants it. Attributes are added in the order of the calls; code,
 * identifier, length and Response Authenticator are right unless the test says otherwise. Not thread-safe.
 *
 * <pre>{@code
 * byte[] refusal = NasAnswer.nak(request, secret, 503).text(18, "no such session").messageAuthenticator().packet();
 * }</pre>
 */
public final class NasAnswer {
    private static final int HEADER = 20;
    private static final int DIGEST = 16;
    private static final int MESSAGE_AUTHENTICATOR = 80;

    private final NasRequest request;
    private final String secret;
    private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();
    private int code;
    private int identifier;
    private int messageAuthenticatorAt = -1;

    private NasAnswer(NasRequest request, String secret, int code) {
        this.request = request;
        this.secret = secret;
        this.code = code;
        this.identifier = request.identifier();
    }

    /** Disconnect-ACK or CoA-ACK. */
    public static NasAnswer ack(NasRequest request, String secret) {
        return new NasAnswer(request, secret, request.code() + 1);
    }

    /** Disconnect-NAK or CoA-NAK, without an Error-Cause. */
    public static NasAnswer nak(NasRequest request, String secret) {
        return new NasAnswer(request, secret, request.code() + 2);
    }

    /**
     * Disconnect-NAK or CoA-NAK.
     *
     * @param errorCause as {@code 503} (RFC 5176, section 3.5)
     */
    public static NasAnswer nak(NasRequest request, String secret, int errorCause) {
        return nak(request, secret).integer(101, errorCause);
    }

    /** Another code than that of an answer to the request. */
    public NasAnswer code(int value) {
        code = value;
        return this;
    }

    /** Another identifier than the request's. */
    public NasAnswer identifier(int value) {
        identifier = value & 0xFF;
        return this;
    }

    /**
     * Adds an attribute.
     *
     * @param type 0 to 255
     * @param value at most 253 octets
     */
    public NasAnswer attribute(int type, byte[] value) {
        attributes.write(type);
        attributes.write(2 + value.length);
        attributes.writeBytes(value);
        return this;
    }

    /** Adds an attribute of four octets. */
    public NasAnswer integer(int type, long value) {
        return attribute(
                type, ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array());
    }

    /** Adds an attribute of text in UTF-8. */
    public NasAnswer text(int type, String value) {
        return attribute(type, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an Event-Timestamp. */
    public NasAnswer eventTimestamp(Instant value) {
        return integer(55, value.getEpochSecond());
    }

    /** Adds octets where an attribute belongs, whatever they are. */
    public NasAnswer octets(byte[] octets) {
        attributes.writeBytes(octets);
        return this;
    }

    /** Adds a Message-Authenticator, computed by {@link #packet}. Of several, the last one is right. */
    public NasAnswer messageAuthenticator() {
        messageAuthenticatorAt = HEADER + attributes.size() + 2;
        return attribute(MESSAGE_AUTHENTICATOR, new byte[DIGEST]);
    }

    /** The datagram. */
    public byte[] packet() {
        return packetSignedWith(secret);
    }

    /** The datagram, signed with another secret. */
    public byte[] packetSignedWith(String other) {
        Digests digests = Digests.of(other);
        byte[] packet = ByteBuffer.allocate(HEADER + attributes.size())
                .put((byte) code)
                .put((byte) identifier)
                .putShort((short) (HEADER + attributes.size()))
                .put(request.authenticator())
                .put(attributes.toByteArray())
                .array();
        if (messageAuthenticatorAt > 0) {
            System.arraycopy(digests.hmac(packet), 0, packet, messageAuthenticatorAt, DIGEST);
        }
        System.arraycopy(digests.md5(packet), 0, packet, 4, DIGEST);
        return packet;
    }
}
