package io.silverdata.contract.query;

import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import java.util.Objects;
import java.util.Optional;

/**
 * A splitter output with who has it.
 *
 * @param output what the plant knows of it; its {@code holder} is a contract that has a claim, whether or not it is over
 * @param state at the moment of the answer
 * @param feeds the splitter that hangs on it, if one does
 * @param holder what a list shows of the contract that has a claim; empty if there is none, or if no such contract is stored
 */
public record OutputSummary(
        SplitterOutput output, PortState state, Optional<SplitterId> feeds, Optional<ContractSummary> holder) {
    public OutputSummary {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(feeds, "feeds");
        Objects.requireNonNull(holder, "holder");
    }

    /** The same with the contract that has a claim. */
    public OutputSummary heldBy(ContractSummary contract) {
        return new OutputSummary(output, state, feeds, Optional.of(contract));
    }
}
