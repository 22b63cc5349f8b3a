package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import java.util.Objects;

/**
 * The right to deliver one contract for a while.
 *
 * @param contract which
 * @param token greater than that of any lease before on the same contract
 * @param attempts how often it was tried since it was marked, 0 or more
 * @param until when the right ends
 */
public record WorkLease(ContractId contract, long token, int attempts, Instant until) {

    public WorkLease {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(until, "until");
    }
}
