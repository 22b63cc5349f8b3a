package io.silverdata.contract.runs;

import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.model.IdempotencyKey;
import java.util.Objects;

/**
 * A contract of another system with its key there, under which it is adopted at most once.
 *
 * @param key the key of the other system; if several are moved in from, with the name of the system before it
 * @param adoption the contract
 */
public record KeyedAdoption(IdempotencyKey key, Adoption adoption) {

    public KeyedAdoption {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(adoption, "adoption");
    }
}
