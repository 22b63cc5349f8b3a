package io.silverdata.contract.examples.console.background;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what is planned until the test lets it happen, on the thread of the test. */
final class PlannedTurns extends ScheduledThreadPoolExecutor {
    private final Deque<Turn> turns = new ArrayDeque<>();

    private record Turn(Runnable work, Duration delay) {}

    PlannedTurns() {
        super(0);
    }

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        turns.add(new Turn(work, Duration.of(delay, unit.toChronoUnit())));
        return null;
    }

    int planned() {
        return turns.size();
    }

    /** The wait before the next turn, if one is planned. */
    Optional<Duration> delay() {
        return Optional.ofNullable(turns.peek()).map(Turn::delay);
    }

    /** Lets the next turn happen. */
    void turn() {
        turns.remove().work().run();
    }
}
