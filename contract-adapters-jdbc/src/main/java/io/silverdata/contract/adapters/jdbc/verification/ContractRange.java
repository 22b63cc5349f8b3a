package io.silverdata.contract.adapters.jdbc.verification;

import io.silverdata.contract.model.ContractId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Contracts by the octets of their identities; those that the library makes (UUIDs of version 7) are in the order in which
 * they were drafted.
 *
 * @param after the first is the one after it; empty for the first of all
 * @param last the last one, included; empty for the last of all
 */
public record ContractRange(Optional<ContractId> after, Optional<ContractId> last) {
    private static final ContractRange ALL = new ContractRange(Optional.empty(), Optional.empty());

    public ContractRange {
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(last, "last");
    }

    /** Every contract. */
    public static ContractRange all() {
        return ALL;
    }

    /** One contract. */
    public static ContractRange only(ContractId contract) {
        return new ContractRange(before(contract), Optional.of(contract));
    }

    /** Those after a contract, so that a verification that was stopped can go on. */
    public static ContractRange after(ContractId contract) {
        return new ContractRange(Optional.of(contract), Optional.empty());
    }

    private static Optional<ContractId> before(ContractId contract) {
        long high = contract.value().getMostSignificantBits();
        long low = contract.value().getLeastSignificantBits();
        return high == 0 && low == 0
                ? Optional.empty()
                : Optional.of(new ContractId(new UUID(low == 0 ? high - 1 : high, low - 1)));
    }
}
