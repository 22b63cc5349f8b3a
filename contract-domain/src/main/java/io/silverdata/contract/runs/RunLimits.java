package io.silverdata.contract.runs;

import io.silverdata.contract.model.Rejection;

/**
 * How much a run may do, and how fast. Immutable.
 *
 * @param maxContracts so many contracts at most, 1 or more; default without limit
 * @param maxShare so large a share of all live contracts at most, more than 0 to 1; default 1, which is no limit
 * @param perSecond so many contracts a second on average, more than 0; default without limit
 * @param maxUndelivered waits while more contracts than this are due, waiting or leased in the work queue, 0 or more;
 *     default without limit
 */
public record RunLimits(long maxContracts, double maxShare, double perSecond, long maxUndelivered) {
    private static final RunLimits NONE = new RunLimits(Long.MAX_VALUE, 1, Double.POSITIVE_INFINITY, Long.MAX_VALUE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public RunLimits {
        require(maxContracts >= 1, "maxContracts", maxContracts, "1 or more");
        require(maxShare > 0 && maxShare <= 1, "maxShare", maxShare, "more than 0 to 1");
        require(perSecond > 0, "perSecond", perSecond, "more than 0");
        require(maxUndelivered >= 0, "maxUndelivered", maxUndelivered, "0 or more");
    }

    /** No limit at all. */
    public static RunLimits none() {
        return NONE;
    }

    /** The same with another number of contracts. */
    public RunLimits withMaxContracts(long other) {
        return new RunLimits(other, maxShare, perSecond, maxUndelivered);
    }

    /** The same with another share of all live contracts. */
    public RunLimits withMaxShare(double other) {
        return new RunLimits(maxContracts, other, perSecond, maxUndelivered);
    }

    /** The same at another pace. */
    public RunLimits withPerSecond(double other) {
        return new RunLimits(maxContracts, maxShare, other, maxUndelivered);
    }

    /** The same with another length of the work queue beyond which it waits. */
    public RunLimits withMaxUndelivered(long other) {
        return new RunLimits(maxContracts, maxShare, perSecond, other);
    }

    private static void require(boolean fits, String field, Object value, String allowed) {
        if (!fits) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(field, value.toString(), allowed).message());
        }
    }
}
