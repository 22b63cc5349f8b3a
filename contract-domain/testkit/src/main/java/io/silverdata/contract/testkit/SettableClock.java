package io.silverdata.contract.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told otherwise. Safe for use by any number of threads. */
public final class SettableClock extends Clock {
    private volatile Instant now;

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
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock for another zone: it moves when this one does. */
    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = () -> now;
        return source.withZone(zone);
    }
}
