package io.silverdata.contract.adapters.olt.testkit;

/** What can go wrong with one set at a simulated OLT. */
public enum InjectedFault {
    /** It does not arrive. */
    LOST_REQUEST,
    /** It is carried out, and the answer does not arrive. */
    LOST_REPLY,
    /** It is carried out, and the answer arrives when nobody waits for it any more. */
    LATE_REPLY,
    /** It is carried out, and the answer takes long, though not too long. */
    SLOW,
    /** It is refused: resourceUnavailable(13). */
    BUSY,
    /** It is refused: commitFailed(14). */
    COMMIT_FAILED,
    /** It is refused without a reason: genErr(5). */
    GEN_ERR
}
