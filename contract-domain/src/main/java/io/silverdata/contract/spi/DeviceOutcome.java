package io.silverdata.contract.spi;

import java.util.Objects;

/** What came of telling a device something. There are five ways, and no sixth. */
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
        public Refused {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The device was not told: nothing changed. To be tried again.
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
     * The device was told, wholly or in part, and what came of it is not known. To be read back before anything else.
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
