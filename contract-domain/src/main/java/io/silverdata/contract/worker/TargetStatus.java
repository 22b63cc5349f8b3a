package io.silverdata.contract.worker;

import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.spi.TargetWork;
import java.util.Objects;
import java.util.Optional;

/**
 * How one target of a contract stands.
 *
 * @param target which
 * @param device what is told: the name of the OLT, or {@code RADIUS}; empty if the contract has no line
 * @param state what the contract wants of it, and what it confirmed, why it was given up on, and how it was found to differ
 * @param work attempts, next try and last problem; {@link TargetWork#NONE} if nothing waits to be told
 */
public record TargetStatus(NetworkTarget target, Optional<String> device, TargetState state, TargetWork work) {

    public TargetStatus {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(work, "work");
    }

    /** Whether it does what the contract says. */
    public boolean isInSync() {
        return state.confirmedVersion() == state.desiredVersion()
                && state.drift().isEmpty()
                && state.failure().isEmpty();
    }

    /** Whether it waits because another system is in charge, see {@link io.silverdata.contract.model.Coexistence}. */
    public boolean isHeld() {
        return work.isHeld();
    }

    /** What went wrong the last time, for people: of the try before the next, or of the last one if it was given up. */
    public Optional<String> lastProblem() {
        return work.problem().or(() -> state.failure().map(TargetStatus::words));
    }

    private static String words(ProvisioningFailure failure) {
        return failure.code() + ": " + failure.detail();
    }
}
