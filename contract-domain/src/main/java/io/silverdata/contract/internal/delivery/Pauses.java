package io.silverdata.contract.internal.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When a target is tried again.
 *
 * @param settings with the policy for retries
 * @param at when the attempt ended
 */
record Pauses(WorkerSettings settings, Instant at) {
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** A device that is back is met soon, however long it was away. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /** After an attempt that failed. */
    Instant after(int attempt, boolean isSilence) {
        Duration wait = settings.retries().delay(attempt, settings.random().nextDouble());
        return at.plus(isSilence && wait.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : wait);
    }

    /** After no attempt, because another worker writes to the device. */
    Instant afterBusy() {
        return at.plus(BUSY);
    }

    /** After no attempt, because the device did not answer to another order. */
    Instant afterSilence() {
        return at.plus(SILENCE);
    }
}
