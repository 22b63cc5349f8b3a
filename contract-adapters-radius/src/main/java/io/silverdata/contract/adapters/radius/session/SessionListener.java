package io.silverdata.contract.adapters.radius.session;

/**
 * Learns the result of changing or closing a session, for metrics and alarms; called on the thread of the delivery. What it
 * throws is logged and otherwise ignored. Must be safe for use by any number of threads.
 */
@FunctionalInterface
public interface SessionListener {

    /** This delivery has done with the session. */
    void completed(SessionResult result);
}
