package io.silverdata.contract.worker;

/** How one delivery ended. The order is from best to worst: of several targets, the worst is the contract's. */
public enum DeliveryOutcome {
    /** The network does what the contract says. */
    CONFIRMED,
    /** Another worker writes to the device, or it just did not answer for another contract: retried soon. */
    POSTPONED,
    /** Not sent, or not known whether it was applied: retried later. */
    RETRIED,
    /** Given up: refused, or attempted as often as the policy allows. */
    FAILED,
    /** The lease ended before the result could be written; another worker has the row. */
    LOST
}
