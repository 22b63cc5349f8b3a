package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.model.Rates;
import java.util.Optional;

/**
 * The state that sessions are brought to.
 *
 * @param rates what they are to have; empty when they are to be closed
 * @param mayDisconnect whether a session that its NAS does not change is closed
 */
public record SessionTarget(Optional<Rates> rates, boolean mayDisconnect) {

    /** Closed. */
    public static SessionTarget closed() {
        return new SessionTarget(Optional.empty(), true);
    }

    /** With these rates. */
    public static SessionTarget rates(Rates rates, boolean mayDisconnect) {
        return new SessionTarget(Optional.of(rates), mayDisconnect);
    }
}
