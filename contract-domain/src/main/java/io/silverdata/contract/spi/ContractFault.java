package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import java.util.Objects;

/**
 * A contract with which something cannot be done, and why. It is passed over; others are not held up by it.
 *
 * @param contract which
 * @param problem what is wrong, in words for people
 */
public record ContractFault(ContractId contract, String problem) {

    public ContractFault {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(problem, "problem");
    }
}
