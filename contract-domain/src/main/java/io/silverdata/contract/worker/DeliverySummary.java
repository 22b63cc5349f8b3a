package io.silverdata.contract.worker;

/**
 * What one call of {@link ContractWorker#deliverPending} did. Each leased row is counted once in the others.
 *
 * @param leased rows taken from the queue
 * @param confirmed see {@link DeliveryOutcome#CONFIRMED}
 * @param retried see {@link DeliveryOutcome#RETRIED}
 * @param postponed see {@link DeliveryOutcome#POSTPONED}
 * @param failed see {@link DeliveryOutcome#FAILED}
 * @param lost see {@link DeliveryOutcome#LOST}
 * @param held see {@link DeliveryOutcome#HELD}
 */
public record DeliverySummary(int leased, int confirmed, int retried, int postponed, int failed, int lost, int held) {
    /** Nothing done. */
    public static final DeliverySummary NONE = new DeliverySummary(0, 0, 0, 0, 0, 0);

    /** What a call did that found nothing held. */
    public DeliverySummary(int leased, int confirmed, int retried, int postponed, int failed, int lost) {
        this(leased, confirmed, retried, postponed, failed, lost, 0);
    }

    /** The same and one more row. */
    public DeliverySummary plus(DeliveryOutcome outcome) {
        return plus(
                switch (outcome) {
                    case CONFIRMED -> new DeliverySummary(1, 1, 0, 0, 0, 0);
                    case HELD -> new DeliverySummary(1, 0, 0, 0, 0, 0, 1);
                    case RETRIED -> new DeliverySummary(1, 0, 1, 0, 0, 0);
                    case POSTPONED -> new DeliverySummary(1, 0, 0, 1, 0, 0);
                    case FAILED -> new DeliverySummary(1, 0, 0, 0, 1, 0);
                    case LOST -> new DeliverySummary(1, 0, 0, 0, 0, 1);
                });
    }

    /** The sum. */
    public DeliverySummary plus(DeliverySummary other) {
        return new DeliverySummary(
                leased + other.leased,
                confirmed + other.confirmed,
                retried + other.retried,
                postponed + other.postponed,
                failed + other.failed,
                lost + other.lost,
                held + other.held);
    }
}
