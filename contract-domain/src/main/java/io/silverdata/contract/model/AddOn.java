package io.silverdata.contract.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What a holder has beside the plan, as it was when it was agreed: telephone, television, a second VLAN, or something that only costs, such as
 * a fixed address ({@link AccessSettings} say which). Has a price and a cycle of its own, in the currency of the plan.
 *
 * <p>Immutable. A contract has at most {@link #MAX_OF_A_CONTRACT}.
 *
 * @param id the host's key
 * @param name as shown to people, 1 to 128 characters
 * @param price what it costs
 * @param binding what the OLT binds to the line beside the line profile, by the name that the OLT knows it by; empty if the OLT has nothing
 *     to do with it
 * @param suspension how a hold that cuts the service affects it
 */
public record AddOn(
        AddOnId id, String name, PlanSnapshot.Price price, Optional<ProfileName> binding, AddOnSuspension suspension) {
    /** How many add-ons a contract may have, those that are yet to start included. */
    public static final int MAX_OF_A_CONTRACT = 16;

    private static final Rule NAME = Rule.text("addOnName", 128);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public AddOn {
        Objects.requireNonNull(id, "id");
        NAME.check(name);
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(binding, "binding");
        Objects.requireNonNull(suspension, "suspension");
    }

    /** An add-on by the month, which the OLT has nothing to do with, and which goes with the plan when the service is held. */
    public static AddOn monthly(AddOnId id, String name, Money price) {
        return new AddOn(
                id,
                name,
                new PlanSnapshot.Price(price, BillingCycle.MONTHLY),
                Optional.empty(),
                AddOnSuspension.WITH_PLAN);
    }

    /** The same with a cycle of another length; the price is for one cycle. */
    public AddOn per(BillingCycle cycle) {
        return new AddOn(id, name, new PlanSnapshot.Price(price.amount(), cycle), binding, suspension);
    }

    /** The same, bound to the line by this name. */
    public AddOn boundAs(ProfileName profile) {
        return new AddOn(id, name, price, Optional.of(profile), suspension);
    }

    /** The same with another fate while the service is cut. */
    public AddOn whenSuspended(AddOnSuspension effect) {
        return new AddOn(id, name, price, binding, effect);
    }
}
