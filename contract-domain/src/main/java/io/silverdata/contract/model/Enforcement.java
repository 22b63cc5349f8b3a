package io.silverdata.contract.model;

/** What a hold does to the service, from nothing to everything; of several holds the strictest counts. */
public enum Enforcement {
    /** Full service. */
    NONE,
    /** Lowered rate. */
    THROTTLE,
    /** Only a notice or payment page can be reached. */
    CAPTIVE,
    /** RADIUS rejects the login and live sessions are closed. */
    HARD_BLOCK,
    /** In addition the ONU is disabled on the OLT. */
    LINE_DISABLED;

    /** Whether the subscriber can log in at all. */
    public boolean allowsLogin() {
        return compareTo(HARD_BLOCK) < 0;
    }

    /** Whether the subscriber is without Internet: {@link #CAPTIVE} or stricter. Reports count it as cut. */
    public boolean cutsService() {
        return compareTo(CAPTIVE) >= 0;
    }

    /** The stricter of the two. */
    public Enforcement strictest(Enforcement other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
