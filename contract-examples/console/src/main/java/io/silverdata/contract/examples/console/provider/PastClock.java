package io.silverdata.contract.examples.console.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of the demo's past: stands still until it is told the time. For one thread. */
final class PastClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    PastClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new PastClock(now, other);
    }
}
