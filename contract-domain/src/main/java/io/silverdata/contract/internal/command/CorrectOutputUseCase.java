package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterOutputId;
import io.vavr.control.Either;

/** Records at which output a drop really is; the output must be free. */
public final class CorrectOutputUseCase {

    /** Corrects the output. */
    public Either<Rejection, Decision> correct(Contract contract, SplitterOutputId output, Situation situation) {
        boolean isRecorded = contract.line()
                .filter(line -> line.ports().splitterOutput().equals(output))
                .isPresent();
        return isRecorded
                ? Either.left(new Rejection.NothingToChange("output", output.toString()))
                : situation
                        .ports()
                        .technologyObjection(output, contract.plan())
                        .<Either<Rejection, Decision>>map(Either::left)
                        .orElseGet(() -> situation
                                .ports()
                                .exactly(
                                        output, ports -> situation.decide(contract, new Command.CorrectOutput(ports))));
    }
}
