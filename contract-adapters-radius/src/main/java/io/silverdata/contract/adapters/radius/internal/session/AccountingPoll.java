package io.silverdata.contract.adapters.radius.internal.session;

import java.time.Duration;

/**
 * How accounting is asked whether an acknowledged session has ended.
 *
 * @param timeout of all, from the acknowledgement on
 * @param firstPause before the second question; most NASes tell accounting in the same breath. Each later pause is twice
 *     as long
 * @param maxPause between two questions
 * @param sleeper how to let time pass
 */
public record AccountingPoll(Duration timeout, Duration firstPause, Duration maxPause, Sleeper sleeper) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Sleeper {

        /** False when the thread was interrupted. */
        boolean sleep(Duration time);
    }

    Duration pauseAfter(Duration last) {
        Duration twice = last.multipliedBy(2);
        return twice.compareTo(maxPause) < 0 ? twice : maxPause;
    }
}
