package io.silverdata.contract.adapters.radius.dynauth;

/**
 * How many requests a NAS gets at a time: as many as it was configured with, fewer while it says that it has too much to do
 * (Error-Cause 506). Then the limit is halved, and grows by one with each full round of answers. For one thread.
 */
final class InFlightLimit {
    private final int max;
    private int current;
    private int answers;
    private long loweredAt;
    private boolean lowered;

    InFlightLimit(int max) {
        this.max = max;
        this.current = max;
    }

    int current() {
        return current;
    }

    void answered() {
        if (current < max && ++answers >= current) {
            answers = 0;
            current++;
        }
    }

    /** Those that were sent before the limit was lowered say nothing about the new one. */
    void overloaded(long sentAt, long now) {
        if (!lowered || sentAt - loweredAt >= 0) {
            lowered = true;
            loweredAt = now;
            answers = 0;
            current = Math.max(1, current / 2);
        }
    }
}
