package io.silverdata.contract.runs;

import io.silverdata.contract.model.ContractId;

/**
 * A comparison of the network with the contracts of a selection: {@link #begin} it, then {@link AuditRun#advance} it. Made by
 * {@link ContractRuns#audit}. Immutable and thread-safe.
 *
 * <p>RADIUS is asked for many logins at once, each OLT for everything it serves. What differs by that is looked at once more by
 * itself before it is reported, and is reported only if the contract did not change meanwhile: a delivery under way is never
 * taken for drift. What is only observed ({@link io.silverdata.contract.model.Coexistence}) is compared even if a delivery waits for it: what
 * the other system has done already is confirmed, and a difference is never repaired. Unless told to repair, an audit writes nothing but that an adopted contract was found to be as it says.
 */
public interface Audit {

    /**
     * The same, and what is missing or different is delivered again: recorded as drift, and as repaired once the network
     * confirms. What is extra stays.
     *
     * @param limits how many targets at most, how fast, and how long the work queue may get; a share counts of the live
     *     contracts
     */
    Audit repairing(RunLimits limits);

    /**
     * The same, and every OLT of the plant and all of RADIUS are searched for what no contract asks for, whatever the
     * selection.
     */
    Audit searchingExtras();

    /** Begins. No device is asked before {@link AuditRun#advance}. */
    AuditRun begin();

    /** The same from where an earlier run had come: contracts up to {@code reached} are passed over. */
    AuditRun beginAfter(ContractId reached);
}
