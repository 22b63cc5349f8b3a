package io.silverdata.contract.model;

import com.google.common.collect.ImmutableSet;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The agreement that binds a holder, a plan and an access line, from the draft to the end.
 *
 * <p>Immutable. A command makes a {@link Decision}: the next contract, and the events that say what happened. Replaying
 * the events makes the same contract. Status, enforcement, claims on ports and what the network should do are derived
 * from facts, so that they cannot contradict each other.
 *
 * <p>Two contracts are equal if all their facts are. Instances are safe for use by any number of threads.
 */
public final class Contract {
    private final ContractSnapshot facts;
    private final Status status;

    private Contract(ContractSnapshot facts) {
        this.facts = facts;
        this.status = statusOf(facts);
    }

    /**
     * Writes a contract down.
     *
     * @param id its identity for life
     * @param terms what is agreed
     * @param metadata when, by whom and why
     * @return the draft, at version 1; or {@link Rejection.EffectiveTimeOutOfRange} if dated into the future
     */
    public static Either<Rejection, Decision> draft(
            ContractId id, ContractEvent.ContractDrafted terms, CommandMetadata metadata) {
        if (metadata.effectiveAt().isAfter(metadata.recordedAt())) {
            return Either.left(
                    new Rejection.EffectiveTimeOutOfRange(metadata.effectiveAt(), Instant.MIN, metadata.recordedAt()));
        }
        RecordedEvent event = EventApplier.record(id, 1, terms, metadata);
        return Either.right(new Decision(new Contract(EventApplier.begin(event)), List.of(event)));
    }

    /** The contract that has these facts. For repositories. */
    public static Contract restore(ContractSnapshot facts) {
        return new Contract(Objects.requireNonNull(facts, "facts"));
    }

    /**
     * The contract to which these events happened.
     *
     * @param events all events of one contract from the first on, in order of version
     * @throws IllegalArgumentException if the first is no {@link ContractEvent.ContractDrafted}, a version is missing or
     *     out of order, or the events belong to several contracts
     */
    public static Contract replay(List<RecordedEvent> events) {
        return new Contract(EventApplier.replay(events));
    }

    /**
     * The contract after one more event. {@link #replay} of a history is the first draft and then this, event by event.
     *
     * @throws IllegalArgumentException if the event is of another contract, or not of the next version
     */
    public Contract after(RecordedEvent next) {
        return new Contract(EventApplier.next(facts, next));
    }

    /**
     * Decides what comes of a command. Changes nothing: the decision is the answer.
     *
     * @param command what is to be done
     * @param metadata when, by whom and why; recorded time that lies before the last event is moved up to it
     * @return the decision, or why not
     */
    public Either<Rejection, Decision> handle(Command command, CommandMetadata metadata) {
        Optional<Rejection> objection = objectionTo(command.kind());
        if (objection.isPresent()) {
            return Either.left(objection.get());
        }
        CommandMetadata clamped = metadata.recordedNoEarlierThan(facts.lastRecordedAt());
        if (clamped.effectiveAt().isBefore(earliestEffect())
                || clamped.effectiveAt().isAfter(clamped.recordedAt())) {
            return Either.left(new Rejection.EffectiveTimeOutOfRange(
                    clamped.effectiveAt(), earliestEffect(), clamped.recordedAt()));
        }
        return command.match(new CommandHandler(this, clamped));
    }

    /** Why no command of the kind fits the present status; if empty, a guard may still refuse it. */
    public Optional<Rejection> objectionTo(CommandKind command) {
        if (Lifecycle.allows(status, command)) {
            return Optional.empty();
        }
        return Optional.of(
                status == Status.CANCELLED
                        ? new Rejection.ContractEnded(id())
                        : new Rejection.IllegalTransition(status, command));
    }

    /**
     * The first thing that time has brought about by now: a reservation that ended, a change that was scheduled, a hold
     * that ended. Handling it makes room for the next.
     */
    public Optional<DueCommand> due(Instant now) {
        return waiting()
                .filter(due -> !due.at().isAfter(now))
                .min(DueCommand.BY_TIME)
                .map(due -> due.noEarlierThan(earliestEffect()));
    }

    /** When time will bring something about, if ever; in the past if that was not handled yet. */
    public Optional<Instant> nextDueAt() {
        return waiting().map(DueCommand::at).min(Instant::compareTo);
    }

    /** Identity for life. */
    public ContractId id() {
        return facts.identity().id();
    }

    /** The number of events so far. */
    public long version() {
        return facts.version();
    }

    /** The number that people use. */
    public ContractNumber number() {
        return facts.identity().number();
    }

    /** The ended contract that this one wins back. */
    public Optional<ContractId> predecessor() {
        return facts.identity().predecessor();
    }

    /** The holder. */
    public CustomerId customer() {
        return facts.agreement().customer();
    }

    /** The plan as agreed. */
    public PlanSnapshot plan() {
        return facts.agreement().plan();
    }

    /** Where the service goes. */
    public ServiceAddress address() {
        return facts.agreement().address();
    }

    /** Day of the month on which billing periods begin, 1 to 28. */
    public int billingDay() {
        return facts.agreement().billingDay();
    }

    /** Where the contract is in its life. */
    public Status status() {
        return status;
    }

    /** When it was drafted. */
    public Instant draftedAt() {
        return facts.milestones().draftedAt();
    }

    /** When it was activated. */
    public Optional<Instant> activatedAt() {
        return facts.milestones().activatedAt();
    }

    /** When the network first confirmed it. */
    public Optional<Instant> inServiceSince() {
        return facts.milestones().inServiceSince();
    }

    /** Since when it is suspended. */
    public Optional<Instant> suspendedSince() {
        return facts.milestones().suspendedSince();
    }

    /** When it ended. */
    public Optional<Instant> cancelledAt() {
        return facts.milestones().cancelledAt();
    }

    /** The first day after the minimum term, as extended so far. */
    public Optional<LocalDate> termEndsOn() {
        return facts.term().endsOn();
    }

    /** The last answer on feasibility. */
    public Optional<Assessment> assessment() {
        return facts.assessment();
    }

    /** Ports set aside for the draft; look at {@link Reservation#isOver} before relying on it. */
    public Optional<Reservation> reservation() {
        return facts.reservation();
    }

    /** Ports and ONU while live. */
    public Optional<Line> line() {
        return facts.resources().line();
    }

    /** The login while live. */
    public Optional<RadiusUser> radiusUser() {
        return facts.resources().radiusUser();
    }

    /** What keeps the service from the subscriber, oldest first. */
    public List<SuspensionHold> holds() {
        return facts.holds();
    }

    /** The hold for a reason. */
    public Optional<SuspensionHold> hold(SuspensionReason reason) {
        for (SuspensionHold hold : facts.holds()) {
            if (hold.reason().code().equals(reason.code())) {
                return Optional.of(hold);
            }
        }
        return Optional.empty();
    }

    /** The strictest enforcement of all holds. */
    public Enforcement enforcement() {
        return EventApplier.strictest(facts.holds());
    }

    /** Commands that wait for their time, oldest first. */
    public List<ScheduledChange> scheduled() {
        return facts.scheduled();
    }

    /** The command of a kind that waits for its time. */
    public Optional<ScheduledChange> scheduled(CommandKind kind) {
        return facts.scheduled().stream()
                .filter(change -> change.kind() == kind)
                .findFirst();
    }

    /** Steps of the collection of debt that were taken for the oldest debt, oldest first; empty if it is paid. */
    public List<DunningMark> dunning() {
        return facts.dunning();
    }

    /** Lines that are to be removed from the network. */
    public List<Line> retiredLines() {
        return facts.resources().retiredLines();
    }

    /** Logins that are to be removed from the network. */
    public List<RadiusUser> retiredUsers() {
        return facts.resources().retiredUsers();
    }

    /** What the network has done. */
    public ProvisioningState provisioning() {
        return facts.provisioning();
    }

    /** Every ONU that nobody else may have: the present one, and those not yet removed from the OLT. */
    public Set<OnuSerial> heldOnus() {
        return Stream.concat(facts.resources().line().stream(), facts.resources().retiredLines().stream())
                .map(Line::onu)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Every login that nobody else may have: the present one, and those not yet removed from RADIUS. */
    public Set<RadiusUser> heldUsers() {
        return Stream.concat(facts.resources().radiusUser().stream(), facts.resources().retiredUsers().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** All facts. For repositories. */
    public ContractSnapshot snapshot() {
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contract contract && facts.equals(contract.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return "Contract " + number() + " " + status + " v" + version();
    }

    Instant earliestEffect() {
        return facts.milestones().activatedAt().orElse(facts.milestones().draftedAt());
    }

    private Stream<DueCommand> waiting() {
        return Stream.of(
                        facts.reservation().stream()
                                .map(held -> new DueCommand(new Command.ExpireReservation(), held.until())),
                        facts.scheduled().stream()
                                .map(change -> new DueCommand(new Command.ApplyScheduled(change.kind()), change.at())),
                        facts.holds().stream()
                                .flatMap(hold -> hold.until().stream()
                                        .map(end -> new DueCommand(new Command.LiftHold(hold.reason()), end))))
                .flatMap(stream -> stream);
    }

    private static Status statusOf(ContractSnapshot facts) {
        if (facts.milestones().cancelledAt().isPresent()) {
            return Status.CANCELLED;
        }
        if (facts.milestones().activatedAt().isEmpty()) {
            return Status.DRAFT;
        }
        return facts.holds().isEmpty() ? Status.ACTIVE : Status.SUSPENDED;
    }
}
