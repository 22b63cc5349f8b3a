package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.PauseRule;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.DebtLedger;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Places a hold, now or later, by the operator's policy for its reason. A pause must fit the rule for pauses. */
public final class SuspendUseCase {
    private final SuspensionPolicies policies;
    private final Optional<PauseRule> pauses;
    private final DebtLedger debts;

    /** A use case; all parts are shared with the facade. */
    public SuspendUseCase(SuspensionPolicies policies, Optional<PauseRule> pauses, DebtLedger debts) {
        this.policies = policies;
        this.pauses = pauses;
        this.debts = debts;
    }

    /** Suspends a contract. */
    public Either<Rejection, Decision> suspend(Contract contract, Suspension suspension, Situation situation) {
        return command(suspension)
                .flatMap(command -> unlessPauseRefused(
                                contract, suspension, situation.metadata().effectiveAt(), situation)
                        .flatMap(allowed -> situation.decide(contract, command)));
    }

    /** Schedules a suspension. */
    public Either<Rejection, Decision> schedule(
            Contract contract, Suspension suspension, Instant at, Situation situation) {
        return command(suspension)
                .flatMap(command -> unlessPauseRefused(contract, suspension, at, situation)
                        .flatMap(allowed -> situation.decide(contract, Scheduling.schedule(command, at))));
    }

    private Either<Rejection, Command.Suspend> command(Suspension suspension) {
        return policies.find(suspension.reason())
                .<Either<Rejection, Command.Suspend>>map(policy -> Either.right(new Command.Suspend(
                        policy,
                        suspension.enforcement().orElse(policy.enforcement()),
                        suspension.until().map(end -> end.truncatedTo(ChronoUnit.MICROS)))))
                .orElseGet(() -> Either.left(new Rejection.UnknownSuspensionReason(suspension.reason())));
    }

    private Either<Rejection, Contract> unlessPauseRefused(
            Contract contract, Suspension suspension, Instant start, Situation situation) {
        CommandMetadata metadata = situation.metadata();
        boolean isPause = metadata.trigger() == Trigger.CUSTOMER
                && suspension.reason().category() == SuspensionReason.Category.CUSTOMER_REQUEST;
        return pauses.filter(rule -> isPause)
                .flatMap(rule -> rule.objection(
                        start,
                        suspension.until(),
                        contract,
                        situation.events().get(),
                        debts.dunningFacts(contract.id()),
                        metadata.recordedAt(),
                        metadata.zone()))
                .<Either<Rejection, Contract>>map(Either::left)
                .orElseGet(() -> Either.right(contract));
    }
}
