package io.silverdata.contract.command;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.RecordedEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of an accepted command.
 *
 * @param contract as the command left it
 * @param events what happened, oldest first; empty if the command changed nothing
 * @param repeated whether this is the result of an earlier command with the same idempotency key
 */
public record CommandResult(Contract contract, List<RecordedEvent> events, boolean repeated) {

    public CommandResult {
        Objects.requireNonNull(contract, "contract");
        events = List.copyOf(events);
    }

    /** What the service is like now, if the command lifted a hold. */
    public Optional<LiftOutcome> liftOutcome() {
        boolean lifted = events.stream().anyMatch(recorded -> recorded.event() instanceof ContractEvent.HoldLifted);
        return lifted ? Optional.of(LiftOutcome.of(contract)) : Optional.empty();
    }
}
