package io.silverdata.contract.listener;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.worker.DeliveryOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt to deliver what a contract wants to one side of the network.
 *
 * @param contract which
 * @param target which side
 * @param desiredVersion the version of the contract that was delivered
 * @param attempt the number of the attempt since the contract changed, 1 or more
 * @param outcome how it ended; never {@code LOST}, which is the fate of a whole row
 * @param problem what went wrong, unless it is confirmed, postponed or held
 * @param took how long the groups of orders took in which the contract's were carried out
 */
public record DeliveryReport(
        ContractId contract,
        NetworkTarget target,
        long desiredVersion,
        int attempt,
        DeliveryOutcome outcome,
        Optional<ProvisioningFailure> problem,
        Duration took) {

    public DeliveryReport {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(took, "took");
    }
}
