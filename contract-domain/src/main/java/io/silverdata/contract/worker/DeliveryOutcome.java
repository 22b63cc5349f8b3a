package io.silverdata.contract.worker;

/** How one delivery ended. The order is from best to worst: of several targets, the worst is the contract's. */
public enum DeliveryOutcome {
    /** The network does what the contract says. */
    CONFIRMED,
    /** Not told, because another system is in charge, see {@link io.silverdata.contract.model.Coexistence}: told once it may be. */
    HELD,
    /** Another worker writes to the device, or it just did not answer for another contract: retried soon. */
    POSTPONED,
    /** No answer, or not known whether it was applied: retried later. */
    RETRIED,
    /** Given up: refused, or unknown as often as the policy allows. */
    FAILED,
    /** The lease was lost before the result could be written. What devices were told is told again. */
    LOST
}
