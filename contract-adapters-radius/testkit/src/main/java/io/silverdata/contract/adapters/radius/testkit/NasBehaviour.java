package io.silverdata.contract.adapters.radius.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How a {@link SimulatedNas} answers an authentic request. {@link NasSessions} behaves like a NAS with subscribers; the
 * methods here make NASes that answer all requests alike. A test writes one of its own for anything else:
 *
 * <pre>{@code
 * // refuses changes, and closes sessions
 * nas.behave((request, secret) -> request.code() == NasRequest.COA_REQUEST
 *         ? List.of(NasAnswer.nak(request, secret, 406).packet())
 *         : nas.sessions().answer(request, secret));
 * }</pre>
 *
 * <p>Called on the NAS' thread, one request at a time. What it throws, an assertion too, leaves the request without an
 * answer and is thrown by {@link SimulatedNas#close}.
 */
@FunctionalInterface
public interface NasBehaviour {

    /**
     * The datagrams to send back, in that order; none for silence. {@link NasAnswer} makes them.
     *
     * @param request whose authenticators were right
     * @param secret shared with the client
     */
    List<byte[]> answer(NasRequest request, String secret);

    /** Acknowledges every request, and does nothing. */
    static NasBehaviour acknowledging() {
        return (request, secret) -> List.of(NasAnswer.ack(request, secret).packet());
    }

    /**
     * Refuses every request, with the Reply-Message {@code because}.
     *
     * @param errorCause as {@code 503} (RFC 5176, section 3.5)
     */
    static NasBehaviour refusing(int errorCause) {
        return (request, secret) -> List.of(
                NasAnswer.nak(request, secret, errorCause).text(18, "because").packet());
    }

    /** Answers nothing: as a NAS that is down, has another secret or drops the request. */
    static NasBehaviour silent() {
        return (request, secret) -> List.of();
    }

    /**
     * Acknowledges every request, with vendor attributes that break careless readers: lengths of zero, lengths beyond the
     * end, text that is no UTF-8.
     */
    static NasBehaviour acknowledgingWithMalformedVendorAttributes() {
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

    /**
     * The same behaviour, but before each answer some thirty datagrams arrive that must not be taken for it: truncated,
     * of other codes and identifiers, with wrong authenticators, signed with another secret, too old, random. Those with
     * a code of an answer refuse, so that a client that believes one of them reports a refusal.
     *
     * @param seed for the random octets
     */
    default NasBehaviour precededByForgeries(long seed) {
        Random random = new Random(seed);
        return (request, secret) -> {
            List<byte[]> datagrams = new ArrayList<>(NasForgeries.of(request, secret, random));
            datagrams.addAll(answer(request, secret));
            return datagrams;
        };
    }
}
