package io.silverdata.contract.internal.moves;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.internal.runs.RunParts;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.PlantMoveState.Stage;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.move.MovePreview;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.move.PlantMoves;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.MoveLog;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plant moves that are kept in the storage. */
public final class StoredMoves implements PlantMoves {
    private static final Logger LOG = LoggerFactory.getLogger(StoredMoves.class);

    private final RunParts parts;
    private final LineProvisioner lines;
    private final MoveLog moves;

    /** All parts are shared with the facade. */
    public StoredMoves(RunParts parts, LineProvisioner lines) {
        this.parts = parts;
        this.lines = lines;
        this.moves = parts.storage().moves();
    }

    @Override
    public Either<Rejection, PlantMove> planSplitter(
            String name, SplitterId splitter, SplicePoint to, Instant notBefore) {
        return plan(planner -> planner.splitter(name, splitter, to, notBefore));
    }

    @Override
    public Either<Rejection, PlantMove> planReplacement(
            String name, Map<PonPortId, PonPortId> ponPorts, Instant notBefore) {
        return plan(planner -> planner.replacement(name, ponPorts, notBefore));
    }

    @Override
    public Either<Rejection, PlantMove> planEvacuation(
            String name, PonPortId ponPort, Collection<PonPortId> targets, Instant notBefore) {
        return plan(planner -> planner.evacuation(name, ponPort, List.copyOf(targets), notBefore));
    }

    private Either<Rejection, PlantMove> plan(Function<MovePlanner, Either<Rejection, PlantMove>> how) {
        return parts.transactions().call(() -> how.apply(new MovePlanner(parts.storage(), plant())));
    }

    @Override
    public MovePreview preview(PlantMove plan) {
        return parts.transactions().call(() -> look(plan));
    }

    private MovePreview look(PlantMove plan) {
        return new MoveCheck(parts.storage(), plant(), lines).preview(plan);
    }

    @Override
    public Either<Rejection, MoveRun> begin(PlantMove plan, CommandContext context) {
        requireUnconditional(context);
        Either<Rejection, PlantMoveState> begun = parts.transactions().call(() -> {
            Optional<PlantMoveState> same = moves.find(plan.name());
            if (same.isPresent()) {
                return same.get().plan().equals(plan)
                        ? Either.<Rejection, PlantMoveState>right(same.get())
                        : Either.<Rejection, PlantMoveState>left(new Rejection.MoveInProgress(plan.name()));
            }
            return otherMoveOf(plan)
                    .or(() -> look(plan).objection())
                    .<Either<Rejection, PlantMoveState>>map(Either::left)
                    .orElseGet(() -> kept(PlantMoveState.begun(plan)));
        });
        return begun.map(state -> new StoredMoveRun(parts, plan.name(), context));
    }

    @Override
    public Either<Rejection, MoveRun> run(String name, CommandContext context) {
        requireUnconditional(context);
        return moves.find(name).isPresent()
                ? Either.right(new StoredMoveRun(parts, name, context))
                : Either.left(new Rejection.UnknownMove(name));
    }

    @Override
    public Either<Rejection, PlantMoveState> spliced(String name, SplitterId splitter) {
        return parts.transactions()
                .call(() -> opened(name)
                        .flatMap(state -> state.plan().splitters().stream()
                                .filter(part -> part.splitter().equals(splitter))
                                .findFirst()
                                .map(part -> splice(state, part))
                                .orElseGet(() -> Either.left(new Rejection.UnknownMove(name + " of " + splitter)))));
    }

    private Either<Rejection, PlantMoveState> splice(PlantMoveState state, SplitterMove part) {
        MovedPlant plant = plant();
        SplicePoint goal = state.goal(part);
        Optional<SplicePoint> place = plant.placeOf(part.splitter());
        if (place.isEmpty()) {
            return Either.left(new Rejection.UnknownPlantPart(part.splitter().value()));
        }
        if (place.get().ponPort().equals(goal.ponPort())) {
            return Either.right(state);
        }
        Optional<Rejection> objection =
                plant.objectionTo(part, goal).or(() -> full(plant, part.splitter(), goal.ponPort()));
        if (objection.isPresent()) {
            return Either.left(objection.get());
        }
        plant.splice(part.splitter(), goal);
        LOG.info("plant move {}: splitter {} is on {}", state.plan().name(), part.splitter(), goal);
        return Either.right(state);
    }

    private static Optional<Rejection> full(MovedPlant plant, SplitterId splitter, PonPortId ponPort) {
        int limit = plant.ponPort(ponPort).map(PonPort::subscriberLimit).orElse(0);
        return plant.subscribers(ponPort) + plant.subscribers(splitter) > limit
                ? Optional.of(new Rejection.PonPortFull(ponPort, limit))
                : Optional.empty();
    }

    @Override
    public Either<Rejection, PlantMoveState> pause(String name) {
        return changed(name, state -> state.paused() ? state : state.paused(true));
    }

    @Override
    public Either<Rejection, PlantMoveState> resume(String name) {
        return changed(name, state -> state.paused() ? state.paused(false) : state);
    }

    private Either<Rejection, PlantMoveState> changed(String name, UnaryOperator<PlantMoveState> change) {
        return parts.transactions()
                .call(() -> opened(name).flatMap(state -> {
                    PlantMoveState next = change.apply(state);
                    return next.equals(state) ? Either.right(state) : kept(next);
                }));
    }

    @Override
    public Either<Rejection, PlantMoveState> turnBack(String name) {
        return parts.transactions().call(() -> {
            Optional<PlantMoveState> state = moves.find(name).filter(found -> found.stage() != Stage.RETURNED);
            if (state.isEmpty()) {
                return Either.left(new Rejection.UnknownMove(name));
            }
            if (state.get().stage() == Stage.BACK) {
                return Either.right(state.get());
            }
            return otherMoveOf(state.get().plan())
                    .or(() -> elsewhere(state.get().plan()))
                    .<Either<Rejection, PlantMoveState>>map(Either::left)
                    .orElseGet(() -> kept(state.get().at(Stage.BACK)));
        });
    }

    /** A splitter that is neither where it was nor where it was to go. */
    private Optional<Rejection> elsewhere(PlantMove plan) {
        MovedPlant plant = plant();
        return plan.splitters().stream()
                .filter(part -> plant.placeOf(part.splitter())
                        .filter(place -> place.ponPort().equals(part.from().ponPort())
                                || place.ponPort().equals(part.to().ponPort()))
                        .isEmpty())
                .findFirst()
                .map(part -> new Rejection.InvalidValue(
                        "splitter", part.splitter().value(), "on " + part.from() + " or " + part.to()));
    }

    /** Another move that is not over and takes one of the splitters along. */
    private Optional<Rejection> otherMoveOf(PlantMove plan) {
        Set<SplitterId> mine = taken(plan);
        return moves.open().stream()
                .filter(other -> !other.plan().name().equals(plan.name()))
                .filter(other -> taken(other.plan()).stream().anyMatch(mine::contains))
                .findFirst()
                .map(other -> new Rejection.MoveInProgress(other.plan().name()));
    }

    private Set<SplitterId> taken(PlantMove plan) {
        MovedPlant plant = plant();
        return plan.splitters().stream()
                .flatMap(part -> plant.under(part.splitter()).stream())
                .map(Splitter::id)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<PlantMoveState> find(String name) {
        return moves.find(Objects.requireNonNull(name, "name"));
    }

    @Override
    public List<PlantMoveState> open() {
        return moves.open();
    }

    private Either<Rejection, PlantMoveState> opened(String name) {
        return moves.find(name)
                .filter(state -> state.stage().isOpen())
                .<Either<Rejection, PlantMoveState>>map(Either::right)
                .orElseGet(() -> Either.left(new Rejection.UnknownMove(name)));
    }

    private Either<Rejection, PlantMoveState> kept(PlantMoveState next) {
        moves.save(next);
        return Either.right(next);
    }

    private MovedPlant plant() {
        return new MovedPlant(parts.storage(), parts.clock().get());
    }

    private static void requireUnconditional(CommandContext context) {
        if (context.idempotencyKey().isPresent() || context.expectedVersion().isPresent()) {
            throw new IllegalArgumentException("context must name neither an idempotency key nor a version");
        }
    }
}
