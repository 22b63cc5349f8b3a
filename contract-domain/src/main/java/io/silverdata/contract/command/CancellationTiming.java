package io.silverdata.contract.command;

/** When a scheduled cancellation takes effect. A day begins in the operator's zone. */
public enum CancellationTiming {
    /** On the first day of the next billing period. */
    AT_CYCLE_END,
    /** On the first day after the minimum term, as it ends by now. */
    AT_TERM_END
}
