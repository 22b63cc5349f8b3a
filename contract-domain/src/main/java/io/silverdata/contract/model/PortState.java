package io.silverdata.contract.model;

/** Who may have a splitter output. */
public enum PortState {
    /** Anyone. */
    FREE,
    /** Its holder, until a time; then anyone. */
    RESERVED,
    /** Its holder. */
    IN_USE,
    /** Nobody: the former holder's line is still configured or patched. */
    QUARANTINED,
    /** Nobody: kept back by the operator, or feeding another splitter. */
    BLOCKED,
    /** Nobody: broken. */
    FAULTY
}
