package io.silverdata.contract.model;

/** What brought a command about. Decides who may lift which hold, and stays with the events for reports. */
public enum Trigger {
    /** A member of staff. */
    ADMIN,
    /** The customer. */
    CUSTOMER,
    /** A time that was reached. */
    SCHEDULE,
    /** The host's software, without a person. */
    SYSTEM,
    /** The collection of debt. */
    DUNNING,
    /** A payment that clears what the host's rule asks for. */
    PAYMENT,
    /** The first instalment of an arrangement. */
    FIRST_INSTALMENT,
    /** A promise to pay. */
    PROMISE,
    /** The start of a new usage allowance. */
    CAP_RESET,
    /** Bought usage. */
    TOP_UP,
    /** An answer from a device. */
    NETWORK
}
