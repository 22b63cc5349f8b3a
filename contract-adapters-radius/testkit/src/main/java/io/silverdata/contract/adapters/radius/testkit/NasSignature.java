package io.silverdata.contract.adapters.radius.testkit;

import java.util.Arrays;

/** Checks that a request was signed with the secret (RFC 5176, sections 2.3 and 3.4). */
final class NasSignature {
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int EVENT_TIMESTAMP = 55;

    private NasSignature() {}

    static boolean isRight(NasRequest request, String secret, boolean strict) {
        Digests digests = Digests.of(secret);
        byte[] zeroed = request.packet();
        Arrays.fill(zeroed, 4, 20, (byte) 0);
        return Arrays.equals(digests.md5(zeroed), request.authenticator())
                && hasMessageAuthenticator(request, digests, zeroed, strict)
                && (!strict || request.find(EVENT_TIMESTAMP).isPresent());
    }

    private static boolean hasMessageAuthenticator(NasRequest request, Digests digests, byte[] zeroed, boolean strict) {
        if (strict
                && (request.attributes().isEmpty()
                        || request.attributes().get(0).code() != MESSAGE_AUTHENTICATOR)) {
            return false;
        }
        int at = request.valueAt(MESSAGE_AUTHENTICATOR);
        if (at < 0) {
            return true;
        }
        byte[] received = request.find(MESSAGE_AUTHENTICATOR).orElseThrow().value();
        Arrays.fill(zeroed, at, at + received.length, (byte) 0);
        return Arrays.equals(digests.hmac(zeroed), received);
    }
}
