package io.silverdata.contract.runs;

import java.util.function.Consumer;

/**
 * The collection of debt under way, made by {@link ContractRuns#dunning}. Not thread-safe: one caller at a time.
 *
 * <p>Up to 200 contracts to which something is done share a unit of work, as in {@link Bulk}; in it, selection, ledger and policy
 * are asked once more. If it fails, each has one of its own. A contract that cannot be read, or for which ledger or policy throw,
 * is passed over and reported with its fault. A run needs no name and no memory: what was done is on the contracts, so a run that
 * died is simply begun again, and two at once do nothing twice.
 *
 * <p>The limits are about what is taken away. If more contracts were to be cut and cancelled than they allow, then no step is
 * taken in the whole run, notices included; and none beyond the limit if there come to be more on the way. Services are given
 * back all the same.
 */
public interface DunningRun {

    /** What was to be done when the run began. */
    DunningPreview preview();

    /**
     * Looks at the next contracts, and does to them what the policy says. If storage or ledger do not answer at all, those before
     * are done, and the next call begins where it failed.
     *
     * @param max how many contracts at most, 1 or more; those with which nothing is to be done count too
     * @param each receives the result of each contract, after it was committed
     * @return how far it has come, and what to do next
     * @throws IllegalArgumentException if {@code max} is below 1
     * @throws IllegalStateException inside a unit of work: a run commits by itself, so nothing it reported could be rolled back
     */
    DunningProgress advance(int max, Consumer<DunningItem> each);
}
