package io.silverdata.contract.internal.command;

import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.Settlement;
import io.silverdata.contract.internal.transaction.DecisionWriter;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.internal.transaction.Transactions.Attempt;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way through a command: begin a unit of work, replay what was done under the idempotency key, load the contract, settle
 * what is due for it, let the use case resolve and decide, persist, and report. A command that is refused writes nothing, what
 * was settled included: the next command or scheduler settles it again, at the same times. Thread-safe.
 */
public final class CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);

    private final Storage storage;
    private final Transactions transactions;
    private final DecisionWriter writer;
    private final AllocationPolicy allocation;
    private final Supplier<Instant> now;
    private final Settlement settlement;
    private final GuardedListener listener;
    private final BindingCheck bindings;

    /** A runner; all parts are shared with the facade. */
    public CommandRunner(
            Storage storage,
            Transactions transactions,
            DecisionWriter writer,
            AllocationPolicy allocation,
            Supplier<Instant> now,
            Settlement settlement,
            GuardedListener listener,
            BindingCheck bindings) {
        this.storage = storage;
        this.transactions = transactions;
        this.writer = writer;
        this.allocation = allocation;
        this.now = now;
        this.settlement = settlement;
        this.listener = listener;
        this.bindings = bindings;
    }

    /** Runs a command on a contract. */
    public Either<Rejection, CommandResult> run(CommandRequest request, UseCase useCase) {
        return run(
                request,
                attempt -> load(request)
                        .flatMap(contract -> decide(
                                request,
                                Optional.of(contract),
                                attempt,
                                situation -> settleAndDecide(contract, request, useCase, situation))));
    }

    /** Runs a command that needs no look-up. */
    public Either<Rejection, CommandResult> run(CommandRequest request, Command command) {
        return run(request, (contract, situation) -> situation.decide(contract, command));
    }

    /** Runs a command that begins a contract. */
    public Either<Rejection, CommandResult> open(CommandRequest request, UseCase.Opening useCase) {
        return run(request, attempt -> decide(request, Optional.empty(), attempt, useCase::decide));
    }

    /**
     * Runs several commands in one unit of work, so that they wait for the storage together. Each is reported once all are
     * committed; if the unit of work fails, none was carried out and none is reported.
     */
    public <T> T together(Supplier<T> commands) {
        return listener.together(forget -> transactions.once(commands));
    }

    /** The same, repeated after a conflict. Commands of an attempt that was lost are not reported. */
    public <T> T togetherRepeatedly(Supplier<T> commands) {
        return listener.together(forget -> transactions.call(() -> {
            forget.run();
            return commands.get();
        }));
    }

    /**
     * Runs commands in a unit of work that is rolled back, and returns what they returned. None is reported.
     *
     * @throws IllegalStateException inside a unit of work of the caller's, which would be rolled back with it
     */
    public <T> T undone(Supplier<T> commands) {
        transactions.requireOutside("preview");
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        try {
            together(() -> {
                result.set(commands.get());
                throw new RollBack();
            });
        } catch (RollBack intended) {
            LOG.trace("rolled back as intended", intended);
        }
        return Objects.requireNonNull(result.get(), "result");
    }

    private Either<Rejection, CommandResult> run(
            CommandRequest request, Function<Attempt, Either<Rejection, CommandResult>> command) {
        Instant start = now.get();
        Either<Rejection, CommandResult> outcome =
                transactions.call(attempt -> replay(request).orElseGet(() -> command.apply(attempt)));
        if (outcome.isLeft() && request.context().idempotencyKey().isPresent()) {
            // The same command may have been committed since the key was looked up: its effect is what refused this
            // one.
            outcome = transactions.call(() -> replay(request)).orElse(outcome);
        }
        report(request, outcome, Duration.between(start, now.get()));
        return outcome;
    }

    private Optional<Either<Rejection, CommandResult>> replay(CommandRequest request) {
        return request.context()
                .idempotencyKey()
                .flatMap(key -> storage.commands().find(key))
                .map(first -> Fingerprint.matches(first, request)
                        ? Either.right(resultOf(first))
                        : Either.left(new Rejection.IdempotencyKeyReused(first.key())));
    }

    private CommandResult resultOf(CommandRecord first) {
        List<RecordedEvent> history = storage.events().history(first.contract()).stream()
                .filter(event -> event.version() <= first.versionAfter())
                .toList();
        List<RecordedEvent> events = history.stream()
                .filter(event -> event.version() > first.versionBefore())
                .toList();
        return new CommandResult(Contract.replay(history), events, true);
    }

    private Either<Rejection, Contract> load(CommandRequest request) {
        ContractId id = request.contract().orElseThrow();
        Optional<Contract> found = storage.contracts().find(id);
        if (found.isEmpty()) {
            return Either.left(new Rejection.ContractNotFound(id));
        }
        Contract contract = found.get();
        Optional<Long> expected = request.context().expectedVersion();
        if (expected.isPresent() && expected.get() != contract.version()) {
            return Either.left(new Rejection.StaleVersion(expected.get(), contract.version()));
        }
        return Either.right(contract);
    }

    private Either<Rejection, Decision> settleAndDecide(
            Contract contract, CommandRequest request, UseCase useCase, Situation situation) {
        return settle(contract, request, situation.now())
                .flatMap(settled ->
                        settled.then(current -> useCase.decide(current, situation.knowing(() -> events(settled)))))
                // A hold lifted as of a time that is past may make room for a change that was due since.
                .flatMap(decided -> decided.then(current -> Either.right(settlement.settle(current, situation.now()))));
    }

    private Either<Rejection, Decision> settle(Contract contract, CommandRequest request, Instant at) {
        Decision settled = settlement.settle(contract, at);
        // Asked before the use case looks anything up: an ended contract is the reason, not a plan that is not found.
        Optional<Rejection> objection = request.kind().flatMap(settled.contract()::objectionTo);
        return objection.isPresent() ? Either.left(objection.get()) : Either.right(settled);
    }

    private List<RecordedEvent> events(Decision settled) {
        List<RecordedEvent> events =
                new ArrayList<>(storage.events().history(settled.contract().id()));
        events.addAll(settled.events());
        return events;
    }

    private Either<Rejection, CommandResult> decide(
            CommandRequest request,
            Optional<Contract> before,
            Attempt attempt,
            Function<Situation, Either<Rejection, Decision>> useCase) {
        CommandMetadata metadata = metadata(request.context());
        PortSearch ports = new PortSearch(
                storage.plant(),
                allocation,
                after -> objection(request, before, after, attempt),
                metadata.recordedAt());
        return useCase.apply(new Situation(metadata, ports, List::of))
                .flatMap(decision -> persist(request, before, decision, ports, metadata.recordedAt(), attempt));
    }

    private CommandMetadata metadata(CommandContext context) {
        Instant at = now.get();
        return new CommandMetadata(
                context.effectiveAt()
                        .map(effective -> effective.truncatedTo(ChronoUnit.MICROS))
                        .orElse(at),
                at,
                settlement.zone(),
                context.actor(),
                context.trigger(),
                context.correlationId());
    }

    private Either<Rejection, CommandResult> persist(
            CommandRequest request,
            Optional<Contract> before,
            Decision decision,
            PortSearch ports,
            Instant at,
            Attempt attempt) {
        Contract after = decision.contract();
        // Where an output was claimed, the search has asked already: a refusal must find nothing written.
        Optional<Rejection> objection =
                ports.claimed().isEmpty() ? objection(request, before, after, attempt) : Optional.empty();
        if (objection.isPresent()) {
            return Either.left(objection.get());
        }
        writer.write(before, decision, ports.claimed(), at);
        writer.enqueue(before, after, at);
        request.context()
                .idempotencyKey()
                .ifPresent(key -> storage.commands()
                        .append(new CommandRecord(
                                key,
                                Fingerprint.of(request),
                                after.id(),
                                before.map(Contract::version).orElse(0L),
                                after.version(),
                                at)));
        return Either.right(new CommandResult(after, decision.events(), false));
    }

    /**
     * The storage detects by itself that an ONU or a login is another contract's, and reports a conflict. Whose it is, is
     * worth asking only once there was a conflict, or where nobody repeats the command after one. What OLTs cannot bind they say at once.
     */
    private Optional<Rejection> objection(
            CommandRequest request, Optional<Contract> before, Contract after, Attempt attempt) {
        Optional<Rejection> unbound = request.ordersLine() ? bindings.objection(before, after) : Optional.empty();
        return attempt == Attempt.OPTIMISTIC ? unbound : unbound.or(() -> writer.objection(before, after));
    }

    private void report(CommandRequest request, Either<Rejection, CommandResult> outcome, Duration took) {
        Optional<CommandResult> result = Optional.ofNullable(outcome.getOrNull());
        listener.onCommand(new CommandReport(
                request.name(),
                request.contract()
                        .or(() -> result.map(accepted -> accepted.contract().id())),
                outcome.isLeft() ? Optional.of(outcome.getLeft()) : Optional.empty(),
                result.filter(CommandResult::repeated).isPresent(),
                took));
    }

    /** Ends a unit of work that nothing is to be kept of. */
    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RollBack() {
            super("nothing of this unit of work is to be kept", null, false, false);
        }
    }
}
