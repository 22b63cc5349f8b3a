package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;

/** A command with all its arguments, ready to be given, or to be previewed. */
@FunctionalInterface
interface Order {

    /** Gives the command. */
    Either<Rejection, CommandResult> give(Contracts contracts, CommandContext context);
}
