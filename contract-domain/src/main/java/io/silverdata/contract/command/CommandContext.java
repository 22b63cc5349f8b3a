package io.silverdata.contract.command;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who gives a command, why, and under which conditions it is to be carried out. Immutable.
 *
 * @param actor by whom
 * @param trigger why; decides who may lift which hold
 * @param idempotencyKey the same key again returns the first result and writes nothing
 * @param expectedVersion the version the caller has seen; at another one the command is refused
 * @param effectiveAt from when it counts, if in the past; now if empty
 * @param correlationId what ties it to other work of the host
 */
public record CommandContext(
        Actor actor,
        Trigger trigger,
        Optional<IdempotencyKey> idempotencyKey,
        Optional<Long> expectedVersion,
        Optional<Instant> effectiveAt,
        Optional<String> correlationId) {

    public CommandContext {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(expectedVersion, "expectedVersion");
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /**
     * A command given now, without conditions.
     *
     * @param actor 1 to 128 characters without control characters or lone surrogates
     */
    public static CommandContext by(String actor, Trigger trigger) {
        return new CommandContext(
                new Actor(actor), trigger, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same, carried out at most once.
     *
     * @param key 1 to 128 printable ASCII characters, chosen by the caller for this one command
     */
    public CommandContext once(String key) {
        return new CommandContext(
                actor, trigger, Optional.of(new IdempotencyKey(key)), expectedVersion, effectiveAt, correlationId);
    }

    /** The same, on condition that the contract is at this version. */
    public CommandContext expecting(long version) {
        return new CommandContext(actor, trigger, idempotencyKey, Optional.of(version), effectiveAt, correlationId);
    }

    /** The same, counting from a time in the past. */
    public CommandContext effectiveAt(Instant at) {
        return new CommandContext(actor, trigger, idempotencyKey, expectedVersion, Optional.of(at), correlationId);
    }

    /** The same, tied to other work of the host. */
    public CommandContext correlatedBy(String id) {
        return new CommandContext(actor, trigger, idempotencyKey, expectedVersion, effectiveAt, Optional.of(id));
    }
}
