package io.silverdata.contract.model;

import java.util.List;
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
        /** A target was taken over as it is said to be: it was told nothing, and no audit has compared it yet. */
        UNVERIFIED,
        /** Every target confirmed what the contract says. */
        IN_SYNC,
        /** Provisioning of a target failed; waits for {@code retryProvisioning} or a changed contract. */
        FAILED,
        /** A target that had confirmed was found to do something else. */
        DRIFTED;

        /** Two targets in one word; a failure outweighs drift, drift work that is pending, and that what is not verified. */
        public Summary and(Summary other) {
            for (Summary heavier : List.of(FAILED, DRIFTED, PENDING, UNVERIFIED, IN_SYNC)) {
                if (this == heavier || other == heavier) {
                    return heavier;
                }
            }
            return NOT_REQUIRED;
        }
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

    /** Both targets in one word; a failure outweighs drift, drift work that is pending, and that what is not verified. */
    public Summary summary() {
        return access.summary().and(line.summary());
    }

    /** Whether any target has something to be delivered. */
    public boolean needsDelivery() {
        return access.needsDelivery() || line.needsDelivery();
    }

    /** The contract's version when what the network should do last changed; 0 if never. */
    public long desiredVersion() {
        return Math.max(access.desiredVersion(), line.desiredVersion());
    }

    /** The same without the words of devices, in which a login may stand. */
    ProvisioningState erased() {
        return new ProvisioningState(access.erased(), line.erased());
    }

    ProvisioningState with(NetworkTarget target, TargetState state) {
        return switch (target) {
            case ACCESS -> new ProvisioningState(state, line);
            case LINE -> new ProvisioningState(access, state);
        };
    }
}
