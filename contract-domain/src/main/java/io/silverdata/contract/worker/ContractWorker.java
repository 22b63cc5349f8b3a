package io.silverdata.contract.worker;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.WorkState;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scheduler drives. The host calls {@link #deliverPending} and {@link #applyDue} again and again, for example every second and
 * every minute, from as many threads and processes as it likes. The core has a thread only while {@link #deliverPending} runs, to renew
 * leases. A host gets the worker from {@code Contracts.worker()} and may pass it around.
 *
 * <p>Deliveries and scheduled changes run in units of work of the storage, which are repeated after a conflict. Every method
 * throws {@link io.silverdata.contract.spi.StorageException} if the storage fails. Thread-safe.
 */
public interface ContractWorker {

    /**
     * Tells the network what contracts want, up to 512 contracts side by side. RADIUS is told on the calling thread, and OLTs on the
     * executor of the builder if it has one. Asks devices, so it may take as long as they do. If it throws, every row that it had leased and not settled is due again at once.
     *
     * @param max how many contracts at most, 1 or more
     * @return what was done; a sum of {@code leased} below {@code max} means that nothing more is due
     * @throws IllegalArgumentException if {@code max} is below 1
     * @throws IllegalStateException inside a unit of work: no device may be touched there
     */
    DeliverySummary deliverPending(int max);

    /**
     * Runs scheduled changes, ends holds and lets reservations expire. Late ones take effect at their due time. A contract that
     * cannot be read or throws is passed over, reported, and tried again later.
     *
     * @param max how many contracts at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    DueSummary applyDue(int max);

    /**
     * Retries the targets that were given up; attempts are counted anew.
     *
     * @return the contract; or {@link Rejection.NothingToChange} (nothing was given up), {@link Rejection.ContractNotFound} (check
     *     the identity), {@link Rejection.IllegalTransition} (a draft has nothing to deliver)
     */
    Either<Rejection, CommandResult> retryProvisioning(ContractId contract, CommandContext context);

    /**
     * Targets that were given up, in the order of the contracts: refused by a device, of an outcome that stayed unknown, or of a contract
     * that cannot be read. Silence of a device is never given up.
     *
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<ParkedWork> parked(int max);

    /**
     * The work queue, page by page in the order of the contracts: what is due, what waits, what a worker has and until when, and what was
     * given up, each with attempts, next try and last problem of both targets. Costs at most a walk through the rest of the queue.
     *
     * @param states rows in one of them
     * @param after the last contract of the page before; empty for the first page
     * @param max how many rows at most, 1 or more
     * @throws IllegalArgumentException if there is no state, or {@code max} is below 1
     */
    List<QueuedWork> queue(Set<WorkState> states, Optional<ContractId> after, int max);

    /**
     * Why a contract is, or is not, in sync: for both targets which device, what is wanted and confirmed, attempts, next try and last
     * problem, also while it is still being tried. Costs two look-ups by key.
     *
     * @return empty if there is no such contract
     * @throws io.silverdata.contract.spi.UnreadableContractException if the contract cannot be read; {@link #queue} shows its row
     */
    Optional<NetworkStatus> networkStatus(ContractId contract);

    /**
     * Stops trying to deliver a contract: each target that waits is given up, and shown as parked with this reason. It is tried again after
     * {@link #redeliver}, or once the contract wants something new of that target. The contract itself does not change.
     *
     * @param reason for people
     * @return the targets that were given up; none if nothing waits, or while a worker delivers the contract: ask again when it has ended
     */
    Set<NetworkTarget> park(ContractId contract, String reason);

    /**
     * Delivers both targets of a contract at the next {@link #deliverPending}: devices are told what it wants, even if they confirmed it or were
     * given up. Attempts are counted anew. For a contract whose row was mended, and to try now what waits.
     */
    void redeliver(ContractId contract);

    /**
     * How many deliveries are in which state, who has which device, and how devices respond. Asks the storage, and no device. Costs a walk
     * through the queue, however many contracts there are.
     */
    Health health();
}
