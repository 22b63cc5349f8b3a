package io.silverdata.contract.adapters.olt.testkit;

/** What can go wrong with one set at a {@link SimulatedOlt}. */
public enum InjectedFault {
    /** The request is lost on the way: it is not carried out, and not answered. */
    LOST_REQUEST,
    /** The response is lost on the way: the request is carried out. */
    LOST_REPLY,
    /** The response arrives 1.5 s after the request, which is carried out: to be used with a shorter time-out. */
    LATE_REPLY,
    /** The response arrives 60 ms after the request, which is carried out: within any sensible time-out. */
    SLOW,
    /** The device refuses, and changes nothing: resourceUnavailable(13), as OLTs do while they save or another manager writes. */
    BUSY,
    /** The device refuses, and changes nothing: commitFailed(14). */
    COMMIT_FAILED,
    /** The device refuses without a reason, and changes nothing: genErr(5), the most usual refusal of real OLTs. */
    GEN_ERR
}
