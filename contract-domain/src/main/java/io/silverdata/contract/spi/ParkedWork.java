package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import java.util.Objects;

/**
 * A target of a contract that was given up. The other target may still be tried.
 *
 * @param contract whose
 * @param target which
 * @param attempts how often it was tried
 * @param problem what went wrong the last time, for people
 */
public record ParkedWork(ContractId contract, NetworkTarget target, int attempts, String problem) {

    public ParkedWork {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(problem, "problem");
    }
}
