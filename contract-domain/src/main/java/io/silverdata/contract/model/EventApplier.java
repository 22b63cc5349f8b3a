package io.silverdata.contract.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How each event changes the facts: the only place where a contract's facts change. Decisions and replay both go through
 * here, which is why they agree.
 */
final class EventApplier implements ContractEvent.Cases<Boolean> {
    // What each case answers: may the event have changed what the network should do?
    private static final Boolean NETWORK_UNTOUCHED = false;
    private static final Boolean NETWORK_TOUCHED = true;

    private ContractSnapshot.Identity identity;
    private long version;
    private Instant lastRecordedAt;
    private ContractSnapshot.Agreement agreement;
    private ContractSnapshot.Milestones milestones;
    private MinimumTerm term;
    private Optional<Assessment> assessment;
    private Optional<Reservation> reservation;
    private NetworkResources resources;
    private List<SuspensionHold> holds;
    private List<ScheduledChange> scheduled;
    private List<DunningMark> dunning;
    private List<Attribute> attributes;
    private List<AgreedAddOn> addOns;
    private ProvisioningState provisioning;
    private Instant effectiveAt;

    private EventApplier(ContractSnapshot facts) {
        identity = facts.identity();
        version = facts.version();
        lastRecordedAt = facts.lastRecordedAt();
        agreement = facts.agreement();
        milestones = facts.milestones();
        term = facts.term();
        assessment = facts.assessment();
        reservation = facts.reservation();
        resources = facts.resources();
        holds = facts.holds();
        scheduled = facts.scheduled();
        dunning = facts.dunning();
        attributes = facts.attributes();
        addOns = facts.addOns();
        provisioning = facts.provisioning();
        effectiveAt = lastRecordedAt;
    }

    /** The facts after all events of a contract, the first of which drafts it. */
    static ContractSnapshot replay(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a contract begins with ContractDrafted, but there are no events");
        }
        EventApplier applier = new EventApplier(begin(events.get(0)));
        for (int i = 1; i < events.size(); i++) {
            applier.applyNext(events.get(i));
        }
        return applier.facts();
    }

    /** The facts after the next events of a contract. */
    static ContractSnapshot apply(ContractSnapshot facts, RecordedEvent... next) {
        EventApplier applier = new EventApplier(facts);
        for (RecordedEvent event : next) {
            applier.applyNext(event);
        }
        return applier.facts();
    }

    private static ContractSnapshot begin(RecordedEvent first) {
        if (first.version() != 1 || !(first.event() instanceof ContractEvent.ContractDrafted)) {
            throw new IllegalArgumentException("a contract begins with ContractDrafted at version 1, but there is "
                    + first.event().getClass().getSimpleName() + " at version " + first.version());
        }
        ContractEvent.ContractDrafted drafted = (ContractEvent.ContractDrafted) first.event();
        return new ContractSnapshot(
                new ContractSnapshot.Identity(first.contract(), drafted.number(), drafted.predecessor()),
                first.version(),
                first.recordedAt(),
                new ContractSnapshot.Agreement(
                        drafted.customer(),
                        drafted.plan(),
                        drafted.address(),
                        drafted.billingDay(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of()),
                ContractSnapshot.Milestones.drafted(first.effectiveAt()),
                MinimumTerm.drafted(drafted.termMonths()),
                Optional.empty(),
                Optional.empty(),
                NetworkResources.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ProvisioningState.UNTOUCHED);
    }

    static Enforcement strictest(List<SuspensionHold> holds) {
        Enforcement strictest = Enforcement.NONE;
        // By index: every command comes through here, and iterators were a tenth of its time.
        for (int i = 0; i < holds.size(); i++) {
            strictest = strictest.strictest(holds.get(i).enforcement());
        }
        return strictest;
    }

    private void applyNext(RecordedEvent recorded) {
        if (recorded.version() != version + 1 || !recorded.contract().equals(identity.id())) {
            throw new IllegalArgumentException("expected version " + (version + 1) + " of contract " + identity.id()
                    + ", was version " + recorded.version() + " of contract " + recorded.contract());
        }
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
        return new DesiredNetwork.Basis(identity.id(), resources, agreement.plan(), holds, addOns);
    }

    private void updateTarget(NetworkTarget target, UnaryOperator<TargetState> change) {
        provisioning = provisioning.with(target, change.apply(provisioning.of(target)));
    }

    @Override
    public Boolean on(ContractEvent.ContractDrafted event) {
        throw new IllegalArgumentException("contract " + identity.id() + " was drafted twice");
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
        milestones = milestones.activated(effectiveAt);
        reservation = Optional.empty();
        resources = resources.withLine(event.line()).withRadiusUser(event.radiusUser());
        term = MinimumTerm.until(event.termEndsOn());
        return NETWORK_TOUCHED;
    }

    /** What is wanted is said to be there, so it is not asked for. */
    @Override
    public Boolean on(ContractEvent.ContractAdopted event) {
        milestones = milestones
                .activated(event.activatedAt())
                .inService(event.inServiceSince())
                .adopted(effectiveAt);
        agreement = agreement.countedFrom(event.billingAnchor());
        resources = event.ports()
                .map(ports -> resources.withLine(new Line(ports, event.onu())))
                .orElseGet(() -> resources.withUnplacedOnu(event.onu()))
                .withRadiusUser(event.radiusUser());
        term = MinimumTerm.until(event.termEndsOn());
        updateTarget(NetworkTarget.ACCESS, state -> state.takenOver(version));
        if (event.ports().isPresent()) {
            updateTarget(NetworkTarget.LINE, state -> state.takenOver(version));
        }
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ServiceConfirmed event) {
        milestones = milestones.inService(effectiveAt);
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.HoldPlaced event) {
        holds = ListCopies.with(holds, event.hold());
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
        holds = ListCopies.without(holds, event.hold());
        term = term.extendedBy(event.termDays());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.HoldRecorded event) {
        term = term.extendedBy(event.termDays());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractSuspended event) {
        milestones = milestones.suspended(effectiveAt);
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractReconnected event) {
        milestones = milestones.reconnected();
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PlanChanged event) {
        agreement = agreement.withPlan(event.to(), effectiveAt);
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.Relocated event) {
        agreement = agreement.withAddress(event.to());
        assessment = Optional.of(event.assessment());
        resources = resources.withLine(event.line());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OwnershipTransferred event) {
        agreement = agreement.withCustomer(event.to());
        resources = resources.withRadiusUser(event.radiusUser());
        // What is owed stays with the one who owes it.
        dunning = List.of();
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OutputCorrected event) {
        resources = resources.at(event.to());
        updateTarget(NetworkTarget.LINE, state -> state.takenOver(version));
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddressCorrected event) {
        if (!event.to().position().equals(event.from().position())) {
            assessment = Optional.empty();
        }
        agreement = agreement.withAddress(event.to());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.NumberCorrected event) {
        identity = identity.withNumber(event.to());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OnuSwapped event) {
        resources = resources.withOnu(event.to());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.MovePrepared event) {
        resources = resources.movingTo(event.to());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.MoveWithdrawn event) {
        resources = resources.notMoving();
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PortsMoved event) {
        reservation = reservation.map(held ->
                held.ports().equals(event.from()) ? new Reservation(event.to(), held.until(), held.renewals()) : held);
        resources = resources.moved(event.from(), event.to());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.LinesWrittenOff event) {
        resources = resources.withoutRetired(event.lines());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.LoginRenamed event) {
        resources = resources.withRadiusUser(event.to());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AccessSettingsChanged event) {
        resources = resources.withSettings(event.to());
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddOnAdded event) {
        addOns = ListCopies.with(
                addOns,
                new AgreedAddOn(
                        event.addOn(),
                        event.startsAt(),
                        event.endsAt(),
                        !event.startsAt().isAfter(effectiveAt)));
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddOnStarted event) {
        changeAddOn(event.addOn(), AgreedAddOn::begun);
        return NETWORK_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddOnEndChanged event) {
        changeAddOn(event.addOn(), agreed -> agreed.endingAt(event.to()));
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddOnRemoved event) {
        addOns = addOns.stream()
                .filter(agreed -> !agreed.id().equals(event.addOn().id()))
                .toList();
        return NETWORK_TOUCHED;
    }

    private void changeAddOn(AddOnId id, UnaryOperator<AgreedAddOn> change) {
        addOns = addOns.stream()
                .map(agreed -> agreed.id().equals(id) ? change.apply(agreed) : agreed)
                .toList();
    }

    @Override
    public Boolean on(ContractEvent.BillingDayChanged event) {
        agreement = agreement.withBillingDay(event.to(), effectiveAt);
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.TermAgreed event) {
        term = term.renewed(event.startsOn(), event.endsOn());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PriceAgreed event) {
        agreement = agreement.withPrice(event.to());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DiscountGranted event) {
        agreement = agreement.granting(event.discount());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DiscountEnded event) {
        agreement = agreement.endingDiscounts(event.code(), event.from());
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeScheduled event) {
        scheduled = ListCopies.with(scheduled, event.change());
        if (event.change().kind() == CommandKind.ACTIVATE) {
            reservation = reservation.map(held -> held.keptFor(event.change().at()));
        }
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeUnscheduled event) {
        if (event.change().kind() == CommandKind.ACTIVATE) {
            reservation = reservation.map(held -> held.notKeptFrom(effectiveAt));
        }
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

    /**
     * Steps for another debt are over: the oldest of all was paid, or an older one came back. Those that hold the service stay on
     * record while it is held, since they tell a hold of dunning's from one that staff placed.
     */
    @Override
    public Boolean on(ContractEvent.DunningStepTaken event) {
        boolean held = holds.stream().anyMatch(hold -> hold.reason().equals(SuspensionReason.NON_PAYMENT));
        dunning = ListCopies.with(
                dunning.stream()
                        .filter(mark -> mark.isAbout(event.mark().dueOn())
                                || (held && mark.action().enforcement().isPresent()))
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
    public Boolean on(ContractEvent.AttributesChanged event) {
        attributes = Stream.concat(
                        attributes.stream()
                                .filter(present -> !event.removed().contains(present.key())
                                        && event.set().stream()
                                                .noneMatch(next -> next.key().equals(present.key()))),
                        event.set().stream())
                .toList();
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractCancelled event) {
        milestones = milestones.cancelled(effectiveAt);
        reservation = Optional.empty();
        resources = resources.givenUp();
        term = term.extendedBy(event.termDays());
        holds = List.of();
        scheduled = List.of();
        dunning = List.of();
        addOns = List.of();
        return NETWORK_TOUCHED;
    }

    /** Leaves nothing that earlier events said about a person, so that the same comes of these when they are erased. */
    @Override
    public Boolean on(ContractEvent.PersonalDataErased event) {
        milestones = milestones.erased(effectiveAt);
        agreement = agreement.withAddress(ServiceAddress.ERASED);
        assessment = Optional.empty();
        attributes = attributes.stream()
                .filter(attribute -> !event.attributes().contains(attribute.key()))
                .toList();
        provisioning = provisioning.erased();
        return NETWORK_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ProvisioningConfirmed event) {
        updateTarget(event.target(), TargetState::confirmed);
        resources = resources.cleared(event.target());
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
        scheduled = ListCopies.without(scheduled, change);
        return NETWORK_UNTOUCHED;
    }

    private ContractSnapshot facts() {
        return new ContractSnapshot(
                identity,
                version,
                lastRecordedAt,
                agreement,
                milestones,
                term,
                assessment,
                reservation,
                resources,
                holds,
                scheduled,
                dunning,
                attributes,
                addOns,
                provisioning);
    }
}
