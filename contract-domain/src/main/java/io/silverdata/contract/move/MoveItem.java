package io.silverdata.contract.move;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.ContractFault;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plant move did to one contract in one turn. A contract has a turn before the splice if another OLT is told, and one afterwards.
 *
 * @param id which contract
 * @param outcome what
 * @param result the contract and its events, if it was accepted
 * @param refusal why it was refused, if it was
 * @param fault why nothing could be done, if that is so
 */
public record MoveItem(
        ContractId id,
        Outcome outcome,
        Optional<CommandResult> result,
        Optional<Rejection> refusal,
        Optional<ContractFault> fault) {

    /** What was done to a contract. */
    public enum Outcome {
        /** The OLT of the new place is to be told of its ONU; the splitter is not spliced yet. */
        PREPARED,
        /** Its line, or its reservation, is at the PON port where the plant has its splitter. */
        MOVED,
        /** What was prepared is taken back. */
        WITHDRAWN,
        /** It is as it is to be: it changed since it was looked at. */
        UNCHANGED,
        /** The contract refused. */
        REFUSED,
        /** The contract cannot be read, or its unit of work failed. */
        FAULTY
    }

    public MoveItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(fault, "fault");
    }
}
