package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.AddOnOrder;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Gives a contract an add-on, and says when it ends: days begin in the operator's zone. */
public final class AddOnUseCase {

    /** A use case without parts. */
    public AddOnUseCase() {}

    /** Adds an add-on from a day on, or from the time from which the command counts. */
    public Either<Rejection, Decision> add(Contract contract, AddOnOrder order, Situation situation) {
        LocalDate today = LocalDate.ofInstant(
                situation.metadata().effectiveAt(), situation.metadata().zone());
        Optional<LocalDate> past = order.startsOn().filter(today::isAfter);
        return past.isPresent()
                ? Either.left(new Rejection.InvalidValue("startsOn", past.get().toString(), today + " or later"))
                : situation.decide(
                        contract,
                        new Command.AddAddOn(
                                order.addOn(),
                                order.startsOn().filter(today::isBefore).map(day -> beginOf(day, situation)),
                                order.endsOn().map(day -> beginOf(day, situation))));
    }

    /** Changes the day on which an add-on is there no more. */
    public Either<Rejection, Decision> changeEnd(
            Contract contract, AddOnId addOn, Optional<LocalDate> endsOn, Situation situation) {
        return situation.decide(
                contract, new Command.ChangeAddOnEnd(addOn, endsOn.map(day -> beginOf(day, situation))));
    }

    private static Instant beginOf(LocalDate day, Situation situation) {
        return day.atStartOfDay(situation.metadata().zone()).toInstant();
    }
}
