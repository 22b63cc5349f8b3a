package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a contract: given at the draft, kept through plan change, relocation, new holder and ONU swap.
 *
 * @param value unique among all contracts of all hosts
 */
public record ContractId(UUID value) implements Comparable<ContractId> {
    private static final Rule UUID_FORM =
            Rule.of("contractId", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "a UUID of 36 characters");

    /** Checks that there is a value. */
    public ContractId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the usual text form of a UUID, 36 characters.
     *
     * @return the identity, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, ContractId> parse(String text) {
        return UUID_FORM.parse(text, value -> new ContractId(UUID.fromString(value)));
    }

    @Override
    public int compareTo(ContractId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
