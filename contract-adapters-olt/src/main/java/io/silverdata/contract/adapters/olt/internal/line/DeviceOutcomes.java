package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.stream.Stream;

/** The domain's outcome of an order that ended with a fault: the only place that maps one to the other. */
final class DeviceOutcomes {
    private DeviceOutcomes() {}

    /**
     * Wrong keys are not sent rather than refused: they concern the whole OLT, and once they are right again every contract is
     * to go on by itself.
     */
    static DeviceOutcome of(OltFault fault) {
        return switch (fault.kind()) {
            case UNREACHABLE, AUTH_FAILED, BUSY -> new DeviceOutcome.NotSent(fault.getMessage());
            case OUTCOME_UNKNOWN, PARTIAL ->
                fellSilent(fault)
                        ? new DeviceOutcome.NoAnswer(fault.getMessage())
                        : new DeviceOutcome.Unknown(fault.getMessage());
            case ACCESS_DENIED,
                    CONFLICT,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    NO_CAPACITY,
                    DEVICE_ERROR,
                    TOO_BIG,
                    UNSUPPORTED,
                    WRONG_DEVICE,
                    SERIAL_ELSEWHERE,
                    UNKNOWN_OLT,
                    UNKNOWN_PROFILE -> new DeviceOutcome.Refused(fault.kind().name(), fault.getMessage());
        };
    }

    /** Whether the OLT left the read-back unanswered, too. An OLT that answers reads is not silent. */
    private static boolean fellSilent(OltFault fault) {
        return Stream.of(fault.getSuppressed())
                .filter(OltFault.class::isInstance)
                .map(OltFault.class::cast)
                .anyMatch(DeviceOutcomes::isSilence);
    }

    /** Whether the OLT did not answer, so that orders after this one can wait. */
    static boolean isSilence(OltFault fault) {
        return switch (fault.kind()) {
            case UNREACHABLE, AUTH_FAILED -> true;
            case OUTCOME_UNKNOWN, PARTIAL -> fellSilent(fault);
            case ACCESS_DENIED,
                    CONFLICT,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    NO_CAPACITY,
                    BUSY,
                    DEVICE_ERROR,
                    TOO_BIG,
                    UNSUPPORTED,
                    WRONG_DEVICE,
                    SERIAL_ELSEWHERE,
                    UNKNOWN_OLT,
                    UNKNOWN_PROFILE -> false;
        };
    }
}
