package io.silverdata.contract.adapters.radius.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What a NAS sends back for an authentic request: any number of datagrams, in that order. Called on the NAS' thread. */
@FunctionalInterface
public interface NasBehaviour {

    /** The datagrams. */
    List<byte[]> answer(NasRequest request, String secret);

    /** Says yes, whatever it is told, and does nothing. */
    static NasBehaviour acknowledging() {
        return (request, secret) -> List.of(NasAnswer.ack(request, secret).packet());
    }

    /** Says no with that Error-Cause. */
    static NasBehaviour refusing(int errorCause) {
        return (request, secret) -> List.of(
                NasAnswer.nak(request, secret, errorCause).text(18, "because").packet());
    }

    /** Says nothing. */
    static NasBehaviour silent() {
        return (request, secret) -> List.of();
    }

    /** The answer of this, after everything that must not be taken for an answer. */
    default NasBehaviour afterEveryForgery(long seed) {
        Random random = new Random(seed);
        return (request, secret) -> {
            List<byte[]> datagrams = NasForgeries.of(request, secret, random);
            datagrams.addAll(answer(request, secret));
            return datagrams;
        };
    }

    /** The answer of this, with a vendor's attribute whose length is zero, and others that break readers. */
    static NasBehaviour acknowledgingWithBrokenVendorAttributes() {
        return (request, secret) -> List.of(NasAnswer.ack(request, secret)
                .attribute(26, new byte[] {0, 0, 0, 9, 1, 0})
                .attribute(26, new byte[] {0, 0, 1, -83, 1, 2, 3, 4})
                .attribute(26, new byte[] {0, 0, 32, 13, 1})
                .attribute(26, new byte[] {0, 0, 0, 9, 1, -1, 65})
                .attribute(26, new byte[0])
                .integer(101, 201)
                .text(101, "not a number of four octets")
                .text(18, new String(new char[] {'a', 0}))
                .attribute(18, "\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                .messageAuthenticator()
                .packet());
    }
}
