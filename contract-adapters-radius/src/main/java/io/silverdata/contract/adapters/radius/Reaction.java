package io.silverdata.contract.adapters.radius;

/** What follows from an answer of a NAS. */
enum Reaction {
    /** It did it, or says so. */
    ACKNOWLEDGED,
    /** It did it at the first transmission, and its answer to that was lost. */
    GONE,
    /** It does not find the session: see whether accounting still has it, then say it with other attributes. */
    LOOK_AGAIN,
    /** It does not find the session by any attributes. */
    NOT_FOUND,
    /** Ask again with User-Name and Acct-Session-Id only. */
    ASK_WITH_LESS,
    /** Ask again with everything that is known of the session. */
    ASK_WITH_ALL,
    /** Close the session, so that it comes back as it should be, if the policy allows. */
    RECONNECT,
    /** The same, and do not ask this NAS for changes for a while. */
    RECONNECT_FROM_NOW_ON,
    /** It may do it later, as far as it knows. */
    TRY_LATER,
    /** It will do it, after it has asked the RADIUS server. */
    PENDING,
    /** It will not do it until somebody changes something. */
    REFUSED,
    /** Nobody knows. */
    NO_ANSWER,
    /** It does not know of it. */
    NOT_SENT
}
