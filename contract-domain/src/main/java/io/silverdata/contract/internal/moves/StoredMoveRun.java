package io.silverdata.contract.internal.moves;

import com.google.common.collect.Lists;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.internal.command.CommandRequest;
import io.silverdata.contract.internal.command.Situation;
import io.silverdata.contract.internal.runs.RunParts;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.PlantMoveState.Stage;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.move.MoveItem;
import io.silverdata.contract.move.MoveItem.Outcome;
import io.silverdata.contract.move.MoveProgress;
import io.silverdata.contract.move.MoveProgress.State;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.ContractReading;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plant move under way: looks for contracts that are not as they are to be, and gives each its turn, until there are none. */
final class StoredMoveRun implements MoveRun {
    private static final int READ_TOGETHER = 200;

    private final RunParts parts;
    private final String name;
    private final CommandContext context;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final Set<ContractId> refused = new HashSet<>();
    private final Deque<MoveItem> untold = new ArrayDeque<>();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long undelivered;

    StoredMoveRun(RunParts parts, String name, CommandContext context) {
        this.parts = parts;
        this.name = name;
        this.context = context;
    }

    /** A contract that is not as it is to be. */
    private record Turn(ContractId contract, SplitterOutputId output, PonPortId goal) {}

    @Override
    public MoveProgress advance(int max, Consumer<MoveItem> each) {
        Objects.requireNonNull(each, "each");
        parts.requireAdvance("a plant move", max);
        tell(each);
        // what was found in an earlier call may be over, and the move may have been turned round
        turns.clear();
        for (int left = max; left > 0; left--) {
            if (turns.isEmpty()) {
                Optional<MoveProgress> end = parts.transactions().call(this::look);
                if (end.isPresent()) {
                    return end.get();
                }
            }
            MoveItem item = take(turns.remove());
            outcomes.merge(item.outcome(), 1L, Long::sum);
            untold.add(item);
            tell(each);
        }
        return progress(State.MORE);
    }

    private void tell(Consumer<MoveItem> each) {
        while (!untold.isEmpty()) {
            each.accept(untold.element());
            untold.remove();
        }
    }

    /** Finds the next turns; if there are none, says why, and ends a move of which nothing is left. */
    private Optional<MoveProgress> look() {
        PlantMoveState state = parts.storage().moves().find(name).orElseThrow();
        Instant now = parts.clock().get();
        if (!state.stage().isOpen()) {
            undelivered = 0;
            return Optional.of(progress(State.FINISHED));
        }
        if (state.paused()) {
            return Optional.of(progress(State.PAUSED));
        }
        if (state.stage() == Stage.FORWARD && now.isBefore(state.plan().notBefore())) {
            return Optional.of(new MoveProgress(
                    State.WAITING, outcomes, 0, Optional.of(state.plan().notBefore())));
        }
        MovedPlant plant = new MovedPlant(parts.storage(), now);
        turns.clear();
        undelivered = 0;
        boolean isBlocked = false;
        for (SplitterMove part : state.plan().splitters()) {
            isBlocked |= look(part, state.goal(part).ponPort(), plant);
        }
        if (!turns.isEmpty()) {
            return Optional.empty();
        }
        if (isBlocked) {
            return Optional.of(progress(State.BLOCKED));
        }
        boolean isThere = state.plan().splitters().stream()
                .allMatch(part -> plant.placeOf(part.splitter())
                        .filter(place -> place.ponPort().equals(state.goal(part).ponPort()))
                        .isPresent());
        if (!isThere) {
            return Optional.of(progress(State.AWAITING_SPLICE));
        }
        parts.storage().moves().save(state.at(state.stage() == Stage.FORWARD ? Stage.DONE : Stage.RETURNED));
        return Optional.of(progress(State.FINISHED));
    }

    /** Adds the turns of a part of the move; whether somebody was refused before, and is not as it is to be. */
    private boolean look(SplitterMove part, PonPortId goal, MovedPlant plant) {
        boolean isBlocked = false;
        for (List<SplitterOutput> some : Lists.partition(plant.served(part.splitter()), READ_TOGETHER)) {
            ContractReading reading = parts.storage()
                    .contracts()
                    .readAll(some.stream().map(MovedPlant::holder).distinct().toList());
            Map<ContractId, Contract> contracts =
                    reading.contracts().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
            for (SplitterOutput output : some) {
                ContractId holder = MovedPlant.holder(output);
                Optional<Contract> contract = Optional.ofNullable(contracts.get(holder));
                undelivered +=
                        contract.filter(StoredMoveRun::isUndelivered).stream().count();
                boolean isTurn = contract.map(found -> MoveStep.next(found, output.id(), output.ponPort(), goal)
                                .isPresent())
                        .orElse(true);
                if (isTurn && refused.contains(holder)) {
                    isBlocked = true;
                } else if (isTurn) {
                    turns.add(new Turn(holder, output.id(), goal));
                }
            }
        }
        return isBlocked;
    }

    private static boolean isUndelivered(Contract contract) {
        TargetState line = contract.provisioning().line();
        return line.needsDelivery() || line.failure().isPresent();
    }

    private MoveItem take(Turn turn) {
        ContractId id = turn.contract();
        try {
            Either<Rejection, CommandResult> outcome = parts.commands()
                    .run(
                            new CommandRequest("movePlant", Optional.of(id), Optional.empty(), List.of(), context),
                            (contract, situation) -> decide(contract, turn, situation));
            parts.faults().over(FaultIsolation.Work.MOVE, id);
            if (outcome.isRight()) {
                return new MoveItem(
                        id, outcome(outcome.get()), Optional.of(outcome.get()), Optional.empty(), Optional.empty());
            }
            refused.add(id);
            return new MoveItem(
                    id, Outcome.REFUSED, Optional.empty(), Optional.of(outcome.getLeft()), Optional.empty());
        } catch (RuntimeException thrown) {
            ContractFault fault = parts.faults().of(FaultIsolation.Work.MOVE, id, thrown);
            refused.add(id);
            return new MoveItem(id, Outcome.FAULTY, Optional.empty(), Optional.empty(), Optional.of(fault));
        }
    }

    /** Plant and contract are those of the unit of work that writes. */
    private Either<Rejection, Decision> decide(Contract contract, Turn turn, Situation situation) {
        return parts.storage()
                .plant()
                .port(turn.output())
                .flatMap(output -> MoveStep.next(contract, turn.output(), output.ponPort(), turn.goal()))
                .map(command -> situation.decide(contract, command))
                .orElseGet(() -> Either.right(new Decision(contract, List.of())));
    }

    private static Outcome outcome(CommandResult result) {
        if (has(result, ContractEvent.PortsMoved.class)) {
            return Outcome.MOVED;
        }
        if (has(result, ContractEvent.MovePrepared.class)) {
            return Outcome.PREPARED;
        }
        return has(result, ContractEvent.MoveWithdrawn.class) ? Outcome.WITHDRAWN : Outcome.UNCHANGED;
    }

    private static boolean has(CommandResult result, Class<? extends ContractEvent> kind) {
        return result.events().stream().anyMatch(event -> kind.isInstance(event.event()));
    }

    private MoveProgress progress(State state) {
        boolean isSettled = state != State.MORE && state != State.PAUSED;
        return new MoveProgress(state, outcomes, isSettled ? undelivered : 0, Optional.empty());
    }
}
