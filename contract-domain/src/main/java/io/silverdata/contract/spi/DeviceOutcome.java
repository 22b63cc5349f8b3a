package io.silverdata.contract.spi;

import io.silverdata.contract.model.ProvisioningFailure;
import java.util.Objects;

/** What came of telling a device something. There are six ways, and no seventh. */
public sealed interface DeviceOutcome {

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each way.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(Applied outcome);

        R on(Refused outcome);

        R on(NotSent outcome);

        R on(NoAnswer outcome);

        R on(Unknown outcome);

        R on(Pending outcome);
    }

    /** The device does what it was told. */
    record Applied() implements DeviceOutcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The device said no, and would say so again. Waits for a person or a changed contract.
     *
     * @param code a stable word for programs, 1 to 64 characters of A-Z, 0-9 and underscore
     * @param detail the device's own words
     */
    record Refused(String code, String detail) implements DeviceOutcome {
        /**
         * Checks the code.
         *
         * @throws IllegalArgumentException naming the code and what is allowed
         */
        public Refused {
            ProvisioningFailure.checkCode(code);
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The device was not told: nothing changed. It could not be reached, or is left alone for a while because it did not answer. To be tried
     * again, as often as it takes.
     *
     * @param detail why
     */
    record NotSent(String detail) implements DeviceOutcome {
        public NotSent {
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The device was told and did not answer. Whether it did as told is not known, so it is read back. Silence is never given up: it says
     * nothing about the order, and the order is repeated until the device answers.
     *
     * @param detail why
     */
    record NoAnswer(String detail) implements DeviceOutcome {
        public NoAnswer {
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The device was told, wholly or in part, and whether it did as told is not known although it answers: it answered something else, or
     * the adapter failed. To be read back before anything else.
     *
     * @param detail why
     */
    record Unknown(String detail) implements DeviceOutcome {
        public Unknown {
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The device does what it was told, and the service does not work yet: an ONU is registered and was not seen online. For adapters that
     * are set up to tell it from {@link Applied}. To be looked at again, as often as it takes; other orders for the device go on.
     *
     * @param detail what is missing
     */
    record Pending(String detail) implements DeviceOutcome {
        public Pending {
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
