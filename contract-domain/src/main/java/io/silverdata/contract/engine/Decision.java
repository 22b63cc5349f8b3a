package io.silverdata.contract.engine;

import com.google.common.collect.ImmutableList;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The answer to a command that is accepted.
 *
 * @param contract the contract after it
 * @param events what it made happen, oldest first; empty if it changed nothing
 */
public record Decision(Contract contract, List<RecordedEvent> events) {

    public Decision {
        Objects.requireNonNull(contract, "contract");
        events = List.copyOf(events);
    }

    /** Goes on with another command, so that several become one decision; the first refusal is the outcome. */
    public Either<Rejection, Decision> then(Function<Contract, Either<Rejection, Decision>> next) {
        return next.apply(contract)
                .map(decision -> new Decision(
                        decision.contract,
                        ImmutableList.<RecordedEvent>builder()
                                .addAll(events)
                                .addAll(decision.events)
                                .build()));
    }
}
