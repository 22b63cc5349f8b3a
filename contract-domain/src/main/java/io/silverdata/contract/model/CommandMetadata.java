package io.silverdata.contract.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * When a command takes effect, when it was given, by whom and why.
 *
 * @param effectiveAt from when it counts: now, or in the past if the command is backdated
 * @param recordedAt when it was given
 * @param zone the operator's time zone, in which days begin
 * @param actor by whom
 * @param trigger why
 * @param correlationId what ties it to other work of the host, 1 to 128 characters without control characters, if
 *     anything
 */
public record CommandMetadata(
        Instant effectiveAt,
        Instant recordedAt,
        ZoneId zone,
        Actor actor,
        Trigger trigger,
        Optional<String> correlationId) {
    private static final Rule CORRELATION = Rule.text("correlationId", 128);

    /**
     * @throws IllegalArgumentException naming field, value and what is allowed, if the correlation id is not of that form
     */
    public CommandMetadata {
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(trigger, "trigger");
        correlationId.ifPresent(CORRELATION::check);
    }

    /** A command that takes effect when it is given. */
    public static CommandMetadata at(Instant now, ZoneId zone, Actor actor, Trigger trigger) {
        return new CommandMetadata(now, now, zone, actor, trigger, Optional.empty());
    }

    /** Clocks of several hosts differ; within one contract recorded time never runs backwards. */
    CommandMetadata recordedNoEarlierThan(Instant last) {
        return recordedAt.isBefore(last)
                ? new CommandMetadata(
                        effectiveAt.equals(recordedAt) ? last : effectiveAt, last, zone, actor, trigger, correlationId)
                : this;
    }
}
