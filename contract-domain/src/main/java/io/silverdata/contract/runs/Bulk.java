package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;

/**
 * One command on every contract of a selection: looked at first with {@link #preview}, then run with {@link #begin} and {@link
 * BulkRun#advance}. Made by {@link ContractRuns#bulk}. Immutable and thread-safe.
 *
 * <p>Each contract has its own result, and is done at most once under the name of the bulk command: its idempotency key is the
 * name, a slash and the contract's identity. So a run that was paused for good, or whose process died, is simply begun again
 * under the same name: what was done answers with its first result, and is written no second time.
 *
 * <p>Up to 200 contracts share a unit of work, since what a command costs is its waiting for the storage. If that
 * fails, because another unit of work was faster with one of them or because the action throws, each has one of its own. Whether
 * a contract is selected is asked once more in the unit of work: one that fits no more is passed over ({@link
 * BulkItem.Outcome#NOT_SELECTED}). So is one that cannot be read, or whose action throws ({@link BulkItem.Outcome#FAULTY}).
 */
public interface Bulk {

    /** The command on each contract, for example {@code (id, context) -> contracts.suspend(id, debt, context)}. */
    @FunctionalInterface
    interface Action {
        /**
         * Gives the command. May be called again for a contract if nothing was written the first time.
         *
         * @param context has the idempotency key of this contract and must be passed on
         */
        Either<Rejection, CommandResult> execute(ContractId contract, CommandContext context);
    }

    /** The same within limits. */
    Bulk within(RunLimits limits);

    /**
     * Counts what would be touched, and writes nothing.
     *
     * @param max how many of the contracts to show, 0 or more
     */
    BulkPreview preview(int max);

    /**
     * Counts what is selected and, if that is within the limits, begins. Nothing is touched before {@link BulkRun#advance}.
     *
     * @return the run, or {@link Rejection.SelectionTooLarge}
     */
    Either<Rejection, BulkRun> begin();

    /** The same from where an earlier run had come: contracts up to {@code reached} are passed over. */
    Either<Rejection, BulkRun> beginAfter(ContractId reached);
}
