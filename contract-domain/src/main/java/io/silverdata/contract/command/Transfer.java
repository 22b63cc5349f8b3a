package io.silverdata.contract.command;

import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.RadiusUser;
import java.util.Objects;
import java.util.Optional;

/**
 * To whom a contract passes. Immutable.
 *
 * @param customer the new holder; the host must know the customer
 * @param radiusUser a new login; the old one stays if empty
 * @param override why it passes in spite of a hold that blocks it, if so; 1 to 256 characters
 * @param keepsScheduled whether what the present holder scheduled stays scheduled; dropped otherwise
 */
public record Transfer(
        CustomerId customer, Optional<RadiusUser> radiusUser, Optional<String> override, boolean keepsScheduled) {

    public Transfer {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(radiusUser, "radiusUser");
        Objects.requireNonNull(override, "override");
    }

    /** To a new holder, with the same login. What the present holder scheduled is dropped. */
    public static Transfer to(CustomerId customer) {
        return new Transfer(customer, Optional.empty(), Optional.empty(), false);
    }

    /** The same with a new login. */
    public Transfer withLogin(RadiusUser other) {
        return new Transfer(customer, Optional.of(other), override, keepsScheduled);
    }

    /** The same in spite of a hold that blocks it. */
    public Transfer inSpiteOfHolds(String why) {
        return new Transfer(customer, radiusUser, Optional.of(why), keepsScheduled);
    }

    /** The same, and what the present holder scheduled stays scheduled. */
    public Transfer keepingScheduled() {
        return new Transfer(customer, radiusUser, override, true);
    }
}
