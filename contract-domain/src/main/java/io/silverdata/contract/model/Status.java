package io.silverdata.contract.model;

/** Where a contract is in its life: intent, derived from the facts in {@link Contract}, never set. */
public enum Status {
    /** Drafted, not yet activated (borrador). */
    DRAFT,
    /** Activated, and nothing holds it (activo). */
    ACTIVE,
    /** Activated, and at least one hold is on it (suspendido). */
    SUSPENDED,
    /** Ended for good (cancelado). */
    CANCELLED;

    /** Whether the contract is activated and not ended. */
    public boolean isLive() {
        return this == ACTIVE || this == SUSPENDED;
    }
}
