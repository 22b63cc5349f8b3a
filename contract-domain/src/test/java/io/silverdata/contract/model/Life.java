package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.assessment;
import static io.silverdata.contract.model.Situations.at;
import static io.silverdata.contract.model.Situations.backdated;
import static io.silverdata.contract.model.Situations.cancel;
import static io.silverdata.contract.model.Situations.suspend;
import static io.silverdata.contract.model.Situations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.DueCommand;
import io.silverdata.contract.engine.History;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A contract on its way through a test: what it is now, all that happened to it, and what time it is. */
final class Life {
    private final List<RecordedEvent> events = new ArrayList<>();
    private Contract contract;
    private Instant now;
    private List<RecordedEvent> lastEvents;

    private Life(PlanSnapshot plan, Instant now) {
        Decision drafted = Decider.draft(CONTRACT, terms(plan), at(now, Trigger.ADMIN))
                .getOrElseThrow(refusal -> new AssertionError(refusal.message()));
        this.now = now;
        this.contract = drafted.contract();
        this.lastEvents = drafted.events();
        events.addAll(drafted.events());
    }

    static Life drafted() {
        return drafted(FIBRE_100);
    }

    static Life drafted(PlanSnapshot plan) {
        return new Life(plan, MORNING);
    }

    static Life assessed() {
        return drafted().assessed(Verdict.QUALIFIED);
    }

    static Life reserved() {
        return assessed().does(reserve(Duration.ofDays(7)));
    }

    static Life active() {
        return reserved().later(Duration.ofDays(1)).does(new Command.Activate(HOME_PORT, ONU, LOGIN));
    }

    static Life inService() {
        return active().later(Duration.ofHours(1)).confirmed();
    }

    static Life heldFor(SuspensionReason reason) {
        return inService().later(Duration.ofDays(30)).does(suspend(reason));
    }

    static Life cancelled() {
        return inService().later(Duration.ofDays(60)).does(cancel(CancellationReason.CUSTOMER_REQUEST));
    }

    static Command.Reserve reserve(Duration time) {
        return new Command.Reserve(HOME_PORT, MORNING.plus(time), Optional.empty());
    }

    Life assessed(Verdict verdict) {
        return does(new Command.Assess(assessment(verdict, now.plus(Duration.ofDays(30)))));
    }

    Life activated() {
        return assessed(Verdict.QUALIFIED).does(new Command.Activate(HOME_PORT, ONU, LOGIN));
    }

    Life confirmed() {
        return confirmed(NetworkTarget.LINE).confirmed(NetworkTarget.ACCESS);
    }

    Life confirmed(NetworkTarget target) {
        return does(confirmation(target), Trigger.NETWORK);
    }

    Command.ConfirmProvisioning confirmation(NetworkTarget target) {
        return new Command.ConfirmProvisioning(
                target, contract.provisioning().of(target).desiredVersion());
    }

    Command.FailProvisioning failure(NetworkTarget target) {
        return new Command.FailProvisioning(
                target, contract.provisioning().of(target).desiredVersion(), Situations.TIMEOUT);
    }

    Life later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Life does(Command command) {
        return does(command, Trigger.ADMIN);
    }

    Life does(Command command, Trigger trigger) {
        return does(command, at(now, trigger));
    }

    Life doesBackdated(Command command, Instant effectiveAt) {
        return does(command, backdated(effectiveAt, now, Trigger.ADMIN));
    }

    Life does(Command command, CommandMetadata metadata) {
        attempts(command, metadata).ifPresent(refusal -> {
            throw new AssertionError(command + " was refused: " + refusal.message());
        });
        return this;
    }

    /** Does the command, or says why it is refused. */
    Optional<Rejection> attempts(Command command, CommandMetadata metadata) {
        Either<Rejection, Decision> outcome = Decider.decide(contract, command, metadata, History.of(events));
        outcome.forEach(decision -> {
            contract = decision.contract();
            lastEvents = decision.events();
            events.addAll(lastEvents);
        });
        return outcome.swap().toJavaOptional();
    }

    /** What the command is refused for; nothing may have happened. */
    Rejection refuses(Command command) {
        return refuses(command, Trigger.ADMIN);
    }

    Rejection refuses(Command command, Trigger trigger) {
        return refuses(command, at(now, trigger));
    }

    Rejection refuses(Command command, CommandMetadata metadata) {
        Contract before = Contract.restore(contract.snapshot());
        Either<Rejection, Decision> outcome = Decider.decide(contract, command, metadata, History.of(events));
        assertThat(outcome.isLeft()).as("%s was accepted: %s", command, outcome).isTrue();
        assertThat(contract).isEqualTo(before);
        return outcome.getLeft();
    }

    /** Handles everything that time has brought about by now. */
    Life handlesWhatIsDue() {
        for (Optional<DueCommand> due = Decider.due(contract, now); due.isPresent(); due = Decider.due(contract, now)) {
            does(due.get().command(), backdated(due.get().at(), now, Trigger.SCHEDULE));
        }
        return this;
    }

    Contract contract() {
        return contract;
    }

    Instant now() {
        return now;
    }

    List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    List<ContractEvent> lastEvents() {
        return lastEvents.stream().map(RecordedEvent::event).toList();
    }

    /** The effective time of the last event of a kind. */
    Instant timeOf(Class<? extends ContractEvent> kind) {
        return events.stream()
                .filter(recorded -> kind.isInstance(recorded.event()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .effectiveAt();
    }
}
