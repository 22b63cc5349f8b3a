package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.Optional;

/**
 * How a step ended.
 *
 * @param kind in one word
 * @param problem what went wrong; empty if it was applied, or if nobody was asked
 * @param heldAt the revision of the coexistence that kept it from being told; 0 otherwise
 */
record StepOutcome(Kind kind, Optional<ProvisioningFailure> problem, long heldAt) {
    static final StepOutcome APPLIED = of(Kind.APPLIED);

    /** Another worker writes to the OLT. */
    static final StepOutcome BUSY = of(Kind.BUSY);

    /** The OLT just did not answer, and is left alone for the rest of the call. */
    static final StepOutcome LEFT_ALONE = of(Kind.LEFT_ALONE);

    /** RADIUS waits for a line that is built for the first time. */
    static final StepOutcome WAITING = of(Kind.WAITING);

    /** The lease of the contract ended before the step. */
    static final StepOutcome LEASE_LOST = of(Kind.LEASE_LOST);

    static final String NOT_IN_SERVICE = "NOT_IN_SERVICE";

    private static final String NOT_SENT = "NOT_SENT";

    enum Kind {
        APPLIED,
        AWAITED,
        REFUSED,
        UNKNOWN,
        SILENT,
        BUSY,
        LEFT_ALONE,
        HELD,
        WAITING,
        LEASE_LOST
    }

    /** Another system is in charge of the device or of the contract. */
    static StepOutcome held(long revision) {
        return new StepOutcome(Kind.HELD, Optional.empty(), revision);
    }

    static StepOutcome of(DeviceOutcome outcome) {
        return outcome.match(new Of());
    }

    /** Whether the device may have changed. */
    boolean isTold() {
        return switch (kind) {
            case APPLIED, AWAITED, REFUSED, UNKNOWN -> true;
            case SILENT -> !isNotSent();
            case BUSY, LEFT_ALONE, HELD, WAITING, LEASE_LOST -> false;
        };
    }

    /** Whether the line is there, be the ONU online yet or not. */
    boolean isBuilt() {
        return kind == Kind.APPLIED || kind == Kind.AWAITED;
    }

    boolean isSilence() {
        return kind == Kind.SILENT;
    }

    /** Whether the device cannot have changed. */
    boolean isNotSent() {
        return problem.filter(why -> why.code().equals(NOT_SENT)).isPresent();
    }

    private static StepOutcome of(Kind kind) {
        return new StepOutcome(kind, Optional.empty(), 0);
    }

    private static StepOutcome problem(Kind kind, String code, String detail) {
        return new StepOutcome(kind, Optional.of(new ProvisioningFailure(code, detail)), 0);
    }

    /** The one place where the outcome of a device becomes that of a step. */
    private static final class Of implements DeviceOutcome.Cases<StepOutcome> {
        @Override
        public StepOutcome on(DeviceOutcome.Applied outcome) {
            return APPLIED;
        }

        @Override
        public StepOutcome on(DeviceOutcome.Refused outcome) {
            return problem(Kind.REFUSED, outcome.code(), outcome.detail());
        }

        @Override
        public StepOutcome on(DeviceOutcome.NotSent outcome) {
            return problem(Kind.SILENT, NOT_SENT, outcome.detail());
        }

        @Override
        public StepOutcome on(DeviceOutcome.NoAnswer outcome) {
            return problem(Kind.SILENT, "NO_ANSWER", outcome.detail());
        }

        @Override
        public StepOutcome on(DeviceOutcome.Unknown outcome) {
            return problem(Kind.UNKNOWN, "UNKNOWN", outcome.detail());
        }

        @Override
        public StepOutcome on(DeviceOutcome.Pending outcome) {
            return problem(Kind.AWAITED, NOT_IN_SERVICE, outcome.detail());
        }
    }
}
