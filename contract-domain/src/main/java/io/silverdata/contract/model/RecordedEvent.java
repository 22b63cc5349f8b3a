package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An event with its place in the life of a contract. Contract and version identify it.
 *
 * @param contract whose it is
 * @param version the contract's version after it: 1, 2, 3 and so on without gap
 * @param metadata when, by whom and why
 * @param event what happened
 */
public record RecordedEvent(ContractId contract, long version, EventMetadata metadata, ContractEvent event) {

    public RecordedEvent {
        Objects.requireNonNull(contract, "contract");
        Rule.range("version", version, 1, Long.MAX_VALUE);
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(event, "event");
    }

    /** From when it counts; earlier than {@link #recordedAt} if the command was backdated. */
    public Instant effectiveAt() {
        return metadata.effectiveAt();
    }

    /** When it was recorded; within a contract never earlier than the event before. */
    public Instant recordedAt() {
        return metadata.recordedAt();
    }

    /** Who brought it about. */
    public Actor actor() {
        return metadata.actor();
    }

    /** Why. */
    public Trigger trigger() {
        return metadata.trigger();
    }

    /** What ties it to other work of the host, if anything. */
    public Optional<String> correlationId() {
        return metadata.correlationId();
    }
}
