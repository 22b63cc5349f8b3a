package io.silverdata.contract.internal;

import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import java.util.Optional;

/**
 * What came of one target in one delivery.
 *
 * @param target which
 * @param version the desired version that was delivered
 * @param kind how it went
 * @param problem what went wrong, unless it is confirmed
 */
record TargetResult(NetworkTarget target, long version, Kind kind, Optional<ProvisioningFailure> problem) {

    /** How it went, from best to worst. */
    enum Kind {
        CONFIRMED,
        BUSY,
        RETRY,
        REFUSED
    }
}
