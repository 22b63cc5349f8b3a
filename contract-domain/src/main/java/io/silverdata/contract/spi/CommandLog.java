package io.silverdata.contract.spi;

import io.silverdata.contract.model.IdempotencyKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The commands that were accepted under an idempotency key. */
public interface CommandLog {

    /** What was done under a key. */
    Optional<CommandRecord> find(IdempotencyKey key);

    /**
     * What was done under several keys at once. An adapter that can read them in one go should; whoever asked for a key here may
     * expect that {@link #find} answers the same without reading again, until the unit of work ends.
     *
     * @param keys at most 1000
     * @return those that there are
     */
    default Map<IdempotencyKey, CommandRecord> findAll(Collection<IdempotencyKey> keys) {
        Map<IdempotencyKey, CommandRecord> found = new HashMap<>();
        keys.forEach(key -> find(key).ifPresent(command -> found.put(key, command)));
        return found;
    }

    /**
     * Remembers what was done under a key.
     *
     * @throws ConflictException with {@code IDEMPOTENCY_KEY} if the key is taken
     */
    void append(CommandRecord command);
}
