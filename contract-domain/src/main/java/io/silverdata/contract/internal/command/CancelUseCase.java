package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Ends a contract, now or later, and records what the host says is owed. */
public final class CancelUseCase {
    private final HostPorts host;

    /** A use case; all parts are shared with the facade. */
    public CancelUseCase(HostPorts host) {
        this.host = host;
    }

    /** Cancels a contract. */
    public Either<Rejection, Decision> cancel(Contract contract, CancellationReason reason, Situation situation) {
        return situation.decide(contract, command(contract, reason));
    }

    /** Schedules a cancellation. */
    public Either<Rejection, Decision> schedule(
            Contract contract, CancellationReason reason, Instant at, Situation situation) {
        return situation.decide(contract, Scheduling.schedule(command(contract, reason), at));
    }

    private Command.Cancel command(Contract contract, CancellationReason reason) {
        return new Command.Cancel(reason, host.debt(contract.id()));
    }
}
