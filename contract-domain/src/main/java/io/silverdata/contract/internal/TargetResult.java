package io.silverdata.contract.internal;

import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of one target in one delivery.
 *
 * @param target which
 * @param version the desired version that was delivered
 * @param kind how it went
 * @param problem what went wrong, unless it is confirmed
 * @param took how long the devices took
 */
record TargetResult(
        NetworkTarget target, long version, Kind kind, Optional<ProvisioningFailure> problem, Duration took) {

    TargetResult(NetworkTarget target, long version, Kind kind, Optional<ProvisioningFailure> problem) {
        this(target, version, kind, problem, Duration.ZERO);
    }

    TargetResult taking(Duration time) {
        return new TargetResult(target, version, kind, problem, time);
    }

    /** How it went, from best to worst. */
    enum Kind {
        CONFIRMED,
        BUSY,
        RETRY,
        REFUSED
    }
}
