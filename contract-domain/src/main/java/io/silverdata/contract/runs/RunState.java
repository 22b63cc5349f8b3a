package io.silverdata.contract.runs;

/** What a caller of a run does next. */
public enum RunState {
    /** There is more: call again. */
    MORE,
    /** There is more, but not before {@code resumeAt}: the rate or the length of the work queue is at its limit. */
    WAITING,
    /** Every contract had its turn. */
    FINISHED,
    /** The limits were reached. What was done stays; what is left was not touched. */
    STOPPED
}
