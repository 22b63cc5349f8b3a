package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.History;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * What a use case decides with, beside the contract.
 *
 * @param metadata when, by whom and why
 * @param ports finds and claims splitter outputs in this unit of work
 * @param history earlier times of the contract; unknown unless the command is backdated
 */
public record Situation(CommandMetadata metadata, PortSearch ports, History history) {

    /** The time of the command. */
    Instant now() {
        return metadata.recordedAt();
    }

    /** Decides a command in this situation. */
    Either<Rejection, Decision> decide(Contract contract, Command command) {
        return Decider.decide(contract, command, metadata, history);
    }

    Situation knowing(History other) {
        return new Situation(metadata, ports, other);
    }
}
