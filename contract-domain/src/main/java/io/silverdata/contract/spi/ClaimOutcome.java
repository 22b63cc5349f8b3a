package io.silverdata.contract.spi;

/** What came of a claim on a splitter output. */
public enum ClaimOutcome {
    /** The contract has it. */
    CLAIMED,
    /** Another contract has it, or it cannot be sold. */
    TAKEN,
    /** The PON port has as many subscribers as it may have. */
    PON_PORT_FULL,
    /** There is no such output. */
    UNKNOWN_PORT
}
