package io.silverdata.contract.adapters.radius.tck;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An answer, right or wrong in the ways a test wants. Not thread-safe. */
public final class NasAnswer {
    private static final int HEADER = 20;
    private static final int DIGEST = 16;
    private static final int MESSAGE_AUTHENTICATOR = 80;

    private final NasRequest request;
    private final byte[] secret;
    private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();
    private int code;
    private int identifier;
    private int messageAuthenticatorAt = -1;

    private NasAnswer(NasRequest request, String secret, int code) {
        this.request = request;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
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
        return packet(secret);
    }

    /** The packet, signed with another secret. */
    public byte[] packetSignedWith(String other) {
        return packet(other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] packet(byte[] key) {
        byte[] packet = ByteBuffer.allocate(HEADER + attributes.size())
                .put((byte) code)
                .put((byte) identifier)
                .putShort((short) (HEADER + attributes.size()))
                .put(request.authenticator())
                .put(attributes.toByteArray())
                .array();
        try {
            if (messageAuthenticatorAt > 0) {
                System.arraycopy(hmac(key, packet), 0, packet, messageAuthenticatorAt, DIGEST);
            }
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(packet);
            System.arraycopy(md5.digest(key), 0, packet, 4, DIGEST);
            return packet;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hmac(byte[] key, byte[] octets) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(key, "HmacMD5"));
        return mac.doFinal(octets);
    }
}
