package io.silverdata.contract.adapters.radius.tck;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Whether a request was signed by somebody who knows the secret (RFC 5176, sections 2.3 and 3.4). */
final class NasSignature {
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int EVENT_TIMESTAMP = 55;

    private NasSignature() {}

    static boolean isRight(NasRequest request, String secret, boolean strict) {
        try {
            byte[] key = secret.getBytes(StandardCharsets.UTF_8);
            byte[] zeroed = request.packet();
            Arrays.fill(zeroed, 4, 20, (byte) 0);
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(zeroed);
            return Arrays.equals(md5.digest(key), request.authenticator())
                    && hasMessageAuthenticator(request, key, zeroed, strict)
                    && (!strict || request.find(EVENT_TIMESTAMP).isPresent());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasMessageAuthenticator(NasRequest request, byte[] key, byte[] zeroed, boolean strict)
            throws GeneralSecurityException {
        if (strict
                && (request.attributes().isEmpty()
                        || request.attributes().get(0).code() != MESSAGE_AUTHENTICATOR)) {
            return false;
        }
        var attribute = request.find(MESSAGE_AUTHENTICATOR);
        if (attribute.isEmpty()) {
            return true;
        }
        int at = attribute.get().at();
        Arrays.fill(zeroed, at, at + attribute.get().value().length, (byte) 0);
        return Arrays.equals(NasAnswer.hmac(key, zeroed), attribute.get().value());
    }
}
