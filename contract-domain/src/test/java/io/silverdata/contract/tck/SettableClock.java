package io.silverdata.contract.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told otherwise. Thread-safe. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;

    /** A clock that stands at a time. */
    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** Moves the clock, forwards or backwards. */
    public void set(Instant other) {
        now.set(other);
    }

    /** Moves the clock forwards. */
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }
}
