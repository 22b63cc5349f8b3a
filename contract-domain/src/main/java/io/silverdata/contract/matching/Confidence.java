package io.silverdata.contract.matching;

/** How far a proposal can be trusted, the least first. */
public enum Confidence {
    /** Near each other, or one of several proposals. */
    LOW,
    /** One names the other, or nothing else is left under the PON port. */
    MEDIUM,
    /** One names the other, and both are under one PON port. */
    HIGH
}
