package io.silverdata.contract.report;

/** Where the clock of "time to provision" starts; it stops when the network confirms for the first time. */
public enum ClockStart {
    /** When the contract was drafted: what the customer lives through. */
    DRAFTED,
    /** When the address was first found to qualify. */
    FEASIBLE,
    /** When it was activated: what the network takes. */
    ACTIVATED
}
