package io.silverdata.contract.internal.command;

import io.silverdata.contract.spi.ClockAheadException;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A clock that is compared with the storage's once a minute of its own time, and may not run far ahead of it. Thread-safe. */
public final class CheckedClock implements Supplier<Instant> {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Supplier<Instant> clock;
    private final Storage storage;
    private final Duration tolerance;
    private final AtomicReference<@Nullable Instant> checked = new AtomicReference<>();

    /** The clock, which may be ahead of the storage's by so much. */
    public CheckedClock(Supplier<Instant> clock, Storage storage, Duration tolerance) {
        this.clock = clock;
        this.storage = storage;
        this.tolerance = tolerance;
    }

    /**
     * The time.
     *
     * @throws ClockAheadException if it is too far ahead
     */
    @Override
    public Instant get() {
        Instant here = clock.get();
        if (isToBeChecked(here)) {
            storage.time().filter(there -> here.isAfter(there.plus(tolerance))).ifPresent(there -> {
                throw new ClockAheadException(here, there, tolerance);
            });
            checked.set(here);
        }
        return here;
    }

    private boolean isToBeChecked(Instant here) {
        Instant last = checked.get();
        return last == null || Duration.between(last, here).abs().compareTo(INTERVAL) >= 0;
    }
}
