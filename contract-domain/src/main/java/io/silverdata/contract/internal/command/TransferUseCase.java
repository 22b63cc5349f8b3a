package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/** Passes a contract to another holder whom the host knows, now or later. */
public final class TransferUseCase {
    private final HostPorts host;

    /** A use case; all parts are shared with the facade. */
    public TransferUseCase(HostPorts host) {
        this.host = host;
    }

    /** Transfers a contract. */
    public Either<Rejection, Decision> transfer(Contract contract, Transfer transfer, Situation situation) {
        return host.customer(transfer.customer())
                .flatMap(customer -> situation.decide(
                        contract,
                        new Command.TransferOwnership(
                                customer, transfer.radiusUser(), transfer.override(), transfer.keepsScheduled())));
    }

    /** Schedules a transfer; the new holder keeps the login. */
    public Either<Rejection, Decision> schedule(
            Contract contract, CustomerId customer, Instant at, Situation situation) {
        return host.customer(customer)
                .flatMap(known -> situation.decide(
                        contract,
                        Scheduling.schedule(
                                new Command.TransferOwnership(known, Optional.empty(), Optional.empty()), at)));
    }
}
