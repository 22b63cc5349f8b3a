package io.silverdata.contract.model;

import java.util.Objects;
import java.util.Optional;

/**
 * How far one target is.
 *
 * @param desiredVersion the contract's version when what the target should do last changed; 0 if never
 * @param confirmedVersion the desired version that the target last confirmed; 0 if never
 * @param failure why provisioning failed at the desired version
 * @param drift how it was found to differ since it confirmed
 * @param unverified whether what is wanted was taken over as it is said to be there: the target was told nothing, and nobody has compared
 */
public record TargetState(
        long desiredVersion,
        long confirmedVersion,
        Optional<ProvisioningFailure> failure,
        Optional<Drift> drift,
        boolean unverified) {

    /** A target that was never asked for anything. */
    public static final TargetState UNTOUCHED = new TargetState(0, 0, Optional.empty(), Optional.empty());

    public TargetState {
        Rule.range("desiredVersion", desiredVersion, 0, Long.MAX_VALUE);
        Rule.range("confirmedVersion", confirmedVersion, 0, desiredVersion);
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(drift, "drift");
        if (unverified && (confirmedVersion == desiredVersion || failure.isPresent() || drift.isPresent())) {
            throw new IllegalArgumentException("unverified must be false for what was confirmed, failed or drifted");
        }
    }

    /** A state that came of deliveries. */
    public TargetState(
            long desiredVersion, long confirmedVersion, Optional<ProvisioningFailure> failure, Optional<Drift> drift) {
        this(desiredVersion, confirmedVersion, failure, drift, false);
    }

    /** Whether something is to be delivered: not confirmed yet or drifted, and neither failed nor taken over as it is. */
    public boolean needsDelivery() {
        return !unverified && failure.isEmpty() && (confirmedVersion < desiredVersion || drift.isPresent());
    }

    /** How far the target is, in one word; a failure outweighs drift. */
    public ProvisioningState.Summary summary() {
        if (failure.isPresent()) {
            return ProvisioningState.Summary.FAILED;
        }
        if (drift.isPresent()) {
            return ProvisioningState.Summary.DRIFTED;
        }
        if (needsDelivery()) {
            return ProvisioningState.Summary.PENDING;
        }
        if (unverified) {
            return ProvisioningState.Summary.UNVERIFIED;
        }
        return desiredVersion == 0 ? ProvisioningState.Summary.NOT_REQUIRED : ProvisioningState.Summary.IN_SYNC;
    }

    TargetState desired(long version) {
        return new TargetState(version, confirmedVersion, Optional.empty(), drift);
    }

    /** Said to be there already, as it is wanted from this version on. */
    TargetState takenOver(long version) {
        return new TargetState(version, confirmedVersion, Optional.empty(), Optional.empty(), true);
    }

    TargetState erased() {
        return new TargetState(
                desiredVersion,
                confirmedVersion,
                failure.map(ErasedEvents::erased),
                drift.map(ErasedEvents::erased),
                unverified);
    }

    TargetState confirmed() {
        return new TargetState(desiredVersion, desiredVersion, Optional.empty(), Optional.empty());
    }

    TargetState failed(ProvisioningFailure reason) {
        return new TargetState(desiredVersion, confirmedVersion, Optional.of(reason), drift);
    }

    TargetState retried() {
        return new TargetState(desiredVersion, confirmedVersion, Optional.empty(), drift, unverified);
    }

    TargetState drifted(Drift found) {
        return new TargetState(desiredVersion, confirmedVersion, failure, Optional.of(found));
    }
}
