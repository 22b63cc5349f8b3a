package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import java.util.Objects;

/**
 * A delivery that was given up.
 *
 * @param contract whose
 * @param attempts how often it was tried before the last time
 * @param problem what went wrong the last time, for people
 */
public record ParkedWork(ContractId contract, int attempts, String problem) {

    public ParkedWork {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(problem, "problem");
    }
}
