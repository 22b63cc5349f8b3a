package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.spi.DeviceOutcome;

/** What a fault is to the domain. */
final class Outcomes {
    private Outcomes() {}

    /**
     * Wrong keys are not sent rather than refused: they concern the whole OLT, and once they are right again every contract is
     * to go on by itself.
     */
    static DeviceOutcome of(OltFault fault) {
        return switch (fault.kind()) {
            case UNREACHABLE, AUTH_FAILED, BUSY -> new DeviceOutcome.NotSent(fault.getMessage());
            case OUTCOME_UNKNOWN, PARTIAL -> new DeviceOutcome.Unknown(fault.getMessage());
            case ACCESS_DENIED,
                    CONFLICT,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    NO_CAPACITY,
                    DEVICE_ERROR,
                    TOO_BIG,
                    UNSUPPORTED,
                    WRONG_DEVICE -> new DeviceOutcome.Refused(fault.kind().name(), fault.getMessage());
        };
    }
}
