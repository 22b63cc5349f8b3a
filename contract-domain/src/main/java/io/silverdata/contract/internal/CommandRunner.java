package io.silverdata.contract.internal;

import com.google.common.base.Ascii;
import com.google.common.hash.Hashing;
import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Carries a command out: conditions first, then the decision, then everything that is to be kept, in one unit of work. */
public final class CommandRunner {
    private static final Pattern WORD = Pattern.compile("[^A-Za-z]");

    private final Storage storage;
    private final Transactions transactions;
    private final DecisionWriter ledger;
    private final AllocationPolicy allocation;
    private final Clock clock;
    private final ZoneId zone;
    private final GuardedListener listener;

    /** What is to be decided, once contract, time and plant are at hand. */
    @FunctionalInterface
    public interface Script {
        /** The decision, or why not. Writes nothing but claims on ports. */
        Either<Rejection, Decision> decide(Contract contract, CommandMetadata metadata, PortSearch ports);
    }

    /** What is to be decided where there is no contract yet. */
    @FunctionalInterface
    public interface Opening {
        /** The decision, or why not. Writes nothing but claims on ports. */
        Either<Rejection, Decision> decide(CommandMetadata metadata, PortSearch ports);
    }

    /** A runner; all parts are shared with the facade. */
    public CommandRunner(
            Storage storage,
            Transactions transactions,
            DecisionWriter ledger,
            AllocationPolicy allocation,
            Clock clock,
            ZoneId zone,
            GuardedListener listener) {
        this.storage = storage;
        this.transactions = transactions;
        this.ledger = ledger;
        this.allocation = allocation;
        this.clock = clock;
        this.zone = zone;
        this.listener = listener;
    }

    /** The time, in the microseconds that every storage can keep. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Carries out several commands in one unit of work, so that they wait for the storage together. If it fails, none was
     * carried out, and each may be asked for by itself.
     */
    public <T> T together(Supplier<T> work) {
        return listener.together(() -> transactions.once(work));
    }

    /** Whether the calling thread is inside a unit of work, which only those who began it can repeat. */
    public boolean isInside() {
        return transactions.isActive();
    }

    /**
     * Does something to a contract.
     *
     * @param request what was asked for, in words; tells commands under one idempotency key apart
     */
    public Either<Rejection, CommandResult> run(ContractId id, String request, CommandContext context, Script script) {
        String fingerprint = fingerprint(id + " " + request);
        return reported(
                request,
                Optional.of(id),
                hopeful -> repeated(fingerprint, context).orElseGet(() -> {
                    Optional<Contract> found = storage.contracts().find(id);
                    if (found.isEmpty()) {
                        return Either.left(new Rejection.ContractNotFound(id));
                    }
                    Contract contract = found.get();
                    Optional<Long> expected = context.expectedVersion();
                    if (expected.isPresent() && expected.get() != contract.version()) {
                        return Either.left(new Rejection.StaleVersion(expected.get(), contract.version()));
                    }
                    CommandMetadata metadata = metadata(context);
                    PortSearch ports = ports(found, metadata, hopeful);
                    return script.decide(contract, metadata, ports)
                            .flatMap(decision -> keep(found, decision, ports, fingerprint, context, metadata, hopeful));
                }));
    }

    /** Begins a contract. */
    public Either<Rejection, CommandResult> open(String request, CommandContext context, Opening opening) {
        String fingerprint = fingerprint(request);
        return reported(
                request,
                Optional.empty(),
                hopeful -> repeated(fingerprint, context).orElseGet(() -> {
                    CommandMetadata metadata = metadata(context);
                    PortSearch ports = ports(Optional.empty(), metadata, hopeful);
                    return opening.decide(metadata, ports)
                            .flatMap(decision ->
                                    keep(Optional.empty(), decision, ports, fingerprint, context, metadata, hopeful));
                }));
    }

    private Either<Rejection, CommandResult> reported(
            String request, Optional<ContractId> id, Function<Boolean, Either<Rejection, CommandResult>> work) {
        Instant start = now();
        Either<Rejection, CommandResult> outcome = transactions.call(work);
        Optional<CommandResult> result = Optional.ofNullable(outcome.getOrNull());
        listener.onCommand(new CommandReport(
                name(request),
                id.or(() -> result.map(accepted -> accepted.contract().id())),
                outcome.isLeft() ? Optional.of(outcome.getLeft()) : Optional.empty(),
                result.filter(CommandResult::repeated).isPresent(),
                Duration.between(start, now())));
        return outcome;
    }

    /** A request begins with the name of the method, or is a command, whose class is named like it. */
    private static String name(String request) {
        String word = WORD.split(request, 2)[0];
        return Ascii.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    private PortSearch ports(Optional<Contract> before, CommandMetadata metadata, boolean hopeful) {
        return new PortSearch(
                storage.plant(), allocation, after -> objection(before, after, hopeful), metadata.recordedAt());
    }

    /**
     * Whether an ONU or a login is another's, the storage finds out by itself: a conflict, and nothing was written. Only then
     * it is worth to ask whose it is, and where nobody would repeat the command.
     */
    private Optional<Rejection> objection(Optional<Contract> before, Contract after, boolean hopeful) {
        return hopeful ? Optional.empty() : ledger.objection(before, after);
    }

    private CommandMetadata metadata(CommandContext context) {
        Instant now = now();
        return new CommandMetadata(
                context.effectiveAt()
                        .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                        .orElse(now),
                now,
                zone,
                context.actor(),
                context.trigger(),
                context.correlationId());
    }

    private Optional<Either<Rejection, CommandResult>> repeated(String fingerprint, CommandContext context) {
        return context.idempotencyKey()
                .flatMap(key -> storage.commands().find(key))
                .map(first -> first.fingerprint().equals(fingerprint)
                        ? Either.right(receiptOf(first))
                        : Either.left(new Rejection.IdempotencyKeyReused(first.key())));
    }

    private CommandResult receiptOf(CommandRecord first) {
        List<RecordedEvent> history = storage.events().history(first.contract()).stream()
                .filter(event -> event.version() <= first.versionAfter())
                .toList();
        List<RecordedEvent> events = history.stream()
                .filter(event -> event.version() > first.versionBefore())
                .toList();
        return new CommandResult(Contract.replay(history), events, true);
    }

    private Either<Rejection, CommandResult> keep(
            Optional<Contract> before,
            Decision decision,
            PortSearch ports,
            String fingerprint,
            CommandContext context,
            CommandMetadata metadata,
            boolean hopeful) {
        Contract after = decision.contract();
        // Where an output was claimed, the search has asked already: a refusal must find nothing written.
        Optional<Rejection> objection =
                ports.claimed().isEmpty() ? objection(before, after, hopeful) : Optional.empty();
        if (objection.isPresent()) {
            return Either.left(objection.get());
        }
        ledger.keep(before, decision, ports.claimed(), metadata.recordedAt());
        ledger.markWork(before, after, metadata.recordedAt());
        context.idempotencyKey()
                .ifPresent(key -> storage.commands()
                        .append(new CommandRecord(
                                key,
                                fingerprint,
                                after.id(),
                                before.map(Contract::version).orElse(0L),
                                after.version(),
                                metadata.recordedAt())));
        return Either.right(new CommandResult(after, decision.events(), false));
    }

    private static String fingerprint(String request) {
        return Hashing.sha256().hashString(request, StandardCharsets.UTF_8).toString();
    }
}
