package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import java.time.Instant;
import java.util.Objects;

/**
 * The right to deliver one contract for a while.
 *
 * @param contract which
 * @param token greater than that of any lease before on the same contract
 * @param until when the right ends, unless it is renewed
 * @param access what was to be done about the RADIUS side when the lease was taken
 * @param line what was to be done about the OLT side when the lease was taken
 */
public record WorkLease(ContractId contract, long token, Instant until, TargetWork access, TargetWork line) {

    public WorkLease {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(line, "line");
    }

    /** What was to be done about a target. */
    public TargetWork of(NetworkTarget target) {
        return switch (target) {
            case ACCESS -> access;
            case LINE -> line;
        };
    }
}
