package io.silverdata.contract.examples.year;

import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What goes wrong between the library and a device, and how often. For one thread. */
final class Misfortune {
    private static final int NOT_SENT = 49;
    private static final int LOST_ANSWER = 74;
    private static final int LOST_ON_THE_WAY = 98;

    private final RandomGenerator random;
    private final double rate;

    /** Strikes at a rate of 0 (never) to 1 (always). */
    Misfortune(RandomGenerator random, double rate) {
        this.random = random;
        this.rate = rate;
    }

    /** In half of the bad cases nothing was sent; in the other half only the device knows; rarely it refuses. */
    DeviceOutcome strike(Supplier<DeviceOutcome> operation) {
        if (random.nextDouble() >= rate) {
            return operation.get();
        }
        int percent = random.nextInt(100);
        if (percent < NOT_SENT) {
            return new DeviceOutcome.NotSent("connection refused");
        }
        if (percent < LOST_ANSWER) {
            return new DeviceOutcome.Unknown("the answer was lost: " + operation.get());
        }
        if (percent < LOST_ON_THE_WAY) {
            return new DeviceOutcome.Unknown("no answer in time");
        }
        return new DeviceOutcome.Refused("SIMULATED_REFUSAL", "the device said no");
    }

    Observation blur(Supplier<Observation> look) {
        return random.nextDouble() >= rate ? look.get() : new Observation.Unreadable("no answer in time");
    }

    <T> Reading<T> hide(Supplier<Reading<T>> look) {
        return random.nextDouble() >= rate ? look.get() : new Reading.Unreadable<>("no answer in time");
    }
}
