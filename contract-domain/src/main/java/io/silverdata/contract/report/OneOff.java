package io.silverdata.contract.report;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a host may charge once. Whether and how much is the host's decision.
 *
 * @param contract whose
 * @param version of the contract at the event; with contract and kind it identifies the fact
 * @param revision version of the contract at the event by which the fact is known as it is here; the same as {@code version} unless
 *     something that was recorded later changed or revealed it
 * @param kind what happened
 * @param day on which it counts, in the operator's zone
 * @param holder who held the contract when it happened
 * @param plan which was agreed when it happened
 * @param reason the code of the cancellation reason of an early termination, of the suspension reason of a reconnection
 * @param remainingTermDays days left of the minimum term; 0 unless it is an early termination
 */
public record OneOff(
        ContractId contract,
        long version,
        long revision,
        Kind kind,
        LocalDate day,
        CustomerId holder,
        PlanId plan,
        Optional<String> reason,
        int remainingTermDays) {

    /** What can be charged once. */
    public enum Kind {
        /** The days that may be billed begin. */
        ACTIVATION,
        /** The service had been cut for a reason that counts as a reconnection, and came back. */
        RECONNECTION,
        /** The service moved to another address. */
        RELOCATION,
        /** The plan changed. */
        PLAN_CHANGE,
        /** The ONU was replaced. */
        ONU_SWAP,
        /** The contract was in service, and was cancelled before its minimum term was over. */
        EARLY_TERMINATION
    }

    public OneOff {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(reason, "reason");
        if (revision < version) {
            throw new IllegalArgumentException("revision must be " + version + " or more, was " + revision);
        }
        if (remainingTermDays < 0) {
            throw new IllegalArgumentException("remainingTermDays must be 0 or more, was " + remainingTermDays);
        }
    }

    /** What identifies the fact as it is here: never another content under the same text. */
    public String id() {
        return contract + "/" + kind + "/" + version + (revision == version ? "" : "/" + revision);
    }

    OneOff knownSince(long otherRevision) {
        return new OneOff(contract, version, otherRevision, kind, day, holder, plan, reason, remainingTermDays);
    }
}
