package io.silverdata.contract.model;

import java.util.Objects;

/**
 * How an add-on is affected while a hold cuts the Internet service ({@link Enforcement#cutsService}). Slower service touches no
 * add-on.
 *
 * @param service whether the line goes on to carry it
 * @param charge how much of its price is owed
 */
public record AddOnSuspension(Service service, Charge charge) {
    /** Goes with the Internet service and is owed as the plan is: the rule of most add-ons. */
    public static final AddOnSuspension WITH_PLAN = new AddOnSuspension(Service.GOES, Charge.AS_PLAN);

    /** Is not touched by a suspension: a telephone that must reach emergency numbers. */
    public static final AddOnSuspension UNAFFECTED = new AddOnSuspension(Service.STAYS, Charge.FULL);

    /** Whether the line goes on to carry an add-on. With {@link Enforcement#LINE_DISABLED} no line carries anything. */
    public enum Service {
        /** The line goes on to carry it. */
        STAYS,
        /** The OLT takes it off the line until the service is back. */
        GOES
    }

    /** How much of an add-on's price is owed. */
    public enum Charge {
        /** All of it. */
        FULL,
        /** As much as the hold leaves of the plan's price, at any level ({@link SuspensionPolicy#billability}). */
        AS_PLAN,
        /** Nothing on days on which a hold cuts the service, all of it on others. */
        NONE
    }

    public AddOnSuspension {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(charge, "charge");
    }

    /** Whether the line carries it under an enforcement. */
    boolean isServedUnder(Enforcement enforcement) {
        return service == Service.STAYS || !enforcement.cutsService();
    }
}
