package io.silverdata.contract.model;

import java.util.Objects;

/**
 * What the network has done about a contract: the second axis beside {@link Status}.
 *
 * @param access the RADIUS side
 * @param line the OLT side
 */
public record ProvisioningState(TargetState access, TargetState line) {

    /** Nothing was ever asked of the network. */
    public static final ProvisioningState UNTOUCHED =
            new ProvisioningState(TargetState.UNTOUCHED, TargetState.UNTOUCHED);

    /** The two targets in one word. */
    public enum Summary {
        /** Nothing was ever asked of the network. */
        NOT_REQUIRED,
        /** Something is still to be delivered. */
        PENDING,
        /** Every target confirmed what the contract says. */
        IN_SYNC,
        /** Provisioning of a target failed; waits for {@code retryProvisioning} or a changed contract. */
        FAILED,
        /** A target that had confirmed was found to do something else. */
        DRIFTED
    }

    public ProvisioningState {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(line, "line");
    }

    /** The state of one target. */
    public TargetState of(NetworkTarget target) {
        return switch (target) {
            case ACCESS -> access;
            case LINE -> line;
        };
    }

    /** Both targets in one word; a failure outweighs drift, drift outweighs work that is pending. */
    public Summary summary() {
        if (access.failure().isPresent() || line.failure().isPresent()) {
            return Summary.FAILED;
        }
        if (access.drift().isPresent() || line.drift().isPresent()) {
            return Summary.DRIFTED;
        }
        if (needsDelivery()) {
            return Summary.PENDING;
        }
        return desiredVersion() == 0 ? Summary.NOT_REQUIRED : Summary.IN_SYNC;
    }

    /** Whether any target has something to be delivered. */
    public boolean needsDelivery() {
        return access.needsDelivery() || line.needsDelivery();
    }

    /** The contract's version when what the network should do last changed; 0 if never. */
    public long desiredVersion() {
        return Math.max(access.desiredVersion(), line.desiredVersion());
    }

    ProvisioningState with(NetworkTarget target, TargetState state) {
        return switch (target) {
            case ACCESS -> new ProvisioningState(state, line);
            case LINE -> new ProvisioningState(access, state);
        };
    }
}
