package io.silverdata.contract;

import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.WorkQueue;
import java.time.Instant;

/**
 * How much a bulk command may do, and how fast. Immutable.
 *
 * @param maxContracts so many contracts at most, 1 or more; default without limit
 * @param maxShare so large a share of all live contracts at most, more than 0 to 1; default 1, which is no limit
 * @param perSecond so many contracts a second on average, more than 0; default without limit
 * @param maxUndelivered waits while more contracts than this are due, waiting or leased in the work queue, 0 or more;
 *     default without limit
 */
public record BulkLimits(long maxContracts, double maxShare, double perSecond, long maxUndelivered) {
    private static final BulkLimits NONE = new BulkLimits(Long.MAX_VALUE, 1, Double.POSITIVE_INFINITY, Long.MAX_VALUE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public BulkLimits {
        require(maxContracts >= 1, "maxContracts", maxContracts, "1 or more");
        require(maxShare > 0 && maxShare <= 1, "maxShare", maxShare, "more than 0 to 1");
        require(perSecond > 0, "perSecond", perSecond, "more than 0");
        require(maxUndelivered >= 0, "maxUndelivered", maxUndelivered, "0 or more");
    }

    /** No limit at all. */
    public static BulkLimits none() {
        return NONE;
    }

    /** The same with another number of contracts. */
    public BulkLimits withMaxContracts(long other) {
        return new BulkLimits(other, maxShare, perSecond, maxUndelivered);
    }

    /** The same with another share of all live contracts. */
    public BulkLimits withMaxShare(double other) {
        return new BulkLimits(maxContracts, other, perSecond, maxUndelivered);
    }

    /** The same at another pace. */
    public BulkLimits withPerSecond(double other) {
        return new BulkLimits(maxContracts, maxShare, other, maxUndelivered);
    }

    /** The same with another length of the work queue beyond which it waits. */
    public BulkLimits withMaxUndelivered(long other) {
        return new BulkLimits(maxContracts, maxShare, perSecond, other);
    }

    /** How many contracts may be touched where so many are live. */
    long max(long live) {
        return maxShare == 1 ? maxContracts : Math.min(maxContracts, (long) Math.floor(live * maxShare));
    }

    /** Whether more is undelivered than may be. */
    boolean isExceededBy(WorkQueue work, Instant now) {
        if (maxUndelivered == Long.MAX_VALUE) {
            return false;
        }
        QueueDepth depth = work.depth(now);
        return depth.due() + depth.waiting() + depth.leased() > maxUndelivered;
    }

    private static void require(boolean fits, String field, Object value, String allowed) {
        if (!fits) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(field, value.toString(), allowed).message());
        }
    }
}
