package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.ContractFault;
import java.util.Objects;
import java.util.Optional;

/**
 * What a dunning run did to one contract, or would do.
 *
 * @param id which contract
 * @param contract as it was when its turn came; empty if it cannot be read
 * @param decision what the policy says; empty if the facts were refused, or could not be had
 * @param result the result of the commands; empty in a dry run, if there was nothing to do, and if it was refused
 * @param refusal why it was not done: facts that cannot be, a contract that took no such command, or {@link
 *     Rejection.SelectionTooLarge} where the limits withheld it
 * @param fault why the contract was passed over, if it was: it cannot be read, or ledger, policy or storage threw for it
 */
public record DunningItem(
        ContractId id,
        Optional<Contract> contract,
        Optional<DunningDecision> decision,
        Optional<CommandResult> result,
        Optional<Rejection> refusal,
        Optional<ContractFault> fault) {

    /** Checks that there is a decision, a refusal or a fault. */
    public DunningItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(result, "result");
        if (decision.isEmpty() && refusal.isEmpty() && fault.isEmpty()) {
            throw new IllegalArgumentException("a decision, a refusal or a fault is needed");
        }
    }

    /** What was decided, and what was done, if anything was. */
    public static DunningItem decided(Contract contract, DunningDecision decision, Optional<CommandResult> result) {
        return new DunningItem(
                contract.id(),
                Optional.of(contract),
                Optional.of(decision),
                result,
                Optional.empty(),
                Optional.empty());
    }

    /** The facts were refused, or the contract refused what was decided. */
    public static DunningItem refused(Contract contract, Rejection refusal) {
        return new DunningItem(
                contract.id(),
                Optional.of(contract),
                Optional.empty(),
                Optional.empty(),
                Optional.of(refusal),
                Optional.empty());
    }

    /** The limits withheld what was decided. */
    public static DunningItem withheld(Contract contract, DunningDecision decision, Rejection limit) {
        return new DunningItem(
                contract.id(),
                Optional.of(contract),
                Optional.of(decision),
                Optional.empty(),
                Optional.of(limit),
                Optional.empty());
    }

    /** The contract was passed over. */
    public static DunningItem faulty(Optional<Contract> contract, ContractFault fault) {
        return new DunningItem(
                fault.contract(), contract, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(fault));
    }

    /** Why, in words for people: of the fault or the refusal if there is one, else of the decision. */
    public String explanation() {
        return fault.map(ContractFault::problem)
                .or(() -> refusal.map(Rejection::message))
                .orElseGet(() -> decision.orElseThrow().explanation());
    }
}
