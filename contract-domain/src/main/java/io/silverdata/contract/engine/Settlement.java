package io.silverdata.contract.engine;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settles what is due for a contract: reservations and holds that end, and scheduled changes. Each counts from its own time,
 * whenever it is settled, so the outcome does not depend on how often a scheduler runs. Thread-safe if {@code debt} is.
 *
 * @param zone the operator's time zone, in which days begin
 * @param debt what the holder of a contract owes; asked when a scheduled cancellation is carried out
 * @param activation what else than the contract forbids a scheduled activation; asked when it is carried out, must write nothing
 */
public record Settlement(
        ZoneId zone, Function<Contract, Optional<Money>> debt, Function<Contract, Optional<Rejection>> activation) {
    static final Actor ACTOR = new Actor("contract");

    public Settlement {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(debt, "debt");
        Objects.requireNonNull(activation, "activation");
    }

    /** Where nothing but the contract forbids an activation. */
    public Settlement(ZoneId zone, Function<Contract, Optional<Money>> debt) {
        this(zone, debt, contract -> Optional.empty());
    }

    /**
     * Decides everything that is due, earliest first; at one instant in the order of {@link Decider#due}.
     *
     * @param now up to when, inclusive
     * @return the contract with nothing due, and the events; no events if nothing was due
     * @throws IllegalStateException naming the contract, if a command that is due is refused: the contract contradicts itself
     */
    public Decision settle(Contract contract, Instant now) {
        Decision decision = new Decision(contract, List.of());
        for (Optional<DueCommand> due = Decider.due(contract, now);
                due.isPresent();
                due = Decider.due(decision.contract(), now)) {
            decision = carryOut(due.get(), decision, now);
        }
        return decision;
    }

    private Decision carryOut(DueCommand due, Decision soFar, Instant now) {
        CommandMetadata metadata = new CommandMetadata(due.at(), now, zone, ACTOR, Trigger.SCHEDULE, Optional.empty());
        Command command = upToDate(due.command(), soFar.contract());
        return soFar.then(current -> Decider.decide(current, command, metadata))
                .getOrElseThrow(
                        refusal -> new IllegalStateException(soFar.contract().id() + ": " + command.kind()
                                + " was due at " + due.at() + " but is refused: " + refusal.message()));
    }

    /** What the holder owes, and whether output, ONU and login are to be had, is asked when a change takes place, not when it is scheduled. */
    private Command upToDate(Command command, Contract contract) {
        if (!(command instanceof Command.ApplyScheduled apply)) {
            return command;
        }
        return switch (apply.change()) {
            case CANCEL -> apply.owing(debt.apply(contract));
            case ACTIVATE -> apply.objected(activation.apply(contract));
            default -> command;
        };
    }
}
