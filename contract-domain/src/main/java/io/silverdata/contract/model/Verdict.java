package io.silverdata.contract.model;

/** Whether a line can be built and served. */
public enum Verdict {
    /** Every check passed. */
    QUALIFIED,
    /** No check failed and none is open, but some warn. */
    QUALIFIED_WITH_WARNINGS,
    /** Not where it was asked for, but elsewhere. */
    ALTERNATIVE,
    /** Something is not known that must be known; never to be read as qualified. */
    UNKNOWN,
    /** No. */
    UNQUALIFIED;

    /** Whether a port may be reserved on this verdict. */
    public boolean allowsReservation() {
        return this == QUALIFIED || this == QUALIFIED_WITH_WARNINGS || this == ALTERNATIVE;
    }
}
