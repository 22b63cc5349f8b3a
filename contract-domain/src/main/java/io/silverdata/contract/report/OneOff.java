package io.silverdata.contract.report;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Something that a host may charge once. Whether and how much is the host's decision.
 *
 * @param contract whose
 * @param version of the contract at the event; with the contract it identifies the fact
 * @param kind what happened
 * @param day on which it counts, in the operator's zone
 * @param holder who held the contract then
 * @param plan which was agreed then
 * @param remainingTermDays days left of the minimum term; 0 unless it is an early termination
 */
public record OneOff(
        ContractId contract,
        long version,
        Kind kind,
        LocalDate day,
        CustomerId holder,
        PlanId plan,
        int remainingTermDays) {

    /** What can be charged once. */
    public enum Kind {
        /** The days that may be billed begin. */
        ACTIVATION,
        /** A suspension ended whose reason counts as a reconnection. */
        RECONNECTION,
        /** The service moved to another address. */
        RELOCATION,
        /** The plan changed. */
        PLAN_CHANGE,
        /** The ONU was replaced. */
        ONU_SWAP,
        /** The contract was cancelled before its minimum term was over. */
        EARLY_TERMINATION
    }

    public OneOff {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(plan, "plan");
        if (remainingTermDays < 0) {
            throw new IllegalArgumentException("remainingTermDays must be 0 or more, was " + remainingTermDays);
        }
    }

    /** What identifies the fact. */
    public String id() {
        return contract + "/" + kind + "/" + version;
    }
}
