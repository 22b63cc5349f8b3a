package io.silverdata.contract.adapters.radius.dynauth;

import java.time.Duration;
import java.util.Optional;

/**
 * Learns what happens, so that a host can count it. Every method does nothing unless overridden. Called on the client's
 * thread, {@link #notSent} on the caller's too: it must be quick, must not block, and must be safe for use by several
 * threads. An exception is logged and goes no further.
 */
public interface DynamicAuthorizationListener {

    /** A request was sent for the first time. */
    default void sent(NasEndpoint nas) {}

    /** A request was sent again. */
    default void retransmitted(NasEndpoint nas) {}

    /**
     * The NAS acknowledged.
     *
     * @param after the first transmission
     */
    default void acknowledged(NasEndpoint nas, Duration after) {}

    /**
     * The NAS refused.
     *
     * @param after the first transmission
     */
    default void rejected(NasEndpoint nas, Optional<ErrorCause> cause, Duration after) {}

    /** A request was given up. */
    default void timedOut(NasEndpoint nas) {}

    /** A request was not sent, or surely not received. */
    default void notSent(NasEndpoint nas, Answer.Reason reason) {}

    /** A datagram was ignored. */
    default void ignored(NasEndpoint nas, Ignored why) {}

    /** The NAS gets probes only from now on; see {@link CircuitBreakerPolicy}. */
    default void circuitOpened(NasEndpoint nas) {}

    /** The NAS answers again. */
    default void circuitClosed(NasEndpoint nas) {}

    /** Why a datagram was ignored. Whatever it was, the client went on waiting for the answer. */
    enum Ignored {
        /** Too short, too long, or its lengths contradict each other. */
        MALFORMED,
        /** No request of that identifier waits: a late or repeated answer, or none of ours. */
        LATE,
        /** Not a code that answers this request. */
        WRONG_CODE,
        /** The Response Authenticator is wrong: forged, damaged, or another secret. */
        BAD_AUTHENTICATOR,
        /** The Message-Authenticator is wrong, there twice, or missing where it is required. */
        BAD_MESSAGE_AUTHENTICATOR,
        /** The Event-Timestamp is too far from this host's time. */
        STALE
    }
}
