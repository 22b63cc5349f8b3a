package io.silverdata.contract.listener;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * That a command was given.
 *
 * @param command its name as a method of {@code Contracts}, for example {@code suspend}
 * @param contract on which contract, if there is one
 * @param refusal why it was refused, if it was
 * @param repeated whether it had been carried out before under the same idempotency key
 * @param took how long, with every attempt at its unit of work
 */
public record CommandReport(
        String command, Optional<ContractId> contract, Optional<Rejection> refusal, boolean repeated, Duration took) {

    public CommandReport {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(took, "took");
    }
}
