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
    private final AtomicReference<@Nullable Comparison> last = new AtomicReference<>();

    /** What the two clocks said at one moment. */
    private record Comparison(Instant here, Duration ahead) {
        boolean isOver(Instant now) {
            return Duration.between(here, now).abs().compareTo(INTERVAL) >= 0;
        }
    }

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
        compared(here);
        return here;
    }

    /**
     * How far this clock is ahead of the storage's; negative if it is behind, zero if the storage has none.
     *
     * @throws ClockAheadException if it is too far ahead
     */
    Duration ahead() {
        return compared(clock.get()).ahead();
    }

    private Comparison compared(Instant here) {
        Comparison known = last.get();
        if (known != null && !known.isOver(here)) {
            return known;
        }
        Comparison now = new Comparison(
                here, storage.time().map(there -> Duration.between(there, here)).orElse(Duration.ZERO));
        if (now.ahead().compareTo(tolerance) > 0) {
            throw new ClockAheadException(here, here.minus(now.ahead()), tolerance);
        }
        last.set(now);
        return now;
    }
}
