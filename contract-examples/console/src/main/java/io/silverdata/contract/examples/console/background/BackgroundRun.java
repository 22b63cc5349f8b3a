package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.examples.console.web.Phrase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that the application advances in the background, slice by slice. People pause it, let it go on, and stop it; a slice that is in
 * hand is ended first. Thread-safe.
 */
public final class BackgroundRun {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRun.class);

    private final String id;
    private final String by;
    private final Instant begunAt;
    private final Slice slice;
    private final ScheduledExecutorService threads;
    private final Clock clock;
    private Phase phase = Phase.COUNTING;
    private boolean planned;
    private Optional<Instant> resumeAt = Optional.empty();
    private Optional<Instant> endedAt = Optional.empty();
    private Optional<Phrase> problem = Optional.empty();

    BackgroundRun(String id, String by, Slice slice, ScheduledExecutorService threads, Clock clock) {
        this.id = id;
        this.by = by;
        this.begunAt = clock.instant();
        this.slice = slice;
        this.threads = threads;
        this.clock = clock;
    }

    /** Its identity, for paths. */
    public String id() {
        return id;
    }

    /** Who began it. */
    public String by() {
        return by;
    }

    /** When it was begun. */
    public Instant begunAt() {
        return begunAt;
    }

    /** How it stands. */
    public synchronized Phase phase() {
        return phase;
    }

    /** When it goes on by itself, if it waits. */
    public synchronized Optional<Instant> resumeAt() {
        return resumeAt;
    }

    /** When it ended, if it has. */
    public synchronized Optional<Instant> endedAt() {
        return endedAt;
    }

    /** Why it failed, or did not begin, for people. */
    public synchronized Optional<Phrase> problem() {
        return problem;
    }

    /** Lets the slice in hand end, and begins no other until {@link #resume}. */
    public synchronized void pause() {
        if (phase.goesOn()) {
            phase = Phase.PAUSED;
            resumeAt = Optional.empty();
        }
    }

    /** Goes on after a pause, or tries again after a failure. */
    public synchronized void resume() {
        if (phase == Phase.PAUSED || phase == Phase.FAILED) {
            phase = Phase.RUNNING;
            problem = Optional.empty();
            plan(Duration.ZERO);
        }
    }

    /** Lets the slice in hand end, and begins no other. What was done stays done. */
    public synchronized void stop() {
        if (!phase.isEnd()) {
            end(Phase.STOPPED);
        }
    }

    synchronized void begin() {
        plan(Duration.ZERO);
    }

    private void plan(Duration delay) {
        if (!planned) {
            planned = true;
            // what a turn throws is kept by the turn itself
            ScheduledFuture<?> unused = threads.schedule(this::turn, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        synchronized (this) {
            if (!phase.goesOn()) {
                planned = false;
                return;
            }
        }
        try {
            settle(slice.advance());
        } catch (RefusedRun refused) {
            settleRefused(refused);
        } catch (RuntimeException | Error failure) {
            LOG.warn("The run {} of {} failed and waits for somebody to let it go on", id, by, failure);
            settleFailed(failure);
        }
    }

    private synchronized void settle(Slice.Next next) {
        planned = false;
        switch (next.state()) {
            case FINISHED -> end(Phase.FINISHED);
            case STOPPED -> end(Phase.LIMITED);
            case MORE -> goOn(Phase.RUNNING, Optional.empty());
            case WAITING -> goOn(Phase.WAITING, next.resumeAt());
        }
    }

    private synchronized void settleRefused(RefusedRun refused) {
        planned = false;
        problem = Optional.of(refused.why());
        end(Phase.LIMITED);
    }

    private synchronized void settleFailed(Throwable failure) {
        planned = false;
        if (!phase.isEnd()) {
            phase = Phase.FAILED;
            problem = Optional.of(Phrase.plain(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
        }
    }

    /** Unless it was paused or stopped while the slice was in hand. */
    private void goOn(Phase next, Optional<Instant> at) {
        if (phase.goesOn()) {
            phase = next;
            resumeAt = at;
            Duration delay =
                    at.map(time -> Duration.between(clock.instant(), time)).orElse(Duration.ZERO);
            plan(delay.isNegative() ? Duration.ZERO : delay);
        }
    }

    private void end(Phase last) {
        phase = last;
        resumeAt = Optional.empty();
        endedAt = Optional.of(clock.instant());
    }
}
