package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When an event counts, when it was recorded, who brought it about and why. All events of one command share it.
 *
 * @param effectiveAt from when it counts; earlier than {@code recordedAt} if the command was backdated
 * @param recordedAt when it was recorded
 * @param actor who brought it about
 * @param trigger why
 * @param correlationId what ties it to other work of the host, 1 to 128 characters without control characters or lone surrogates, if
 *     anything
 */
public record EventMetadata(
        Instant effectiveAt, Instant recordedAt, Actor actor, Trigger trigger, Optional<String> correlationId) {
    private static final Rule CORRELATION = Rule.text("correlationId", 128);

    /**
     * Checks the correlation id.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed, if it is not of that form
     */
    public EventMetadata {
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(trigger, "trigger");
        correlationId.ifPresent(CORRELATION::check);
    }
}
