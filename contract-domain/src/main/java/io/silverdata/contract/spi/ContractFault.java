package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Texts;
import java.util.Objects;

/**
 * A contract with which something cannot be done, and why. It is passed over; others are not held up by it.
 *
 * @param contract which
 * @param problem what is wrong, in words for people; cut after 4,000 characters
 */
public record ContractFault(ContractId contract, String problem) {
    private static final int MAX_PROBLEM = 4_000;

    public ContractFault {
        Objects.requireNonNull(contract, "contract");
        problem = Texts.kept(problem, MAX_PROBLEM);
    }
}
