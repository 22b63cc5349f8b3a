package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.spi.Plant;
import io.vavr.control.Either;
import java.util.Optional;

/** Writes off lines at an OLT, unless the plant says that it is in service. */
public final class WriteOffUseCase {
    private final Plant plant;

    /** A use case over a plant. */
    public WriteOffUseCase(Plant plant) {
        this.plant = plant;
    }

    /** Writes off. */
    public Either<Rejection, Decision> writeOff(Contract contract, Command.WriteOffLines command, Situation situation) {
        return plant.state(command.olt()).equals(Optional.of(ServiceState.UP))
                ? Either.left(new Rejection.InvalidValue(
                        "olt", command.olt().value(), "an OLT that the plant does not say is UP"))
                : situation.decide(contract, command);
    }
}
