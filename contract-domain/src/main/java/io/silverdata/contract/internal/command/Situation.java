package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.CommandMetadata;
import java.time.Instant;

/**
 * What a use case decides with, beside the contract.
 *
 * @param metadata when, by whom and why
 * @param ports finds and claims splitter outputs in this unit of work
 */
public record Situation(CommandMetadata metadata, PortSearch ports) {

    /** The time of the command. */
    Instant now() {
        return metadata.recordedAt();
    }
}
