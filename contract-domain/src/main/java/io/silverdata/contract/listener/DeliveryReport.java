package io.silverdata.contract.listener;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * That one side of the network was told what a contract wants.
 *
 * @param contract which
 * @param target which side
 * @param desiredVersion the version of the contract that was delivered
 * @param attempt the how many-th attempt at this contract since it changed, 1 or more
 * @param outcome what came of it
 * @param problem what went wrong, unless it is confirmed or postponed
 * @param took how long the devices took
 */
public record DeliveryReport(
        ContractId contract,
        NetworkTarget target,
        long desiredVersion,
        int attempt,
        Outcome outcome,
        Optional<ProvisioningFailure> problem,
        Duration took) {

    /** What came of it. */
    public enum Outcome {
        /** The network does what the contract says. */
        CONFIRMED,
        /** Another worker writes to the device, or it just did not answer for another contract: soon again. */
        POSTPONED,
        /** Not sent, or not known what came of it: later again. */
        RETRIED,
        /** Given up: refused, or tried as often as may be. */
        FAILED
    }

    public DeliveryReport {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(took, "took");
    }
}
