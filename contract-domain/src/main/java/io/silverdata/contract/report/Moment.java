package io.silverdata.contract.report;

import java.time.Instant;
import java.util.Comparator;

/**
 * When an event takes effect, and which event it was: what takes effect at one instant happens in the order in which it was
 * recorded.
 *
 * @param at when it takes effect
 * @param version of the contract at the event
 */
record Moment(Instant at, long version) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::at).thenComparingLong(Moment::version);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    /** The last of its instant, whatever was recorded then. */
    Moment last() {
        return new Moment(at, Long.MAX_VALUE);
    }
}
