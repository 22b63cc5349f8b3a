package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.NetworkTarget;
import java.util.Objects;
import java.util.Optional;

/**
 * What an audit found out about one target of one contract, or about something that no contract asks for.
 *
 * @param contract as it was when its turn came; empty for something that no contract has anything to do with
 * @param target which side of the network
 * @param finding what was found
 * @param detail the same for people: the device's or adapter's words
 * @param extra what is there without being asked for, if that was found and can be removed; a login that others made is
 *     told without
 * @param result that it is to be delivered again, if it is
 * @param observed whether it is a difference of a target that is only observed, see {@link
 *     io.silverdata.contract.model.Coexistence}: it is not repaired, whatever was asked for
 */
public record AuditItem(
        Optional<Contract> contract,
        NetworkTarget target,
        Finding finding,
        String detail,
        Optional<Extra> extra,
        Optional<CommandResult> result,
        boolean observed) {

    /** How a target compares with its contract. */
    public enum Finding {
        /** It does what the contract says. Counted, and not told one by one. What was unverified is in sync from now on. */
        IN_SYNC,
        /** It lacks what it should have. */
        MISSING,
        /** It has what no contract asks for. Never removed without {@link ContractRuns#removeExtra}. */
        EXTRA,
        /** It has something else. */
        DIFFERENT,
        /**
         * The plant has the output of the line, or of the reservation, on another PON port than the contract. OLTs do what the contract says.
         * Nothing is repaired: a plant move is half-way, or a person corrects the plant or the output.
         */
        PLANT_DIFFERS,
        /** It could not be read. Says nothing about what is there. */
        UNREADABLE,
        /** A delivery is under way, was given up, or changed the target while it was looked at: not compared. */
        UNSETTLED
    }

    /** An item about what is written to. */
    public AuditItem(
            Optional<Contract> contract,
            NetworkTarget target,
            Finding finding,
            String detail,
            Optional<Extra> extra,
            Optional<CommandResult> result) {
        this(contract, target, finding, detail, extra, result, false);
    }

    public AuditItem {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(extra, "extra");
        Objects.requireNonNull(result, "result");
    }

    /** Whether it is a difference between network and contract, or between plant and contract. */
    public boolean isDifference() {
        return switch (finding) {
            case MISSING, EXTRA, DIFFERENT, PLANT_DIFFERS -> true;
            case IN_SYNC, UNREADABLE, UNSETTLED -> false;
        };
    }
}
