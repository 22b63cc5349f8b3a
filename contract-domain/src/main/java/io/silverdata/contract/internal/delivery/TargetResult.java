package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.worker.DeliveryOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * How one target fared in one delivery.
 *
 * @param target which
 * @param version the desired version that was delivered
 * @param attempt the number of the attempt, 1 or more
 * @param outcome how it ended
 * @param last how its last step ended
 * @param took how long the devices took
 */
record TargetResult(
        NetworkTarget target, long version, int attempt, DeliveryOutcome outcome, StepOutcome last, Duration took) {

    /** What went wrong, unless it is confirmed, postponed or held. */
    Optional<ProvisioningFailure> problem() {
        return last.problem();
    }

    /** The same for people. */
    String words() {
        return problem()
                .map(failure -> failure.code() + ": " + failure.detail())
                .orElse("");
    }

    /** What is left to do about the target. */
    TargetWork left(TargetWork before, Pauses pauses) {
        return switch (outcome) {
            case CONFIRMED -> TargetWork.NONE;
            case RETRIED -> before.retried(pauses.after(attempt, last.isSilence()), words());
            case POSTPONED ->
                before.postponed(last.kind() == StepOutcome.Kind.BUSY ? pauses.afterBusy() : pauses.afterSilence());
            case HELD -> before.held(last.heldAt());
            case FAILED -> before.parked(words());
            case LOST -> before;
        };
    }
}
