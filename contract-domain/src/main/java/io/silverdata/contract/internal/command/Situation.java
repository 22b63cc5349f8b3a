package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.History;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a use case decides with, beside the contract.
 *
 * @param metadata when, by whom and why
 * @param ports finds and claims splitter outputs in this unit of work
 * @param events everything that has happened to the contract, read when asked for
 */
public record Situation(CommandMetadata metadata, PortSearch ports, Supplier<List<RecordedEvent>> events) {

    /** The time of the command. */
    Instant now() {
        return metadata.recordedAt();
    }

    /** Decides a command in this situation. One that is backdated is judged by the history of the contract. */
    public Either<Rejection, Decision> decide(Contract contract, Command command) {
        boolean isBackdated = metadata.effectiveAt().isBefore(metadata.recordedAt());
        return Decider.decide(contract, command, metadata, isBackdated ? History.of(events.get()) : History.unknown());
    }

    Situation knowing(Supplier<List<RecordedEvent>> others) {
        return new Situation(metadata, ports, others);
    }
}
