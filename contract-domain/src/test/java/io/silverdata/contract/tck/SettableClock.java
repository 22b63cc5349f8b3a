package io.silverdata.contract.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told otherwise. Thread-safe. */
public final class SettableClock extends Clock {
    private Instant now;

    /** A clock that stands at a time. */
    public SettableClock(Instant now) {
        this.now = now;
    }

    /** Moves the clock, forwards or backwards. */
    public synchronized void set(Instant other) {
        now = other;
    }

    /** Moves the clock forwards. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
