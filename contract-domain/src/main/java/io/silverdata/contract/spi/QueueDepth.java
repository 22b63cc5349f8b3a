package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How much there is to deliver. Each row is counted once.
 *
 * @param due rows that could be leased now
 * @param waiting rows whose time has not come
 * @param leased rows that a worker has
 * @param parked rows that were given up
 * @param oldestDue since when the longest due row is due, if any
 */
public record QueueDepth(long due, long waiting, long leased, long parked, Optional<Instant> oldestDue) {

    public QueueDepth {
        Objects.requireNonNull(oldestDue, "oldestDue");
    }
}
