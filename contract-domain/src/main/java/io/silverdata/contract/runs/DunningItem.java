package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import java.util.Objects;
import java.util.Optional;

/**
 * What a dunning run did to one contract, or would do.
 *
 * @param contract as it was when its turn came
 * @param decision what the policy says; empty if the facts were refused
 * @param result the result of the commands; empty in a dry run, if there was nothing to do, and if it was refused
 * @param refusal why it was not done: facts that cannot be, a contract that took no such command, or {@link
 *     Rejection.SelectionTooLarge} where the limits withheld it
 */
public record DunningItem(
        Contract contract,
        Optional<DunningDecision> decision,
        Optional<CommandResult> result,
        Optional<Rejection> refusal) {

    /** Checks that there is a decision or a refusal. */
    public DunningItem {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(result, "result");
        if (decision.isEmpty() && refusal.isEmpty()) {
            throw new IllegalArgumentException("a decision or a refusal is needed");
        }
    }

    /** Why, in words for people: of the refusal if there is one, else of the decision. */
    public String explanation() {
        return refusal.map(Rejection::message)
                .orElseGet(() -> decision.orElseThrow().explanation());
    }
}
