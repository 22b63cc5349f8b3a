package io.silverdata.contract.adapters.olt.internal.snmp;

import java.time.Duration;

/**
 * A moment by which something must be over, on the clock that never jumps.
 *
 * @param nanos as {@link System#nanoTime} counts
 */
public record Deadline(long nanos) {

    /** So long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** How long it still is; zero or less once it is past. */
    public Duration remaining() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }

    Duration atMost(Duration wish) {
        Duration remaining = remaining();
        return remaining.compareTo(wish) < 0 ? remaining : wish;
    }
}
