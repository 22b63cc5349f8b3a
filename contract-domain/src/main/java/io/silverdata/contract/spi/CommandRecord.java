package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A command that was accepted.
 *
 * @param key chosen by the caller
 * @param fingerprint of the command and what the caller passed, at most 64 printable ASCII characters, so that another command
 *     under the same key is noticed
 * @param contract on which it was carried out
 * @param versionBefore of the contract; 0 if the command drafted it
 * @param versionAfter of the contract; the events between the two are those of the command
 * @param recordedAt when
 */
public record CommandRecord(
        IdempotencyKey key,
        String fingerprint,
        ContractId contract,
        long versionBefore,
        long versionAfter,
        Instant recordedAt) {

    public CommandRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
