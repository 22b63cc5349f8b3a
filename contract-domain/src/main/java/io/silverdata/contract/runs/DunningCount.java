package io.silverdata.contract.runs;

/**
 * How many contracts had which decision.
 *
 * @param looked all that were looked at
 * @param nothing nothing is to be done now
 * @param lifted the hold for debt is lifted
 * @param eased the service is held less strictly
 * @param closed the debt is over, without a hold to lift
 * @param notified a notice is due
 * @param restricted plan changes and transfers are held up, the service is not
 * @param cut the service is held, or held more strictly
 * @param cancelled the contract ends
 * @param kept a step is taken that changes nothing: the service is held as strictly already
 * @param refused the facts are invalid, or the contract refused the command
 * @param notSelected the contract no longer fitted the selection when its turn came
 * @param faulty the contract was passed over with a {@link io.silverdata.contract.spi.ContractFault}
 */
public record DunningCount(
        long looked,
        long nothing,
        long lifted,
        long eased,
        long closed,
        long notified,
        long restricted,
        long cut,
        long cancelled,
        long kept,
        long refused,
        long notSelected,
        long faulty) {

    /** From how many contracts something is taken away. */
    public long takenFrom() {
        return cut + cancelled;
    }
}
