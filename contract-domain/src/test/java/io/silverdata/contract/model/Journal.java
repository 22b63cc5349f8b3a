package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OPERATOR;
import static io.silverdata.contract.model.Situations.ZONE;
import static io.silverdata.contract.model.Situations.at;
import static io.silverdata.contract.model.Situations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.AdoptedContract;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.DueCommand;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A contract that takes any command, the record of it, and the {@link Expectation} beside it. After each command the two
 * are compared and every law is checked.
 */
final class Journal {
    /** When a command is given: how far the clock went on, and how long before that the command takes effect. */
    record Timing(Duration step, Duration backdating) {}

    final Set<Status> statuses = EnumSet.noneOf(Status.class);
    final Set<Class<?>> eventKinds = new HashSet<>();
    final Set<Class<?>> refusals = new HashSet<>();
    final List<RecordedEvent> events = new ArrayList<>();
    final Expectation expectation;
    Contract contract;
    Instant clock = MORNING;

    Journal(PlanSnapshot plan) {
        Decision drafted =
                Decider.draft(CONTRACT, terms(plan), at(clock, Trigger.ADMIN)).get();
        contract = drafted.contract();
        expectation = new Expectation(terms(plan), clock, ZONE);
        note(drafted.events());
        checkLaws();
    }

    /** Of a contract that lives elsewhere. */
    private Journal(AdoptedContract adopted) {
        Decision decision =
                Decider.adopt(CONTRACT, adopted, at(clock, Trigger.ADMIN)).get();
        contract = decision.contract();
        expectation = new Expectation(adopted, clock, ZONE);
        note(decision.events());
        checkLaws();
    }

    /** A contract that was adopted under a hold, with a term of a year from now. */
    static Journal adopted(PlanSnapshot plan) {
        SuspensionPolicy policy =
                SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();
        SuspensionHold hold =
                new SuspensionHold(policy, Enforcement.CAPTIVE, MORNING.minus(Duration.ofDays(10)), Optional.empty());
        return new Journal(adopted(plan, Optional.of(HOME_PORT), Optional.of(12), List.of(hold)));
    }

    /** A contract that was adopted without its output. */
    static Journal adoptedWithoutOutput(PlanSnapshot plan) {
        return new Journal(adopted(plan, Optional.empty(), Optional.empty(), List.of()));
    }

    private static AdoptedContract adopted(
            PlanSnapshot plan, Optional<PortAssignment> ports, Optional<Integer> months, List<SuspensionHold> holds) {
        LocalDate today = LocalDate.ofInstant(MORNING, ZONE);
        return new AdoptedContract(
                MORNING.minus(Duration.ofDays(400)),
                terms(plan),
                holds,
                AccessSettings.NONE,
                new ContractEvent.ContractAdopted(
                        MORNING.minus(Duration.ofDays(390)),
                        MORNING.minus(Duration.ofDays(389)),
                        ONU,
                        ports,
                        LOGIN,
                        months.map(today::plusMonths),
                        today.plusDays(1),
                        Optional.of(today.minusMonths(3))),
                List.of(new ContractEvent.AddOnAdded(
                        Lives.TELEPHONE, MORNING.minus(Duration.ofDays(30)), Optional.empty())));
    }

    void take(Command command, Timing timing, Trigger trigger) {
        clock = clock.plus(timing.step());
        take(
                command,
                new CommandMetadata(
                        clock.minus(timing.backdating()), clock, ZONE, OPERATOR, trigger, Optional.empty()));
    }

    /** Handles what time has brought about; the schedule is never refused, and comes to an end. */
    void takeWhatIsDue(Duration step) {
        clock = clock.plus(step);
        int max = 1
                + contract.holds().size()
                + contract.scheduled().size()
                + 2 * contract.addOns().size()
                + 10;
        for (Optional<DueCommand> due = Decider.due(contract, clock);
                due.isPresent();
                due = Decider.due(contract, clock)) {
            DueCommand first = due.get();
            CommandMetadata metadata =
                    new CommandMetadata(first.at(), clock, ZONE, OPERATOR, Trigger.SCHEDULE, Optional.empty());
            assertThat(take(first.command(), metadata)).as("%s when due", first).isEqualTo(Expectation.DONE);
            assertThat(max--).as("work that is due ends").isPositive();
        }
        assertThat(contract.nextDueAt().filter(next -> !next.isAfter(clock))).isEmpty();
    }

    private String take(Command command, CommandMetadata metadata) {
        Contract before = contract;
        ContractSnapshot factsBefore = before.snapshot();
        Either<Rejection, Decision> outcome = Decider.decide(before, command, metadata);
        assertThat(Decider.decide(before, command, metadata))
                .as("the same question again")
                .isEqualTo(outcome);
        assertThat(before.snapshot()).as("the contract that was asked").isEqualTo(factsBefore);
        String expected = expectation.after(command, metadata);
        assertThat(outcome.fold(Rejection::code, Journal::result)).isEqualTo(expected);
        if (outcome.isLeft()) {
            refusals.add(outcome.getLeft().getClass());
            assertThat(outcome.getLeft().message()).isNotBlank();
        } else {
            contract = outcome.get().contract();
            note(outcome.get().events());
            checkDecision(before, command, outcome.get());
            if (command instanceof Command.ErasePersonalData erasure) {
                eraseEvents(erasure);
            }
        }
        checkLaws();
        return expected;
    }

    private static String result(Decision decision) {
        return decision.events().isEmpty() ? Expectation.NOTHING_HAPPENED : Expectation.DONE;
    }

    private void note(List<RecordedEvent> recorded) {
        events.addAll(recorded);
        recorded.forEach(event -> eventKinds.add(event.event().getClass()));
        statuses.add(contract.status());
        for (NetworkTarget target : NetworkTarget.values()) {
            expectation.desires(target, contract.provisioning().of(target).desiredVersion());
        }
    }

    /** As a storage does it; all laws must hold of what is left. */
    private void eraseEvents(Command.ErasePersonalData erasure) {
        ErasedEvents eraser = new ErasedEvents(erasure.personal(), OPERATOR::equals);
        List<RecordedEvent> erased = eraser.of(events);
        assertThat(eraser.of(erased)).as("erased twice").isEqualTo(erased);
        assertThat(erased.toString()).doesNotContain(Lives.PERSONAL_TEXTS);
        events.clear();
        events.addAll(erased);
    }

    private void checkDecision(Contract before, Command command, Decision decision) {
        if (decision.events().isEmpty()) {
            assertThat(decision.contract()).isEqualTo(before);
        }
        checkEachEvent(before, decision.events());
        boolean isOfTheHost =
                command instanceof Command.ErasePersonalData || command instanceof Command.ChangeAttributes;
        if (before.status() == Status.CANCELLED && !isOfTheHost) {
            assertThat(business(contract)).as("business of an ended contract").isEqualTo(business(before));
        }
        if (command instanceof Command.ChangePlan) {
            assertThat(contract.holds()).as("holds after a plan change").isEqualTo(before.holds());
            assertThat(contract.status()).isEqualTo(before.status());
        }
        decision.events().forEach(this::checkEnd);
        decision.events().forEach(Journal::checkReconnection);
        if (contract.status() != before.status()) {
            checkTransition(before.status(), decision);
        }
    }

    /** Versions have no gap, recorded time never runs backwards, and a target is asked anew exactly when its side changed. */
    private void checkEachEvent(Contract before, List<RecordedEvent> happened) {
        Contract previous = before;
        Instant recordedAt = before.snapshot().lastRecordedAt();
        for (RecordedEvent event : happened) {
            assertThat(event.version()).isEqualTo(previous.version() + 1);
            assertThat(event.recordedAt()).isAfterOrEqualTo(recordedAt);
            assertThat(event.effectiveAt()).isBeforeOrEqualTo(event.recordedAt());
            Contract next = Contract.replay(events.subList(0, (int) event.version()));
            boolean confirmation = event.event() instanceof ContractEvent.ProvisioningConfirmed;
            DesiredNetwork wasDesired = DesiredNetwork.of(previous);
            DesiredNetwork isDesired = DesiredNetwork.of(next);
            checkDesired(
                    event,
                    previous.provisioning().access(),
                    next.provisioning().access(),
                    !confirmation && !wasDesired.access().equals(isDesired.access()));
            checkDesired(
                    event,
                    previous.provisioning().line(),
                    next.provisioning().line(),
                    !confirmation && !wasDesired.line().equals(isDesired.line()));
            if (event.event() instanceof ContractEvent.PlanChanged) {
                assertThat(next.holds()).isEqualTo(previous.holds());
            }
            previous = next;
            recordedAt = event.recordedAt();
        }
        assertThat(previous).as("replay of each event").isEqualTo(contract);
    }

    private static void checkDesired(RecordedEvent event, TargetState before, TargetState after, boolean changed) {
        assertThat(after.desiredVersion())
                .as("desired version after %s", event.event())
                .isEqualTo(changed ? event.version() : before.desiredVersion());
        assertThat(after.confirmedVersion()).isLessThanOrEqualTo(after.desiredVersion());
    }

    private void checkTransition(Status from, Decision decision) {
        List<Class<?>> kinds = new ArrayList<>();
        decision.events().forEach(event -> kinds.add(event.event().getClass()));
        switch (contract.status()) {
            case DRAFT -> throw new AssertionError("back to DRAFT from " + from);
            case ACTIVE ->
                assertThat(kinds)
                        .contains(
                                from == Status.DRAFT
                                        ? ContractEvent.ContractActivated.class
                                        : ContractEvent.ContractReconnected.class);
            case SUSPENDED -> {
                assertThat(from).isIn(Status.DRAFT, Status.ACTIVE);
                assertThat(kinds).contains(ContractEvent.ContractSuspended.class);
            }
            case CANCELLED -> assertThat(kinds).contains(ContractEvent.ContractCancelled.class);
        }
    }

    private void checkEnd(RecordedEvent recorded) {
        if (recorded.event() instanceof ContractEvent.ContractCancelled end) {
            assertThat(end.remainingTermDays()).isEqualTo(expectation.remainingTermDays);
            assertThat(end.neverActive()).isEqualTo(contract.activatedAt().isEmpty());
        }
    }

    private static void checkReconnection(RecordedEvent recorded) {
        if (recorded.event() instanceof ContractEvent.ContractReconnected reconnected) {
            assertThat(recorded.effectiveAt()).isAfterOrEqualTo(reconnected.suspendedSince());
        }
    }

    private void checkLaws() {
        assertThat(Contract.replay(events)).as("replay").isEqualTo(contract);
        assertThat(Contract.restore(contract.snapshot())).as("restore").isEqualTo(contract);
        checkFacts();
        checkHolds();
        checkPorts();
        checkNetwork();
        checkTerm();
        checkDue();
    }

    private void checkFacts() {
        boolean live = contract.status().isLive();
        assertThat(contract.status()).isEqualTo(expectation.status());
        assertThat(contract.version()).isEqualTo(events.size());
        assertThat(contract.customer()).isEqualTo(expectation.customer);
        assertThat(contract.plan()).isEqualTo(expectation.plan);
        assertThat(contract.address()).isEqualTo(expectation.address);
        assertThat(contract.number()).isEqualTo(expectation.number);
        assertThat(contract.billingDay()).isEqualTo(expectation.billingDay);
        assertThat(contract.assessment()).isEqualTo(Optional.ofNullable(expectation.assessment));
        assertThat(contract.reservation()).isEqualTo(Optional.ofNullable(expectation.reservation));
        assertThat(contract.activatedAt()).isEqualTo(Optional.ofNullable(expectation.activatedAt));
        assertThat(contract.inServiceSince()).isEqualTo(Optional.ofNullable(expectation.inServiceSince));
        assertThat(contract.suspendedSince()).isEqualTo(Optional.ofNullable(expectation.suspendedSince));
        assertThat(contract.suspendedSince().isPresent()).isEqualTo(contract.status() == Status.SUSPENDED);
        assertThat(contract.cancelledAt().isPresent()).isEqualTo(contract.status() == Status.CANCELLED);
        assertThat(contract.line().isPresent()).isEqualTo(live && expectation.ports != null);
        assertThat(contract.unplacedOnu().isPresent()).isEqualTo(live && expectation.ports == null);
        assertThat(contract.adoptedAt().isPresent()).isEqualTo(expectation.adopted);
        assertThat(contract.radiusUser().isPresent()).isEqualTo(live);
        assertThat(contract.scheduled()).containsExactlyElementsOf(expectation.waiting.values());
        assertThat(contract.dunning()).isEqualTo(expectation.dunning);
        assertThat(contract.addOns()).containsExactlyElementsOf(expectation.addOns.values());
        assertThat(contract.discounts()).isEqualTo(expectation.discounts);
        assertThat(contract.attributes())
                .isEqualTo(expectation.attributes.entrySet().stream()
                        .map(attribute -> new Attribute(attribute.getKey(), attribute.getValue()))
                        .toList());
        assertThat(contract.erasedAt().isPresent()).isEqualTo(expectation.erased);
    }

    private void checkHolds() {
        assertThat(contract.holds()).containsExactlyInAnyOrderElementsOf(expectation.holds.values());
        assertThat(contract.holds().stream().map(hold -> hold.reason().code())).doesNotHaveDuplicates();
        assertThat(contract.enforcement()).isEqualTo(expectation.enforcement());
    }

    private void checkPorts() {
        Set<OnuSerial> onus = new HashSet<>();
        expectation.linesToRemove.forEach(line -> onus.add(line.onu()));
        Optional.ofNullable(expectation.onu).ifPresent(onus::add);
        assertThat(contract.heldOnus()).isEqualTo(onus);
        Set<RadiusUser> users = new HashSet<>(expectation.usersToRemove);
        contract.radiusUser().ifPresent(users::add);
        assertThat(contract.heldUsers()).isEqualTo(users);
        Set<IpPrefix> networks = new HashSet<>(expectation.networksToRemove);
        networks.addAll(expectation.settings.networks());
        assertThat(contract.heldPrefixes()).isEqualTo(networks);
        assertThat(contract.accessSettings()).isEqualTo(expectation.settings);

        Set<SplitterOutputId> inUse = new HashSet<>();
        Set<SplitterOutputId> reserved = new HashSet<>();
        Set<SplitterOutputId> quarantined = new HashSet<>();
        PortClaim.of(contract).forEach((port, claim) -> {
            switch (claim.state()) {
                case IN_USE -> inUse.add(port);
                case RESERVED -> reserved.add(port);
                case QUARANTINED -> quarantined.add(port);
                case FREE, BLOCKED, FAULTY -> throw new AssertionError("claimed as " + claim);
            }
        });
        assertThat(contract.retiredLines()).containsExactlyInAnyOrderElementsOf(expectation.linesToRemove);
        assertThat(contract.movingTo()).isEqualTo(Optional.ofNullable(expectation.movingTo));
        Set<SplitterOutputId> left = new HashSet<>();
        expectation.linesToRemove.forEach(line -> left.add(line.ports().splitterOutput()));
        left.removeAll(inUse);
        assertThat(inUse).isEqualTo(outputs(Optional.ofNullable(expectation.ports)));
        assertThat(reserved)
                .isEqualTo(outputs(Optional.ofNullable(expectation.reservation).map(Reservation::ports)));
        assertThat(quarantined).isEqualTo(left);
    }

    private static Set<SplitterOutputId> outputs(Optional<PortAssignment> ports) {
        return Set.copyOf(ports.map(PortAssignment::splitterOutput).stream().toList());
    }

    private void checkNetwork() {
        DesiredNetwork network = DesiredNetwork.of(contract);
        if (contract.status().isLive()) {
            AccessService access = network.access().service().orElseThrow();
            Optional<LineService> line = network.line().service();
            assertThat(access.enforcement()).isEqualTo(expectation.enforcement());
            assertThat(access.rates()).isEqualTo(expectation.plan.rates());
            assertThat(access.user()).isEqualTo(expectation.user);
            assertThat(access.settings()).isEqualTo(expectation.settings);
            assertThat(line.map(service -> service.line().ports())).isEqualTo(Optional.ofNullable(expectation.ports));
            assertThat(network.line().next().map(service -> service.line().ports()))
                    .isEqualTo(Optional.ofNullable(expectation.movingTo));
            line.ifPresent(service -> {
                assertThat(service.enabled()).isEqualTo(expectation.enforcement() != Enforcement.LINE_DISABLED);
                assertThat(service.line().onu()).isEqualTo(expectation.onu);
                assertThat(service.bindings()).containsExactlyElementsOf(expectation.bindings());
            });
            assertThat(network.isRestricted()).isEqualTo(expectation.enforcement() != Enforcement.NONE);
        } else {
            assertThat(network.access().service()).isEmpty();
            assertThat(network.line().service()).isEmpty();
            assertThat(network.line().next()).isEmpty();
            assertThat(network.isRestricted()).isTrue();
        }
        for (NetworkTarget target : NetworkTarget.values()) {
            TargetState state = contract.provisioning().of(target);
            assertThat(state.confirmedVersion())
                    .isEqualTo(expectation.confirmed.getOrDefault(target, 0L))
                    .isLessThanOrEqualTo(state.desiredVersion());
            assertThat(state.failure()).isEqualTo(Optional.ofNullable(expectation.failures.get(target)));
            assertThat(state.drift()).isEqualTo(Optional.ofNullable(expectation.drifts.get(target)));
            assertThat(state.unverified()).isEqualTo(expectation.unverified.contains(target));
        }
    }

    private void checkTerm() {
        if (expectation.termMonths == 0) {
            assertThat(contract.termEndsOn()).isEmpty();
        } else {
            assertThat(contract.termEndsOn()).contains(expectation.termEnd().plusDays(expectation.termExtension()));
        }
    }

    private void checkDue() {
        List<Instant> times = new ArrayList<>();
        contract.reservation().ifPresent(held -> times.add(held.until()));
        contract.scheduled().stream()
                .filter(change -> !expectation.isBlockedNow(change))
                .forEach(change -> times.add(change.at()));
        contract.holds().forEach(hold -> hold.until().ifPresent(times::add));
        contract.addOns().forEach(agreed -> {
            if (agreed.started()) {
                agreed.endsAt().ifPresent(times::add);
            } else {
                times.add(agreed.startsAt());
            }
        });
        Optional<Instant> next = times.stream().min(Instant::compareTo);
        assertThat(contract.nextDueAt()).isEqualTo(next);
        assertThat(Decider.due(contract, clock).isPresent())
                .isEqualTo(next.filter(at -> !at.isAfter(clock)).isPresent());
        Decider.due(contract, clock)
                .ifPresent(due -> assertThat(due.at()).isEqualTo(later(next.orElseThrow(), expectation.earliest)));
    }

    /** Everything but the bookkeeping of what devices answered. */
    private static ContractSnapshot business(Contract contract) {
        ContractSnapshot facts = contract.snapshot();
        return new ContractSnapshot(
                facts.identity(),
                1,
                Instant.EPOCH,
                facts.agreement(),
                facts.milestones(),
                facts.term(),
                facts.assessment(),
                facts.reservation(),
                new NetworkResources(contract.line(), contract.radiusUser(), List.of(), List.of()),
                facts.holds(),
                facts.scheduled(),
                facts.dunning(),
                facts.attributes(),
                facts.addOns(),
                ProvisioningState.UNTOUCHED);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
