package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import java.util.List;

/**
 * Contracts that the network has to be told about: at most one row for each, however often it changes.
 *
 * <p>A worker leases rows for a while. Each lease has a token that is greater than any before for that row; the last word
 * on a row needs the latest token, so that a worker who lost its lease can say nothing any more. A lease is lost once another
 * worker has leased the row, not merely because its time is over: a worker that is late but was not replaced is still heard.
 */
public interface WorkQueue {

    /**
     * Asks for a delivery. Attempts are counted anew, and a parked row is taken up again. A row that is leased stays
     * leased, and is due again as soon as that lease is settled in whatever way.
     *
     * @param dueAt not to be delivered before
     */
    void enqueue(ContractId contract, Instant dueAt);

    /**
     * Takes rows that are due and not leased, or whose lease has ended.
     *
     * @param max how many at most, 1 or more
     * @param worker who takes them, for people
     * @param now rows due at or before it
     * @param until when the lease ends; at that instant it has ended
     * @return the longest due first; no other caller gets any of them before {@code until}
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<WorkLease> lease(int max, String worker, Instant now, Instant until);

    /**
     * Settles a lease: the network does what it should. The row goes away unless it was marked meanwhile.
     *
     * @return whether the lease was still held; if not, nothing changed
     */
    boolean complete(WorkLease lease);

    /**
     * Settles a lease: to be tried again. Counts as an attempt.
     *
     * @param dueAt not before; a row that was marked meanwhile is due as marked
     * @param problem what went wrong, for people
     * @return whether the lease was still held; if not, nothing changed
     */
    boolean retry(WorkLease lease, Instant dueAt, String problem);

    /**
     * Settles a lease: to be tried again, through no fault of its own. Does not count as an attempt.
     *
     * @param dueAt not before; a row that was marked meanwhile is due as marked
     * @return whether the lease was still held; if not, nothing changed
     */
    boolean release(WorkLease lease, Instant dueAt);

    /**
     * Settles a lease: given up. The row stays, and is not leased again until it is marked; if it was marked meanwhile it
     * is due as marked.
     *
     * @param problem what went wrong, for people
     * @return whether the lease was still held; if not, nothing changed
     */
    boolean park(WorkLease lease, String problem);

    /**
     * Rows that were given up, in the order of the contracts.
     *
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<ParkedWork> parked(int max);

    /** How much there is to do. */
    QueueDepth depth(Instant now);
}
