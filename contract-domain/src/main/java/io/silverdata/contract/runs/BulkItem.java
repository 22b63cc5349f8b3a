package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.ContractFault;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of a bulk command on one contract.
 *
 * @param id which contract
 * @param outcome how it ended
 * @param contract as it was when its turn came; empty if it cannot be read
 * @param result the result of the command, if it was accepted, now or in an earlier run
 * @param refusal why it was refused, if it was
 * @param fault why nothing could be done, if that is so
 */
public record BulkItem(
        ContractId id,
        Outcome outcome,
        Optional<Contract> contract,
        Optional<CommandResult> result,
        Optional<Rejection> refusal,
        Optional<ContractFault> fault) {

    /** How the bulk command ended for one contract. */
    public enum Outcome {
        /** It was carried out. */
        ACCEPTED,
        /** It had been carried out in an earlier run of the same name. */
        REPEATED,
        /** The contract refused it. */
        REFUSED,
        /** The contract fitted the selection when it was read, and no more when the command was to be carried out. */
        NOT_SELECTED,
        /** The contract cannot be read, or what was asked about it threw. It is passed over; the same name may try again. */
        FAULTY
    }

    /** Checks that outcome and contents fit together. */
    public BulkItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contract, "contract");
        boolean fits = switch (outcome) {
            case ACCEPTED, REPEATED -> result.isPresent() && refusal.isEmpty() && fault.isEmpty();
            case REFUSED -> result.isEmpty() && refusal.isPresent() && fault.isEmpty();
            case NOT_SELECTED -> result.isEmpty() && refusal.isEmpty() && fault.isEmpty();
            case FAULTY -> result.isEmpty() && refusal.isEmpty() && fault.isPresent();
        };
        if (!fits) {
            throw new IllegalArgumentException("result, refusal and fault must be as the outcome says: " + outcome);
        }
    }

    /** It was carried out, now or in an earlier run. */
    public static BulkItem accepted(Contract contract, CommandResult result) {
        return new BulkItem(
                contract.id(),
                result.repeated() ? Outcome.REPEATED : Outcome.ACCEPTED,
                Optional.of(contract),
                Optional.of(result),
                Optional.empty(),
                Optional.empty());
    }

    /** The contract refused it. */
    public static BulkItem refused(Contract contract, Rejection refusal) {
        return new BulkItem(
                contract.id(),
                Outcome.REFUSED,
                Optional.of(contract),
                Optional.empty(),
                Optional.of(refusal),
                Optional.empty());
    }

    /** The contract is not selected any more. */
    public static BulkItem notSelected(Contract contract) {
        return new BulkItem(
                contract.id(),
                Outcome.NOT_SELECTED,
                Optional.of(contract),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nothing could be done to it. */
    public static BulkItem faulty(Optional<Contract> contract, ContractFault fault) {
        return new BulkItem(
                fault.contract(), Outcome.FAULTY, contract, Optional.empty(), Optional.empty(), Optional.of(fault));
    }
}
