package io.silverdata.contract.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How each event changes the facts: the only place where a contract's facts change. Decisions and replay both go through
 * here, which is why they agree.
 */
final class EventApplier implements ContractEvent.Cases<Boolean> {
    // What each case answers: may the event have changed what the network should do?
    private static final Boolean NETWORK_UNTOUCHED = false;
    private static final Boolean NETWORK_TOUCHED = true;

    private final ContractId id;
    private final ContractNumber number;
    private final Optional<ContractId> predecessor;
    private final int billingDay;
    private final Instant draftedAt;
    private long version;
    private CustomerId customer;
    private PlanSnapshot plan;
    private ServiceAddress address;
    private Optional<Instant> activatedAt;
    private Optional<Instant> inServiceSince;
    private Optional<Instant> suspendedSince;
    private Optional<Instant> cancelledAt;
    private Optional<LocalDate> termEndsOn;
    private List<DayRange> termDays;
    private Optional<Assessment> assessment;
    private Optional<Reservation> reservation;
    private Optional<Line> line;
    private Optional<RadiusUser> radiusUser;
    private List<SuspensionHold> holds;
    private List<ScheduledChange> scheduled;
    private List<DunningMark> dunning;
    private List<Line> retiredLines;
    private List<RadiusUser> retiredUsers;
    private ProvisioningState provisioning;
    private Instant lastRecordedAt;
    private Instant effectiveAt;

    private EventApplier(ContractSnapshot facts) {
        id = facts.id();
        version = facts.version();
        number = facts.number();
        predecessor = facts.predecessor();
        customer = facts.customer();
        plan = facts.plan();
        address = facts.address();
        billingDay = facts.billingDay();
        draftedAt = facts.draftedAt();
        activatedAt = facts.activatedAt();
        inServiceSince = facts.inServiceSince();
        suspendedSince = facts.suspendedSince();
        cancelledAt = facts.cancelledAt();
        termEndsOn = facts.termEndsOn();
        termDays = facts.termDays();
        assessment = facts.assessment();
        reservation = facts.reservation();
        line = facts.line();
        radiusUser = facts.radiusUser();
        holds = facts.holds();
        scheduled = facts.scheduled();
        dunning = facts.dunning();
        retiredLines = facts.retiredLines();
        retiredUsers = facts.retiredUsers();
        provisioning = facts.provisioning();
        lastRecordedAt = facts.lastRecordedAt();
        effectiveAt = lastRecordedAt;
    }

    static Decision decide(Contract contract, List<ContractEvent> events, CommandMetadata metadata) {
        if (events.isEmpty()) {
            return new Decision(contract, List.of());
        }
        EventApplier evolution = new EventApplier(contract.snapshot());
        RecordedEvent[] recorded = new RecordedEvent[events.size()];
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = record(contract.id(), evolution.version + 1, events.get(i), metadata);
            evolution.apply(recorded[i]);
        }
        return new Decision(Contract.restore(evolution.facts()), List.of(recorded));
    }

    static ContractSnapshot replay(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a contract begins with ContractDrafted, but there are no events");
        }
        EventApplier evolution = new EventApplier(begin(events.get(0)));
        for (RecordedEvent next : events.subList(1, events.size())) {
            evolution.expect(next);
            evolution.apply(next);
        }
        return evolution.facts();
    }

    static ContractSnapshot next(ContractSnapshot facts, RecordedEvent event) {
        EventApplier evolution = new EventApplier(facts);
        evolution.expect(event);
        evolution.apply(event);
        return evolution.facts();
    }

    static ContractSnapshot begin(RecordedEvent first) {
        if (first.version() != 1 || !(first.event() instanceof ContractEvent.ContractDrafted)) {
            throw new IllegalArgumentException("a contract begins with ContractDrafted at version 1, but there is "
                    + first.event().getClass().getSimpleName() + " at version " + first.version());
        }
        ContractEvent.ContractDrafted drafted = (ContractEvent.ContractDrafted) first.event();
        return new ContractSnapshot(
                first.contract(),
                1,
                drafted.number(),
                drafted.predecessor(),
                drafted.customer(),
                drafted.plan(),
                drafted.address(),
                drafted.billingDay(),
                first.effectiveAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ProvisioningState.UNTOUCHED,
                first.recordedAt());
    }

    static RecordedEvent record(ContractId contract, long version, ContractEvent event, CommandMetadata metadata) {
        return new RecordedEvent(
                contract,
                version,
                metadata.effectiveAt(),
                metadata.recordedAt(),
                metadata.actor(),
                metadata.trigger(),
                metadata.correlationId(),
                event);
    }

    static Enforcement strictest(List<SuspensionHold> holds) {
        Enforcement strictest = Enforcement.NONE;
        // By index: every command comes through here, and iterators were a tenth of its time.
        for (int i = 0; i < holds.size(); i++) {
            strictest = strictest.strictest(holds.get(i).enforcement());
        }
        return strictest;
    }

    private void expect(RecordedEvent recorded) {
        if (recorded.version() != version + 1 || !recorded.contract().equals(id)) {
            throw new IllegalArgumentException("expected version " + (version + 1) + " of contract " + id
                    + ", was version " + recorded.version() + " of contract " + recorded.contract());
        }
    }

    private void apply(RecordedEvent recorded) {
        DesiredNetwork.Basis before = networkBasis();
        version = recorded.version();
        lastRecordedAt = recorded.recordedAt();
        effectiveAt = recorded.effectiveAt();
        if (recorded.event().match(this)) {
            DesiredNetwork.Basis after = networkBasis();
            provisioning = new ProvisioningState(
                    after.sameAccess(before)
                            ? provisioning.access()
                            : provisioning.access().desired(version),
                    after.sameLine(before)
                            ? provisioning.line()
                            : provisioning.line().desired(version));
        }
    }

    private DesiredNetwork.Basis networkBasis() {
        return new DesiredNetwork.Basis(id, radiusUser, line, plan, holds, retiredUsers, retiredLines);
    }

    private void updateTarget(NetworkTarget target, UnaryOperator<TargetState> change) {
        provisioning = provisioning.with(target, change.apply(provisioning.of(target)));
    }

    @Override
    public Boolean on(ContractEvent.ContractDrafted event) {
        throw new IllegalArgumentException("contract " + id + " was drafted twice");
    }

    @Override
    public Boolean on(ContractEvent.FeasibilityAssessed event) {
        assessment = Optional.of(event.assessment());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PortsReserved event) {
        reservation = Optional.of(new Reservation(event.ports(), event.until(), 0));
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ReservationRenewed event) {
        reservation = reservation.map(held -> new Reservation(held.ports(), event.until(), held.renewals() + 1));
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ReservationReleased event) {
        reservation = Optional.empty();
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ReservationExpired event) {
        reservation = Optional.empty();
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractActivated event) {
        activatedAt = Optional.of(effectiveAt);
        reservation = Optional.empty();
        line = Optional.of(event.line());
        radiusUser = Optional.of(event.radiusUser());
        termEndsOn = event.termEndsOn();
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ServiceConfirmed event) {
        inServiceSince = Optional.of(effectiveAt);
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.HoldPlaced event) {
        holds = with(holds, event.hold());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.EnforcementChanged event) {
        holds = holds.stream()
                .map(hold -> hold.reason().equals(event.reason()) ? hold.withEnforcement(event.to()) : hold)
                .toList();
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.HoldLifted event) {
        holds = without(holds, event.hold());
        if (!event.termDays().isEmpty()) {
            termEndsOn = termEndsOn.map(end -> Term.lengthened(end, event.termDays()));
            termDays = Term.union(termDays, event.termDays());
        }
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractSuspended event) {
        suspendedSince = Optional.of(effectiveAt);
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractReconnected event) {
        suspendedSince = Optional.empty();
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PlanChanged event) {
        plan = event.to();
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.Relocated event) {
        address = event.to();
        assessment = Optional.of(event.assessment());
        replaceLine(event.line());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OwnershipTransferred event) {
        customer = event.to();
        // What is owed stays with the one who owes it.
        dunning = List.of();
        radiusUser.filter(user -> !user.equals(event.radiusUser())).ifPresent(user -> {
            retiredUsers = with(without(without(retiredUsers, event.radiusUser()), user), user);
            radiusUser = Optional.of(event.radiusUser());
        });
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OnuSwapped event) {
        line.ifPresent(current -> replaceLine(new Line(current.ports(), event.to())));
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeScheduled event) {
        scheduled = with(scheduled, event.change());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeUnscheduled event) {
        return settle(event.change());
    }

    @Override
    public Boolean on(ContractEvent.ChangeApplied event) {
        return settle(event.change());
    }

    @Override
    public Boolean on(ContractEvent.ChangeRejected event) {
        return settle(event.change());
    }

    /** Steps for another debt are over: the oldest of all was paid, or an older one came back. */
    @Override
    public Boolean on(ContractEvent.DunningStepTaken event) {
        dunning = with(
                dunning.stream()
                        .filter(mark -> mark.isAbout(event.mark().dueOn()))
                        .toList(),
                event.mark());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DunningClosed event) {
        dunning = List.of();
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractCancelled event) {
        cancelledAt = Optional.of(effectiveAt);
        suspendedSince = Optional.empty();
        reservation = Optional.empty();
        line.ifPresent(last -> retiredLines = with(without(retiredLines, last), last));
        radiusUser.ifPresent(last -> retiredUsers = with(without(retiredUsers, last), last));
        line = Optional.empty();
        radiusUser = Optional.empty();
        holds = List.of();
        scheduled = List.of();
        dunning = List.of();
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ProvisioningConfirmed event) {
        updateTarget(event.target(), TargetState::confirmed);
        switch (event.target()) {
            case ACCESS -> retiredUsers = List.of();
            case LINE -> retiredLines = List.of();
        }
        // What was to be removed is gone; that it is no longer asked for is no new wish.
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PortsReleased event) {
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ProvisioningFailed event) {
        updateTarget(event.target(), state -> state.failed(event.failure()));
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ProvisioningRetried event) {
        updateTarget(NetworkTarget.ACCESS, TargetState::retried);
        updateTarget(NetworkTarget.LINE, TargetState::retried);
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DriftDetected event) {
        updateTarget(event.target(), state -> state.drifted(event.drift()));
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DriftRepaired event) {
        updateTarget(event.target(), TargetState::confirmed);
        return NETWORK_UNTOUCHED;
    }

    private Boolean settle(ScheduledChange change) {
        scheduled = without(scheduled, change);
        return NETWORK_UNTOUCHED;
    }

    /** A line that comes back is no longer to be removed. */
    private void replaceLine(Line next) {
        retiredLines = without(retiredLines, next);
        line.filter(previous -> !previous.equals(next))
                .ifPresent(previous -> retiredLines = with(without(retiredLines, previous), previous));
        line = Optional.of(next);
    }

    private ContractSnapshot facts() {
        return new ContractSnapshot(
                id,
                version,
                number,
                predecessor,
                customer,
                plan,
                address,
                billingDay,
                draftedAt,
                activatedAt,
                inServiceSince,
                suspendedSince,
                cancelledAt,
                termEndsOn,
                termDays,
                assessment,
                reservation,
                line,
                radiusUser,
                holds,
                scheduled,
                dunning,
                retiredLines,
                retiredUsers,
                provisioning,
                lastRecordedAt);
    }

    private static <T> List<T> with(List<T> list, T item) {
        if (list.isEmpty()) {
            return List.of(item);
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    private static <T> List<T> without(List<T> list, T item) {
        List<T> shorter = new ArrayList<>(list);
        return shorter.remove(item) ? List.copyOf(shorter) : list;
    }
}
