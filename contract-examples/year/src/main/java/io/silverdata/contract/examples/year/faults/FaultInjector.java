package io.silverdata.contract.examples.year.faults;

import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Lets some of the operations on devices go wrong, chosen by a random generator. For one thread. */
public final class FaultInjector {
    private static final int NOT_SENT = 49;
    private static final int LOST_ANSWER = 74;
    private static final int LOST_ON_THE_WAY = 98;

    private final RandomGenerator random;
    private final double rate;

    /** @param rate the share of operations that go wrong, 0 to 1 */
    public FaultInjector(RandomGenerator random, double rate) {
        this.random = random;
        this.rate = rate;
    }

    /** In half of the bad cases nothing is sent; in the other half only the device knows; rarely it refuses. */
    DeviceOutcome perform(Supplier<DeviceOutcome> operation) {
        if (!fails()) {
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

    Observation observe(Supplier<Observation> observation) {
        return fails() ? new Observation.Unreadable("no answer in time") : observation.get();
    }

    <T> Reading<T> read(Supplier<Reading<T>> reading) {
        return fails() ? new Reading.Unreadable<>("no answer in time") : reading.get();
    }

    private boolean fails() {
        return random.nextDouble() < rate;
    }
}
