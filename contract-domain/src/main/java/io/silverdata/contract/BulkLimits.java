package io.silverdata.contract;

import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.WorkQueue;
import java.time.Instant;

/**
 * How much a bulk command may do, and how fast. Immutable.
 *
 * @param mostContracts so many contracts at most, 1 or more; default without limit
 * @param mostShare so large a share of all live contracts at most, more than 0 to 1; default 1, which is no limit
 * @param perSecond so many contracts a second on average, more than 0; default without limit
 * @param mostUndelivered waits while more contracts than this are due, waiting or leased in the work queue, 0 or more;
 *     default without limit
 */
public record BulkLimits(long mostContracts, double mostShare, double perSecond, long mostUndelivered) {
    private static final BulkLimits NONE = new BulkLimits(Long.MAX_VALUE, 1, Double.POSITIVE_INFINITY, Long.MAX_VALUE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public BulkLimits {
        require(mostContracts >= 1, "mostContracts", mostContracts, "1 or more");
        require(mostShare > 0 && mostShare <= 1, "mostShare", mostShare, "more than 0 to 1");
        require(perSecond > 0, "perSecond", perSecond, "more than 0");
        require(mostUndelivered >= 0, "mostUndelivered", mostUndelivered, "0 or more");
    }

    /** No limit at all. */
    public static BulkLimits none() {
        return NONE;
    }

    /** The same with another number of contracts. */
    public BulkLimits withMostContracts(long other) {
        return new BulkLimits(other, mostShare, perSecond, mostUndelivered);
    }

    /** The same with another share of all live contracts. */
    public BulkLimits withMostShare(double other) {
        return new BulkLimits(mostContracts, other, perSecond, mostUndelivered);
    }

    /** The same at another pace. */
    public BulkLimits withPerSecond(double other) {
        return new BulkLimits(mostContracts, mostShare, other, mostUndelivered);
    }

    /** The same with another length of the work queue beyond which it waits. */
    public BulkLimits withMostUndelivered(long other) {
        return new BulkLimits(mostContracts, mostShare, perSecond, other);
    }

    /** How many contracts may be touched where so many are live. */
    long most(long live) {
        return mostShare == 1 ? mostContracts : Math.min(mostContracts, (long) Math.floor(live * mostShare));
    }

    /** Whether more is undelivered than may be. */
    boolean isExceededBy(WorkQueue work, Instant now) {
        if (mostUndelivered == Long.MAX_VALUE) {
            return false;
        }
        QueueDepth depth = work.depth(now);
        return depth.due() + depth.waiting() + depth.leased() > mostUndelivered;
    }

    private static void require(boolean fits, String field, Object value, String allowed) {
        if (!fits) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(field, value.toString(), allowed).message());
        }
    }
}
