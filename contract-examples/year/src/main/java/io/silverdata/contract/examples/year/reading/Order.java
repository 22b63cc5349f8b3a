package io.silverdata.contract.examples.year.reading;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/** One row of the orders file: when, what, on which contract, and at which version if the row names one. */
public record Order(
        long line,
        Instant at,
        OrderKind kind,
        ContractNumber contract,
        Optional<Long> version,
        Optional<CustomerId> customer,
        Action action) {

    /** What is done when its time has come. */
    @FunctionalInterface
    public interface Action {
        Either<Rejection, CommandResult> carryOut(Contracts contracts, CommandContext context);
    }

    public Either<Rejection, CommandResult> carryOut(Contracts contracts) {
        CommandContext context = kind.context();
        return action.carryOut(contracts, version.map(context::expecting).orElse(context));
    }
}
