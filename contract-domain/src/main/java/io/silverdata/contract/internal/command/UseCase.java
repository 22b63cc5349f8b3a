package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;

/** Resolves what a command needs from the host's ports, then decides. Writes nothing but claims on ports. */
@FunctionalInterface
public interface UseCase {

    /** The decision, or why not. May be called again with a fresh contract if the unit of work lost against another. */
    Either<Rejection, Decision> decide(Contract contract, Situation situation);

    /** The same where there is no contract yet. */
    @FunctionalInterface
    interface Opening {

        /** The decision, or why not. */
        Either<Rejection, Decision> decide(Situation situation);
    }
}
