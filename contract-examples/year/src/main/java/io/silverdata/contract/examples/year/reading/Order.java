package io.silverdata.contract.examples.year.reading;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the orders file: when, what, on which contract, and at which version if the row names one.
 *
 * @param promisedFor the day by which the subscriber promises to pay, if that is the order
 */
public record Order(
        long line,
        Instant at,
        OrderKind kind,
        ContractNumber contract,
        Optional<Long> version,
        Optional<CustomerId> customer,
        Optional<LocalDate> promisedFor,
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
