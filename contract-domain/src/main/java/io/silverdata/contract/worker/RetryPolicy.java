package io.silverdata.contract.worker;

import java.time.Duration;

/**
 * How long to wait before a delivery is tried again: twice as long each time, up to a limit, less a random share so that
 * what failed together is not tried together. Immutable.
 *
 * @param first before the second attempt, 1 ms or more
 * @param longest not longer than this, at least {@code first}, at most 24 hours
 * @param jitter the share that may be taken off, 0 to 1
 * @param maxAttempts after so many a target is given up whose outcome stays unknown, 1 or more; a device that does not answer is
 *     asked for as long as it takes, at most a minute apart
 */
public record RetryPolicy(Duration first, Duration longest, double jitter, int maxAttempts) {
    private static final Duration LIMIT = Duration.ofHours(24);
    private static final int MAX_DOUBLINGS = 40;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public RetryPolicy {
        if (first.toMillis() < 1) {
            throw new IllegalArgumentException("first must be 1 ms or more, was " + first);
        }
        if (longest.compareTo(first) < 0 || longest.compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException("longest must be " + first + " to " + LIMIT + ", was " + longest);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter must be 0 to 1, was " + jitter);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be 1 or more, was " + maxAttempts);
        }
    }

    /** From 5 seconds to 15 minutes, half of it random, 100 attempts: about a day. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(15), 0.5, 100);
    }

    /**
     * The time to wait.
     *
     * @param attempts how many were made already, 1 or more
     * @param random 0 (the whole wait) to 1 (all of the jitter taken off)
     */
    public Duration delay(int attempts, double random) {
        long doubled = first.toMillis();
        for (int i = 1; i < Math.min(attempts, MAX_DOUBLINGS) && doubled < longest.toMillis(); i++) {
            doubled *= 2;
        }
        double wait = Math.min(doubled, longest.toMillis()) * (1 - jitter * random);
        return Duration.ofMillis(Math.max(1, Math.round(wait)));
    }
}
