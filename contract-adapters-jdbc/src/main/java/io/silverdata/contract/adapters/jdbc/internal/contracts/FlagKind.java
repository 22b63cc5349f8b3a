package io.silverdata.contract.adapters.jdbc.internal.contracts;

/** What a row of the table of flags is about; kept by its name. */
public enum FlagKind {
    /** A hold: code is the reason's, detail the enforcement. */
    HOLD,
    /** A scheduled change: code is the kind of the command. */
    SCHEDULED,
    /** A failure: code is the failure's, detail the target. */
    FAILURE
}
