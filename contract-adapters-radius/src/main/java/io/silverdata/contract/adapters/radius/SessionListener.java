package io.silverdata.contract.adapters.radius;

/**
 * Told of what came of each session, for metrics and alarms; called on the thread of the delivery. What it throws is logged and
 * otherwise ignored. Must be safe for use by any number of threads.
 */
@FunctionalInterface
public interface SessionListener {

    /** The matter of this session is over for this delivery. */
    void told(SessionResult result);
}
