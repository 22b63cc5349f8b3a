package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.CancellationTiming;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.BillingPeriod;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

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

    /** Schedules a cancellation for the end of the billing period or of the minimum term. */
    public Either<Rejection, Decision> schedule(
            Contract contract, CancellationReason reason, CancellationTiming timing, Situation situation) {
        ZoneId zone = situation.metadata().zone();
        LocalDate today = LocalDate.ofInstant(situation.now(), zone);
        Optional<LocalDate> day = switch (timing) {
            case AT_CYCLE_END ->
                Optional.of(BillingPeriod.of(contract, today, zone).nextStart());
            case AT_TERM_END -> contract.termEndsOn().filter(today::isBefore);
        };
        return day.map(end -> schedule(contract, reason, end.atStartOfDay(zone).toInstant(), situation))
                .orElseGet(() -> Either.left(new Rejection.InvalidValue(
                        "timing", timing.name(), CancellationTiming.AT_CYCLE_END + ", without a term that is left")));
    }

    private Command.Cancel command(Contract contract, CancellationReason reason) {
        return new Command.Cancel(reason, host.debt(contract.id()));
    }
}
