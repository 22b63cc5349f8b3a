package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.NoActionReason;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.internal.command.CommandRequest;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.DebtLedger;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks ledger and policy about a contract, and does what they say in one unit of work. */
public final class DunningExecutor {
    private static final CommandContext CONTEXT = CommandContext.by("dunning", Trigger.DUNNING);

    private final CommandRunner commands;
    private final ContractRepository repository;
    private final DebtLedger debts;
    private final Function<Contract, Optional<DunningPolicy>> policies;
    private final SuspensionPolicies suspensionPolicies;

    /** An executor; all parts are shared with the facade. */
    public DunningExecutor(
            CommandRunner commands,
            ContractRepository repository,
            DebtLedger debts,
            Function<Contract, Optional<DunningPolicy>> policies,
            SuspensionPolicies suspensionPolicies) {
        this.commands = commands;
        this.repository = repository;
        this.debts = debts;
        this.policies = policies;
        this.suspensionPolicies = suspensionPolicies;
    }

    /**
     * What was decided in the unit of work, and the result.
     *
     * @param decision may differ from what was decided before, if contract or ledger changed meanwhile
     * @param withheld whether it was not allowed
     * @param result empty if nothing was to be done any more, or it was not allowed
     */
    public record Outcome(DunningDecision decision, boolean withheld, Optional<CommandResult> result) {
        static Outcome of(DunningDecision decision, boolean allowed) {
            return new Outcome(decision, !allowed, Optional.empty());
        }

        Outcome with(CommandResult done) {
            return withheld || decision instanceof DunningDecision.Nothing
                    ? this
                    : new Outcome(decision, false, Optional.of(done));
        }
    }

    /** What the ledger knows about several contracts. */
    public Map<ContractId, DunningFacts> facts(Collection<ContractId> contracts) {
        return debts.dunningFacts(contracts);
    }

    /** What the ledger knows about one. */
    public Optional<DunningFacts> facts(ContractId contract) {
        return debts.dunningFacts(contract);
    }

    /** What is to be done to a contract now. */
    public Either<Rejection, DunningDecision> decide(Contract contract, Optional<DunningFacts> facts, Instant now) {
        Optional<DunningPolicy> policy = policies.apply(contract);
        if (policy.isEmpty()) {
            return Either.right(new DunningDecision.Nothing(new NoActionReason.NoPolicy()));
        }
        return facts.isEmpty()
                ? Either.right(new DunningDecision.Nothing(new NoActionReason.FactsUnknown()))
                : policy.get().evaluate(facts.get(), contract, now).mapLeft(refusal -> refusal);
    }

    /** On several contracts in one unit of work, or on none. */
    public List<Either<Rejection, Outcome>> executeTogether(
            List<ContractId> contracts, Selection selection, Predicate<DunningDecision> allowed) {
        return commands.together(() -> {
            List<ContractId> read =
                    repository.findAll(contracts).stream().map(Contract::id).toList();
            Map<ContractId, DunningFacts> facts = read.isEmpty() ? Map.of() : debts.dunningFacts(read);
            return contracts.stream()
                    .map(id -> execute(id, selection, allowed, () -> Optional.ofNullable(facts.get(id))))
                    .toList();
        });
    }

    /** On one contract in a unit of work of its own. */
    public Either<Rejection, Outcome> execute(
            ContractId contract, Selection selection, Predicate<DunningDecision> allowed) {
        return execute(contract, selection, allowed, () -> debts.dunningFacts(contract));
    }

    /**
     * Asks selection, ledger and policy once more, about the contract as it is in the unit of work, and does what they say.
     * A customer who paid a moment ago is not cut.
     *
     * @param allowed whether a decision may be carried out; if not, nothing is written and the receipt is empty
     */
    private Either<Rejection, Outcome> execute(
            ContractId id,
            Selection selection,
            Predicate<DunningDecision> allowed,
            Supplier<Optional<DunningFacts>> ledger) {
        AtomicReference<@Nullable Outcome> made = new AtomicReference<>();
        return commands.run(request(id), (contract, situation) -> {
                    Decision none = new Decision(contract, List.of());
                    if (!selection.includes(contract)) {
                        made.set(Outcome.of(new DunningDecision.Nothing(new NoActionReason.NotSelected()), true));
                        return Either.right(none);
                    }
                    Optional<DunningFacts> facts = ledger.get();
                    return decide(contract, facts, situation.metadata().recordedAt())
                            .flatMap(decision -> {
                                Outcome outcome = Outcome.of(decision, allowed.test(decision));
                                made.set(outcome);
                                return !outcome.withheld()
                                        ? apply(decision, contract, situation.metadata(), facts.map(DunningFacts::owed))
                                        : Either.right(none);
                            });
                })
                .map(result -> Objects.requireNonNull(made.get()).with(result));
    }

    private static CommandRequest request(ContractId contract) {
        return new CommandRequest("dunning", Optional.of(contract), Optional.empty(), List.of(), CONTEXT);
    }

    private Either<Rejection, Decision> apply(
            DunningDecision decision, Contract contract, CommandMetadata metadata, Optional<Money> owed) {
        Optional<SuspensionPolicy> nonPayment = suspensionPolicies.find(SuspensionReason.NON_PAYMENT);
        if (nonPayment.isEmpty()) {
            return Either.left(new Rejection.UnknownSuspensionReason(SuspensionReason.NON_PAYMENT));
        }
        Either<Rejection, Decision> done = Either.right(new Decision(contract, List.of()));
        if (owed.isPresent()) {
            CommandMetadata triggered = new CommandMetadata(
                    metadata.effectiveAt(),
                    metadata.recordedAt(),
                    metadata.zone(),
                    metadata.actor(),
                    decision.trigger(),
                    metadata.correlationId());
            for (Command command : decision.commands(contract, nonPayment.get(), owed.get())) {
                done = done.flatMap(soFar -> soFar.then(next -> Decider.decide(next, command, triggered)));
            }
        }
        return done;
    }
}
