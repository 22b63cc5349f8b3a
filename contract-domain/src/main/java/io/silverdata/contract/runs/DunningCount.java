package io.silverdata.contract.runs;

/**
 * How many contracts had which decision.
 *
 * @param looked all that were looked at
 * @param nothing nothing is to be done now
 * @param lifted the hold for debt is lifted
 * @param closed the debt is over, without a hold to lift
 * @param notified the customer is told
 * @param cut the service is held, or held more strictly
 * @param cancelled the contract ends
 * @param refused the facts cannot be, or the contract took no such command
 */
public record DunningCount(
        long looked, long nothing, long lifted, long closed, long notified, long cut, long cancelled, long refused) {

    /** From how many contracts something is taken away. */
    public long takenFrom() {
        return cut + cancelled;
    }
}
