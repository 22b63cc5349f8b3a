package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome;
import io.vavr.control.Either;
import java.util.List;

/**
 * Runs over many contracts. A host gets it from {@code Contracts.runs()} and may pass it around.
 *
 * <p>A run does nothing by itself: the host calls its {@code advance} from a scheduler, and pauses it by not calling. A run
 * commits piece by piece, so it must not be advanced inside a transaction. Thread-safe; a run itself is for one caller at a time.
 */
public interface ContractRuns {

    /**
     * Prepares one command for every contract of a selection. Nothing is done before {@link Bulk#begin}.
     *
     * @param name the name of the bulk command, 1 to 91 printable ASCII characters without spaces; the same name again
     *     repeats nothing that was done under it
     * @param action gives the command on one contract
     * @param context by whom and why; must name neither an idempotency key nor a version
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    Bulk bulk(String name, Selection selection, Bulk.Action action, CommandContext context);

    /**
     * Adopts contracts of another system, each as {@code Contracts.adopt} does. Up to 200 share a unit of work; if that fails, because another
     * one was faster or something throws, each has one of its own. A bad one keeps none of the others from being adopted. After a crash the
     * same call is simply made again: what was adopted answers with its first result.
     *
     * @param adoptions any number; thousands cost a few megabytes of memory for their results
     * @param context by whom and why; must name neither an idempotency key nor a version
     * @return an item for each, in their order
     * @throws IllegalArgumentException naming field, value and what is allowed
     * @throws io.silverdata.contract.spi.StorageException if the storage fails: groups before are done
     * @throws IllegalStateException inside a unit of work: groups commit by themselves
     */
    List<AdoptionItem> adopt(List<KeyedAdoption> adoptions, CommandContext context);

    /**
     * Prepares a comparison of the network with the contracts of a selection. As it is, it writes to no device and to no contract, but where
     * the network of an adopted contract is found to be as the contract says, that is confirmed, with an event: see also {@link
     * Audit#repairing} and {@link Audit#searchingExtras}.
     *
     * @param context by whom and why drift is reported and a comparison confirmed; must name neither an idempotency key nor a version
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    Audit audit(Selection selection, CommandContext context);

    /**
     * Prepares the collection of debt for every contract of a selection, by the policies given to the builder's {@code dunning}.
     * Looks at every contract once, to count; nothing is done before {@link DunningRun#advance}. {@code docs/dunning.md} explains
     * it.
     *
     * @param dryRun whether nothing is to be written at all
     * @param limits from how many contracts something may be taken away, and how fast; giving back has no such limit
     */
    DunningRun dunning(Selection selection, boolean dryRun, RunLimits limits);

    /**
     * Removes from the network what an audit found that no contract asks for.
     *
     * @return the device's outcome; or {@link Rejection.RadiusUserInUse} or {@link Rejection.OnuSerialInUse} if a contract holds
     *     it after all, {@link Rejection.OnlyObserved} if another system is in charge of the device
     * @throws IllegalStateException inside a unit of work: no device may be touched there
     */
    default Either<Rejection, DeviceOutcome> removeExtra(Extra extra, CommandContext context) {
        return removeExtras(List.of(extra), context).get(0);
    }

    /**
     * Removes many at once: logins together, and the ONUs of each OLT together, at most 512 in one request to an adapter. If a contract
     * comes to hold one meanwhile, it is delivered to that contract again.
     *
     * @return what {@link #removeExtra} returns, for each in their order
     * @throws IllegalStateException inside a unit of work: no device may be touched there
     */
    List<Either<Rejection, DeviceOutcome>> removeExtras(List<Extra> extras, CommandContext context);
}
