package io.silverdata.contract.adapters.radius.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An answer, right or wrong in the ways a test wants. Not thread-safe. */
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

    /** Yes. */
    public static NasAnswer ack(NasRequest request, String secret) {
        return new NasAnswer(request, secret, request.code() + 1);
    }

    /** No, without saying why. */
    public static NasAnswer nak(NasRequest request, String secret) {
        return new NasAnswer(request, secret, request.code() + 2);
    }

    /** No, with an Error-Cause. */
    public static NasAnswer nak(NasRequest request, String secret, int errorCause) {
        return nak(request, secret).integer(101, errorCause);
    }

    /** Another code. */
    public NasAnswer code(int value) {
        code = value;
        return this;
    }

    /** Another identifier. */
    public NasAnswer identifier(int value) {
        identifier = value & 0xFF;
        return this;
    }

    /** One more attribute. */
    public NasAnswer attribute(int type, byte[] value) {
        attributes.write(type);
        attributes.write(2 + value.length);
        attributes.writeBytes(value);
        return this;
    }

    /** One more attribute, of four octets. */
    public NasAnswer integer(int type, long value) {
        return attribute(
                type, ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array());
    }

    /** One more attribute, of text. */
    public NasAnswer text(int type, String value) {
        return attribute(type, value.getBytes(StandardCharsets.UTF_8));
    }

    /** An Event-Timestamp. */
    public NasAnswer eventTimestamp(Instant value) {
        return integer(55, value.getEpochSecond());
    }

    /** Octets where attributes belong, whatever they are. */
    public NasAnswer garbage(byte[] octets) {
        attributes.writeBytes(octets);
        return this;
    }

    /** A Message-Authenticator, which will be right. */
    public NasAnswer messageAuthenticator() {
        messageAuthenticatorAt = HEADER + attributes.size() + 2;
        return attribute(MESSAGE_AUTHENTICATOR, new byte[DIGEST]);
    }

    /** The packet, signed. */
    public byte[] packet() {
        return packetSignedWith(secret);
    }

    /** The packet, signed with another secret. */
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
