package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of a bulk command on one contract: accepted, now or in an earlier run, or refused.
 *
 * @param contract as it was when its turn came
 * @param result the result of the command, if it was accepted
 * @param refusal why it was not, if it was refused
 */
public record BulkItem(Contract contract, Optional<CommandResult> result, Optional<Rejection> refusal) {

    /** Checks that it is one of the two. */
    public BulkItem {
        Objects.requireNonNull(contract, "contract");
        if (result.isPresent() == refusal.isPresent()) {
            throw new IllegalArgumentException("either a result or a refusal is needed");
        }
    }
}
