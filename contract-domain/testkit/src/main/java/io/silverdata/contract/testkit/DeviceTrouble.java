package io.silverdata.contract.testkit;

import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.function.Supplier;

/** What is wrong with a breakable device. Nothing can be read from it while anything is. */
public enum DeviceTrouble {
    /** It works. */
    NONE,
    /** It cannot be reached: what it is told is not sent. */
    NO_ROUTE,
    /** It does what it is told, and its answers are lost. */
    NO_ANSWER;

    DeviceOutcome told(Supplier<DeviceOutcome> operation) {
        if (this == NO_ROUTE) {
            return new DeviceOutcome.NotSent(detail());
        }
        DeviceOutcome done = operation.get();
        return this == NONE ? done : new DeviceOutcome.NoAnswer(detail());
    }

    Observation observed(Supplier<Observation> look) {
        return this == NONE ? look.get() : new Observation.Unreadable(detail());
    }

    <T> Reading<T> read(Supplier<Reading<T>> look) {
        return this == NONE ? look.get() : new Reading.Unreadable<>(detail());
    }

    private String detail() {
        return this == NO_ROUTE ? "no route" : "no answer";
    }
}
