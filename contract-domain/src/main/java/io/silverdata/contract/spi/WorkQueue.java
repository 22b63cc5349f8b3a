package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contracts that the network has to be told about: at most one row for each, however often it changes. Each target of a row has its own
 * attempts, next try and problem, see {@link TargetWork}; a row is due when one of its targets is.
 *
 * <p>A worker leases rows for a while, and renews the leases as long as it works on them. Each lease has a token that is greater than any
 * before for that row. To settle a row takes its latest token, so that a worker that lost its lease changes nothing any more. A lease is lost
 * once another worker has leased the row, not merely because its time is over: a worker that is late but was not replaced may still
 * settle.
 */
public interface WorkQueue {

    /**
     * Asks for a delivery to some targets. Their attempts are counted anew, and a target that was given up is tried again. The other target
     * is left as it is. A row that is leased stays leased; what was marked meanwhile is due at its time once that lease is settled,
     * whatever the settlement says of that target.
     *
     * @param targets one or both
     * @param dueAt not to be delivered before
     * @throws IllegalArgumentException if there is no target
     */
    void enqueue(ContractId contract, Set<NetworkTarget> targets, Instant dueAt);

    /**
     * Takes rows with a target that is due, and which are not leased or whose lease has ended.
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
     * Takes the row of one contract, due or not, unless a worker has it or nothing of it is to be tried.
     *
     * @param worker who takes it, for people
     * @param now leases that end after it are in the way
     * @param until when the lease ends; at that instant it has ended
     */
    Optional<WorkLease> lease(ContractId contract, String worker, Instant now, Instant until);

    /**
     * Makes leases last longer, even such as have ended, unless another worker has leased the row or it was settled.
     *
     * @param leases at most 1000
     * @param until their new end
     * @return the contracts whose lease was lost; nothing changed for them
     */
    Set<ContractId> renew(List<WorkLease> leases, Instant until);

    /**
     * Ends leases. A row goes away if no target is to be tried, was given up or is held. A target that was marked since the lease was taken is
     * due as marked, with no attempt counted.
     *
     * @param settlements at most 1000, of different contracts
     * @return which leases were lost, and what was marked meanwhile
     */
    SettledWork settle(List<WorkSettlement> settlements);

    /**
     * Marks all targets that are held at an earlier revision of the coexistence, as {@link #enqueue} does: each is due, and its delivery
     * finds out whether it may be told now. Costs a walk through the queue.
     *
     * @param revision that somebody saw
     * @param dueAt not to be delivered before
     * @return of how many rows
     */
    long wake(long revision, Instant dueAt);

    /**
     * Targets that were given up, in the order of the contracts, the RADIUS side first.
     *
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<ParkedWork> parked(int max);

    /** The row of a contract; empty if there is nothing to do for it. Costs a look-up by key. */
    Optional<QueuedWork> find(ContractId contract);

    /**
     * Rows in the order of the contracts. Costs at most a walk through the rest of the queue, however many contracts there are.
     *
     * @param states those in one of them
     * @param now as which time they are judged
     * @param after the last one of the page before; empty for the first page
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if there is no state, or {@code max} is below 1
     */
    List<QueuedWork> page(Set<WorkState> states, Instant now, Optional<ContractId> after, int max);

    /** How much there is to do. Costs a walk through the queue, however many contracts there are. */
    QueueDepth depth(Instant now);
}
