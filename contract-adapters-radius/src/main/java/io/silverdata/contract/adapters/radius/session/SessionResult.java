package io.silverdata.contract.adapters.radius.session;

import java.util.Objects;

/**
 * The result of changing or closing one session.
 *
 * @param session which
 * @param outcome in one word
 * @param detail the words of the NAS, or why it was not asked
 */
public record SessionResult(Session session, Outcome outcome, String detail) {

    /** The results that there are. */
    public enum Outcome {
        /** The NAS acknowledged (Disconnect-ACK), and accounting says that the session has ended. */
        CLOSED,
        /** The NAS acknowledged that it closes the session (Disconnect-ACK); accounting did not say so in time. */
        CLOSE_ACKNOWLEDGED,
        /**
         * The NAS acknowledged the change (CoA-ACK). No accounting proves it, and some NASes acknowledge what they ignore.
         */
        CHANGE_ACKNOWLEDGED,
        /** The session was over already. */
        GONE,
        /** The NAS does not know the session, and accounting has not heard of it since: a stale row. */
        NOT_FOUND,
        /** The NAS does not know the session, but accounting still hears of it. */
        STILL_ONLINE,
        /** The NAS does it after it has asked the RADIUS server (Request-Initiated). */
        PENDING,
        /** The NAS cannot do it now. */
        LATER,
        /** The NAS refused (Disconnect-NAK, CoA-NAK), or is not known. */
        REFUSED,
        /** The NAS did not answer. */
        NO_ANSWER,
        /** The NAS did not get the request. */
        NOT_SENT
    }

    public SessionResult {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(detail, "detail");
    }
}
