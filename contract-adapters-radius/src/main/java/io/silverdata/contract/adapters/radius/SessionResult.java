package io.silverdata.contract.adapters.radius;

import java.util.Objects;

/**
 * What came of telling the NAS about one session.
 *
 * @param session which
 * @param verdict in one word
 * @param detail the words of the NAS, or why it was not asked
 */
public record SessionResult(Session session, Verdict verdict, String detail) {

    /** The words. */
    public enum Verdict {
        /** The NAS acknowledged, and accounting says that the session has ended. */
        CLOSED,
        /** The NAS acknowledged that it closes the session; accounting did not say so in time. */
        CLOSE_ACKNOWLEDGED,
        /** The NAS acknowledged the change. No accounting proves it, and some NASes acknowledge what they do not know. */
        CHANGE_ACKNOWLEDGED,
        /** The session was over already. */
        GONE,
        /** The NAS does not know the session, and accounting has not heard of it since. The row is a left-over. */
        NOT_FOUND,
        /** The NAS does not know the session, but accounting still hears of it. */
        STILL_ONLINE,
        /** The NAS will do it after it has asked. */
        PENDING,
        /** The NAS said that it cannot do it now. */
        LATER,
        /** The NAS said no, or is not known. */
        REFUSED,
        /** It did not answer. */
        NO_ANSWER,
        /** It was not asked. */
        NOT_SENT
    }

    public SessionResult {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(detail, "detail");
    }
}
