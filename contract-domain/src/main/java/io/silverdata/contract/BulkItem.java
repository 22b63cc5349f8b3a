package io.silverdata.contract;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a bulk command on one contract: it was accepted, now or in an earlier run, or refused.
 *
 * @param contract as it was when its turn came
 * @param result what it brought about, if it was accepted
 * @param refusal why it was not, if it was refused
 */
public record BulkItem(Contract contract, Optional<CommandResult> result, Optional<Rejection> refusal) {

    /** Checks that it is one of the two. */
    public BulkItem {
        Objects.requireNonNull(contract, "contract");
        if (result.isPresent() == refusal.isPresent()) {
            throw new IllegalArgumentException("either a receipt or a refusal is needed");
        }
    }

    static BulkItem of(Contract contract, Either<Rejection, CommandResult> outcome) {
        return new BulkItem(
                contract,
                Optional.ofNullable(outcome.getOrNull()),
                outcome.isLeft() ? Optional.of(outcome.getLeft()) : Optional.empty());
    }
}
