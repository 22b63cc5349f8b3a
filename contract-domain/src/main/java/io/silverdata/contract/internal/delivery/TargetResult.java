package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.worker.DeliveryOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * How one target fared in one delivery.
 *
 * @param target which
 * @param version the desired version that was delivered
 * @param outcome how it ended
 * @param problem what went wrong, unless it is confirmed or postponed
 * @param took how long the devices took
 */
record TargetResult(
        NetworkTarget target,
        long version,
        DeliveryOutcome outcome,
        Optional<ProvisioningFailure> problem,
        Duration took) {

    static TargetResult confirmed(NetworkTarget target, long version) {
        return new TargetResult(target, version, DeliveryOutcome.CONFIRMED, Optional.empty(), Duration.ZERO);
    }

    static TargetResult postponed(NetworkTarget target, long version) {
        return new TargetResult(target, version, DeliveryOutcome.POSTPONED, Optional.empty(), Duration.ZERO);
    }

    TargetResult taking(Duration time) {
        return new TargetResult(target, version, outcome, problem, time);
    }

    boolean isConfirmed() {
        return outcome == DeliveryOutcome.CONFIRMED;
    }
}
