package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How many rows there are to deliver. Each is counted once in the first three; one with a target that was given up counts as parked, one
 * with a target that is not to be told as held, and both in the first three, too, if the other target is still to be tried.
 *
 * @param due rows that could be leased now
 * @param waiting rows whose time has not come
 * @param leased rows that a worker has
 * @param parked rows of which a target was given up
 * @param ended of those that are due, rows whose lease ended before it was settled: their worker died, or is too slow to renew
 * @param oldestDue since when the longest due row is due, if any
 * @param held rows of which a target is held by coexistence: another system is in charge, see {@link
 *     io.silverdata.contract.model.Coexistence}
 */
public record QueueDepth(
        long due, long waiting, long leased, long parked, long ended, Optional<Instant> oldestDue, long held) {

    public QueueDepth {
        Objects.requireNonNull(oldestDue, "oldestDue");
    }

    /** A depth of a queue of which nothing is held. */
    public QueueDepth(long due, long waiting, long leased, long parked, long ended, Optional<Instant> oldestDue) {
        this(due, waiting, leased, parked, ended, oldestDue, 0);
    }
}
