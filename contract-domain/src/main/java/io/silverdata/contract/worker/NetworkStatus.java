package io.silverdata.contract.worker;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.spi.WorkHolder;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a contract is, or is not, in sync with the network.
 *
 * @param contract which
 * @param summary both targets in one word
 * @param access the RADIUS side
 * @param line the OLT side
 * @param holder the worker that delivers it at this moment, or died while it did
 */
public record NetworkStatus(
        ContractId contract, Summary summary, TargetStatus access, TargetStatus line, Optional<WorkHolder> holder) {

    public NetworkStatus {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(holder, "holder");
    }

    /** The status of a target. */
    public TargetStatus of(NetworkTarget target) {
        return switch (target) {
            case ACCESS -> access;
            case LINE -> line;
        };
    }
}
