package io.silverdata.contract.worker;

import io.silverdata.contract.Contracts;

/**
 * What one call of {@link Contracts#deliverPending} did. Each leased row is counted once in the others.
 *
 * @param leased rows taken from the queue
 * @param confirmed the network does what the contract says
 * @param retried to be tried again later
 * @param postponed another worker is writing to the device; to be tried again soon
 * @param failed given up: a person or a changed contract must act
 * @param lost the lease ended before the result could be kept; another worker has the row
 */
public record DeliverySummary(int leased, int confirmed, int retried, int postponed, int failed, int lost) {

    /** Nothing done. */
    public static final DeliverySummary NONE = new DeliverySummary(0, 0, 0, 0, 0, 0);

    /** The sum. */
    public DeliverySummary plus(DeliverySummary other) {
        return new DeliverySummary(
                leased + other.leased,
                confirmed + other.confirmed,
                retried + other.retried,
                postponed + other.postponed,
                failed + other.failed,
                lost + other.lost);
    }
}
