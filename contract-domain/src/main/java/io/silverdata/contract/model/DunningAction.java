package io.silverdata.contract.model;

import java.util.Optional;

/** What a step of the collection of debt does, from the mildest to the strictest. */
public enum DunningAction {
    /** Tells the customer; the service stays as it is. */
    NOTIFY(Optional.empty()),
    /** Lets no plan change and no transfer through; the service stays as it is. */
    RESTRICT(Optional.of(Enforcement.NONE)),
    /** Lowers the rate. */
    THROTTLE(Optional.of(Enforcement.THROTTLE)),
    /** Lets only a notice or payment page be reached. */
    CAPTIVE(Optional.of(Enforcement.CAPTIVE)),
    /** Cuts the service. */
    SUSPEND(Optional.of(Enforcement.HARD_BLOCK)),
    /** Ends the contract. */
    CANCEL(Optional.empty());

    private final Optional<Enforcement> enforcement;

    DunningAction(Optional<Enforcement> enforcement) {
        this.enforcement = enforcement;
    }

    /** What the hold for debt does to the service, if the action puts one on it. */
    public Optional<Enforcement> enforcement() {
        return enforcement;
    }

    /** Whether it takes service away from the customer: all but {@link #NOTIFY} and {@link #RESTRICT}. */
    public boolean isCut() {
        return compareTo(RESTRICT) > 0;
    }
}
