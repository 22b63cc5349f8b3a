package io.silverdata.contract.coexistence;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.NetworkTarget;
import java.util.Objects;

/**
 * What a device would be told if it were written to.
 *
 * @param contract for which contract
 * @param number of that contract
 * @param target which side of the network
 * @param device which: the name of the OLT, or {@code RADIUS}
 * @param effect what it does to the subscriber
 * @param detail the order for people: login or ONU, profile, and how strict
 */
public record HeldOrder(
        ContractId contract, ContractNumber number, NetworkTarget target, String device, Effect effect, String detail) {

    /** What an order does to the subscriber. */
    public enum Effect {
        /** Nothing is taken away. A session may be told of a new rate, or closed if its NAS knows no other way. */
        ENSURE,
        /** A login is let in under a hold, or a line is switched off. */
        RESTRICT,
        /** A login or an ONU is removed. */
        REMOVE
    }

    public HeldOrder {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether it takes something away. */
    public boolean restricts() {
        return effect != Effect.ENSURE;
    }
}
