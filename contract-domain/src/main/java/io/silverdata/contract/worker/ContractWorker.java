package io.silverdata.contract.worker;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.ParkedWork;
import io.vavr.control.Either;
import java.util.List;

/**
 * For the host's scheduler. The core has no thread of its own: the host calls {@link #deliverPending} and {@link #applyDue}
 * again and again, for example every second and every minute, from as many threads and processes as it likes. A host gets it
 * from {@code Contracts.worker()} and may pass it around.
 *
 * <p>Deliveries and scheduled changes run in units of work of the storage, which are repeated after a conflict. Every method
 * throws {@link io.silverdata.contract.spi.StorageException} if the storage fails. Thread-safe.
 */
public interface ContractWorker {

    /**
     * Provisions the network for the contracts that are due, on the calling thread. Waits for devices.
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
     * Retries a delivery that was given up; attempts are counted anew.
     *
     * @return the contract; or {@link Rejection.NothingToChange} (nothing was given up), {@link Rejection.ContractNotFound} (check
     *     the identity), {@link Rejection.IllegalTransition} (a draft has nothing to deliver)
     */
    Either<Rejection, CommandResult> retryProvisioning(ContractId contract, CommandContext context);

    /**
     * Deliveries that were given up, ordered by contract: a device refused, attempts ran out, or the contract cannot be
     * read.
     *
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<ParkedWork> parked(int max);

    /**
     * Delivers a contract again, for example after its row was repaired; attempts are counted anew. After a failure of a
     * device use {@link #retryProvisioning}. A contract that is in sync causes no request to a device.
     */
    void redeliver(ContractId contract);

    /** How many contracts and deliveries are in which state, and how devices respond. Asks the storage, and no device. */
    Health health();
}
