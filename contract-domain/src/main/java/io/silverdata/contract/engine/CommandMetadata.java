package io.silverdata.contract.engine;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.EventMetadata;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * When a command takes effect, when it was given, by whom and why.
 *
 * @param forEvents what each event of the decision says about it
 * @param zone the operator's time zone, in which days begin
 */
public record CommandMetadata(EventMetadata forEvents, ZoneId zone) {

    public CommandMetadata {
        Objects.requireNonNull(forEvents, "forEvents");
        Objects.requireNonNull(zone, "zone");
    }

    /**
     * Metadata, part by part.
     *
     * @throws IllegalArgumentException if the correlation id is not of the form that {@link EventMetadata} allows
     */
    public CommandMetadata(
            Instant effectiveAt,
            Instant recordedAt,
            ZoneId zone,
            Actor actor,
            Trigger trigger,
            Optional<String> correlationId) {
        this(new EventMetadata(effectiveAt, recordedAt, actor, trigger, correlationId), zone);
    }

    /** A command that takes effect when it is given. */
    public static CommandMetadata at(Instant now, ZoneId zone, Actor actor, Trigger trigger) {
        return new CommandMetadata(now, now, zone, actor, trigger, Optional.empty());
    }

    /** From when it counts: when it was given, or before if it is backdated. */
    public Instant effectiveAt() {
        return forEvents.effectiveAt();
    }

    /** When it was given. */
    public Instant recordedAt() {
        return forEvents.recordedAt();
    }

    /** By whom. */
    public Actor actor() {
        return forEvents.actor();
    }

    /** Why. */
    public Trigger trigger() {
        return forEvents.trigger();
    }

    /** What ties it to other work of the host, if anything. */
    public Optional<String> correlationId() {
        return forEvents.correlationId();
    }

    /** For a scheduled change that this command makes possible: decided now, and counting from a time of its own. */
    CommandMetadata scheduledFor(Instant at) {
        return new CommandMetadata(at, recordedAt(), zone, Settlement.ACTOR, Trigger.SCHEDULE, correlationId());
    }

    /** Clocks of several hosts differ; within one contract recorded time never runs backwards. */
    CommandMetadata recordedNoEarlierThan(Instant last) {
        return recordedAt().isBefore(last)
                ? new CommandMetadata(
                        effectiveAt().equals(recordedAt()) ? last : effectiveAt(),
                        last,
                        zone,
                        actor(),
                        trigger(),
                        correlationId())
                : this;
    }
}
