package io.silverdata.contract.worker;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.ParkedWork;
import io.vavr.control.Either;
import java.util.List;

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
     * executor of the builder if it has one. Asks devices, so it may take as long as they do. Takes about 20 kB of memory for each contract
     * under way. If it throws, every row that it had leased and not settled is due again at once.
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
     * Delivers both targets of a contract at the next {@link #deliverPending}: devices are told what it wants, even if they confirmed it or were
     * given up. Attempts are counted anew. For a contract whose row was mended, and to try now what waits.
     */
    void redeliver(ContractId contract);

    /** How many contracts and deliveries are in which state, and how devices respond. Asks the storage, and no device. */
    Health health();
}
