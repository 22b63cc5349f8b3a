package io.silverdata.contract.adapters.radius.dynauth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tinyradius.attribute.RadiusAttribute;
import org.tinyradius.packet.CoaRequest;

/** Makes requests, and the digests that prove them and their answers, with one shared secret. For one thread. */
final class Signer {
    static final int AUTHENTICATOR = 16;

    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int EVENT_TIMESTAMP = 55;
    private static final int USUAL_OCTETS = 192;

    private final SharedSecret secret;
    private final byte[] secretOctets;
    private final MessageDigest md5;
    private final Mac hmac;

    Signer(SharedSecret secret) {
        this.secret = secret;
        this.secretOctets = secret.octets();
        try {
            md5 = MessageDigest.getInstance("MD5");
            hmac = Mac.getInstance("HmacMD5");
            hmac.init(new SecretKeySpec(secretOctets, "HmacMD5"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RADIUS needs MD5, which this Java runtime does not have", e);
        }
    }

    /** MD5, reset. */
    MessageDigest md5() {
        md5.reset();
        return md5;
    }

    /** HMAC-MD5 with the secret, reset. */
    Mac hmac() {
        hmac.reset();
        return hmac;
    }

    /** Ends an MD5 with the secret. */
    void finish(MessageDigest digest, byte[] into) {
        try {
            digest.update(secretOctets);
            digest.digest(into, 0, into.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends an HMAC-MD5. */
    void finish(Mac mac, byte[] into) {
        try {
            mac.doFinal(into, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request as it is sent: Message-Authenticator, what was given, Event-Timestamp. */
    byte[] sign(int code, int identifier, RequestBody body, Instant now) {
        SignedRequest request = new SignedRequest(code, identifier);
        request.addAttribute(new RadiusAttribute(MESSAGE_AUTHENTICATOR, new byte[AUTHENTICATOR]));
        body.attributes().forEach(request::addAttribute);
        request.addAttribute(new RadiusAttribute(
                EVENT_TIMESTAMP,
                ByteBuffer.allocate(Integer.BYTES)
                        .putInt((int) now.getEpochSecond())
                        .array()));
        try {
            ByteArrayOutputStream packet = new ByteArrayOutputStream(USUAL_OCTETS);
            request.encodeRequestPacket(packet, secret.text());
            return packet.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** tinyradius knows how to compute a Request Authenticator, and nothing of a Message-Authenticator. */
    private final class SignedRequest extends CoaRequest {
        SignedRequest(int code, int identifier) {
            super(code);
            setPacketIdentifier(identifier);
        }

        // it would draw from a SecureRandom what RFC 5176 3.4 says is computed
        @Override
        protected byte[] createRequestAuthenticator(String sharedSecret) {
            return new byte[AUTHENTICATOR];
        }

        // its own takes 4,096 octets of memory for every packet
        @Override
        protected byte[] getAttributeBytes() {
            ByteArrayOutputStream octets = new ByteArrayOutputStream(USUAL_OCTETS);
            for (Object attribute : getAttributes()) {
                octets.writeBytes(((RadiusAttribute) attribute).writeAttribute());
            }
            return octets.toByteArray();
        }

        // RFC 5176 3.4: the Message-Authenticator, over a packet without any authenticator, comes before the Request
        // Authenticator, which covers it. It is the first attribute.
        @Override
        protected byte[] updateRequestAuthenticator(String sharedSecret, int length, byte[] attributes) {
            Mac mac = hmac();
            mac.update(new byte[] {
                (byte) getPacketType(), (byte) getPacketIdentifier(), (byte) (length >> 8), (byte) length
            });
            mac.update(new byte[AUTHENTICATOR]);
            byte[] signature = mac.doFinal(attributes);
            System.arraycopy(signature, 0, attributes, 2, signature.length);
            return super.updateRequestAuthenticator(sharedSecret, length, attributes);
        }

        @Override
        protected MessageDigest getMd5Digest() {
            return md5();
        }
    }
}
