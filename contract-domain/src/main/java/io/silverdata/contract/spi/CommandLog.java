package io.silverdata.contract.spi;

import io.silverdata.contract.model.IdempotencyKey;
import java.util.Optional;

/** The commands that were accepted under an idempotency key. */
public interface CommandLog {

    /** What was done under a key. */
    Optional<CommandRecord> find(IdempotencyKey key);

    /**
     * Remembers what was done under a key.
     *
     * @throws ConflictException with {@code IDEMPOTENCY_KEY} if the key is taken
     */
    void append(CommandRecord command);
}
