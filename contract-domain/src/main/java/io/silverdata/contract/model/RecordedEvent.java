package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An event with its place in the life of a contract. Contract and version identify it.
 *
 * @param contract whose it is
 * @param version the contract's version after it: 1, 2, 3 and so on without gap
 * @param effectiveAt from when it counts; earlier than {@code recordedAt} if the command was backdated
 * @param recordedAt when it was recorded; within a contract never earlier than the event before
 * @param actor who brought it about
 * @param trigger why
 * @param correlationId what ties it to other work of the host, if anything
 * @param event what happened
 */
public record RecordedEvent(
        ContractId contract,
        long version,
        Instant effectiveAt,
        Instant recordedAt,
        Actor actor,
        Trigger trigger,
        Optional<String> correlationId,
        ContractEvent event) {

    public RecordedEvent {
        Objects.requireNonNull(contract, "contract");
        Rule.range("version", version, 1, Long.MAX_VALUE);
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(event, "event");
    }
}
