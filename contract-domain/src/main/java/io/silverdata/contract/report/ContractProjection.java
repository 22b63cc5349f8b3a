package io.silverdata.contract.report;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What reports need to know of one contract after some of its events. For one thread. */
final class ContractProjection implements ContractEvent.Cases<Boolean> {
    // What each case answers: may the event have changed what is owed or may be charged?
    private static final Boolean BILLING_UNTOUCHED = false;
    private static final Boolean BILLING_TOUCHED = true;

    final ReportSettings settings;
    final ContractId id;

    /** Whether another system served it before. */
    final boolean takenOver;

    final Timeline<CustomerId> holders = new Timeline<>();
    final Timeline<PlanSnapshot> plans = new Timeline<>();
    final Timeline<Place> places = new Timeline<>();
    final Timeline<OnuSerial> onus = new Timeline<>();
    final HoldHistory holds = new HoldHistory();
    final AddOnHistory addOns = new AddOnHistory();
    final List<Reserved> reservations = new ArrayList<>();
    final List<Repair> repairs = new ArrayList<>();
    final Timeline<Boolean> givenUp = new Timeline<>();
    final Timeline<Boolean> drifted = new Timeline<>();
    final Map<SplitterOutputId, Timeline<Boolean>> resting = new LinkedHashMap<>();
    private final Map<NetworkTarget, Instant> drifting = new EnumMap<>(NetworkTarget.class);
    // by version of the event: when RADIUS confirmed, or nothing where a new cut or the end came between
    private final NavigableMap<Long, Optional<Instant>> answers = new TreeMap<>();

    @Nullable
    Instant feasibleAt;

    @Nullable
    Moment activation;

    @Nullable
    Moment service;

    ContractEvent.@Nullable ContractAdopted adoption;

    @Nullable
    End end;

    boolean failedBeforeService;
    Contract contract;
    private RecordedEvent current;

    /** How the contract ended. */
    record End(Moment at, ContractEvent.ContractCancelled event) {}

    /** Where the service is, and the version since which it is there; its address may be corrected. */
    record Place(long since, ServiceAddress address) {}

    /** Ports that were reserved on a day, and whether the reservation expired. */
    record Reserved(LocalDate on, boolean ranOut) {}

    /** A drift that was repaired. */
    record Repair(Instant detectedAt, Instant repairedAt) {}

    private ContractProjection(RecordedEvent first, ReportSettings settings) {
        this.settings = settings;
        id = first.contract();
        contract = Contract.replay(List.of(first));
        takenOver = first.event() instanceof ContractEvent.ContractDrafted drafted && drafted.takenOver();
        current = first;
        holders.set(now(), contract.customer());
        plans.set(now(), contract.plan());
        places.set(now(), new Place(first.version(), contract.address()));
    }

    /** After the first event. */
    static ContractProjection begin(RecordedEvent first, ReportSettings settings) {
        return new ContractProjection(first, settings);
    }

    /** After all events of a contract, in order of version. */
    static ContractProjection of(List<RecordedEvent> history, ReportSettings settings) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("history must begin with ContractDrafted, was empty");
        }
        ContractProjection projection = begin(history.get(0), settings);
        history.subList(1, history.size()).forEach(projection::apply);
        return projection;
    }

    /** Takes one more event in, and says whether it may have changed what is owed or may be charged. */
    boolean apply(RecordedEvent event) {
        boolean restedBefore = !contract.retiredLines().isEmpty();
        contract = contract.after(event);
        current = event;
        boolean touched = event.event().match(this);
        noteNetwork(restedBefore);
        return touched;
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, settings.zone());
    }

    /** When the network first confirmed it; nothing if it had ended before. */
    Optional<Instant> servedAt() {
        return contract.inServiceSince()
                .filter(served -> contract.cancelledAt().filter(served::isAfter).isEmpty());
    }

    /** From when on it is in the figures: the adoption, or the activation. */
    Optional<Instant> liveSince() {
        return contract.activatedAt().map(activated -> contract.earliestEffect());
    }

    Optional<LocalDate> cancellationDay() {
        return contract.cancelledAt().map(this::day);
    }

    /** Known times at which the service was cut and restored. */
    List<HoldHistory.Reconnection> reconnections() {
        return liveSince()
                .map(since -> holds.reconnections(since, contract.cancelledAt()).stream()
                        .filter(reconnection -> reconnection.at().version() <= contract.version())
                        .toList())
                .orElse(List.of());
    }

    /** When RADIUS confirmed that the service is back, unless a new cut or the end came between. */
    Optional<Instant> confirmed(HoldHistory.Reconnection reconnection) {
        Map.@Nullable Entry<Long, Optional<Instant>> answer =
                answers.higherEntry(reconnection.at().version());
        return answer == null ? Optional.empty() : answer.getValue();
    }

    private Moment now() {
        return new Moment(current.effectiveAt(), current.version());
    }

    private LocalDate today() {
        return day(current.effectiveAt());
    }

    private void noteNetwork(boolean restedBefore) {
        givenUp.change(
                now(),
                contract.inServiceSince().isEmpty()
                        && contract.provisioning().summary() == ProvisioningState.Summary.FAILED);
        drifted.change(now(), isDrifted());
        if (restedBefore || !contract.retiredLines().isEmpty()) {
            Set<SplitterOutputId> rest = new HashSet<>();
            contract.retiredLines().forEach(line -> rest.add(line.ports().splitterOutput()));
            contract.line().ifPresent(line -> rest.remove(line.ports().splitterOutput()));
            rest.forEach(port -> resting.computeIfAbsent(port, first -> new Timeline<>()));
            resting.forEach((port, timeline) -> timeline.change(now(), rest.contains(port)));
        }
    }

    private boolean isDrifted() {
        return contract.provisioning().access().drift().isPresent()
                || contract.provisioning().line().drift().isPresent();
    }

    @Override
    public Boolean on(ContractEvent.ContractDrafted event) {
        throw new IllegalArgumentException("contract " + id + " was drafted twice");
    }

    @Override
    public Boolean on(ContractEvent.FeasibilityAssessed event) {
        if (feasibleAt == null && event.assessment().verdict().allowsReservation()) {
            feasibleAt = current.effectiveAt();
        }
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PortsReserved event) {
        reservations.add(new Reserved(today(), false));
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ReservationRenewed event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ReservationReleased event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ReservationExpired event) {
        int last = reservations.size() - 1;
        reservations.set(last, new Reserved(reservations.get(last).on(), true));
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractActivated event) {
        activation = now();
        onus.set(now(), event.line().onu());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractAdopted event) {
        adoption = event;
        onus.set(now(), event.onu());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ServiceConfirmed event) {
        service = now();
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.HoldPlaced event) {
        holds.place(event.hold(), current.version());
        noteCut(event.hold().enforcement());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.EnforcementChanged event) {
        holds.change(event.reason(), event.to(), now());
        noteCut(event.to());
        return BILLING_TOUCHED;
    }

    /** The event that tells of the end of a suspension follows the lift of its last hold; reports go by that one. */
    @Override
    public Boolean on(ContractEvent.HoldLifted event) {
        boolean endsSuspension = contract.status() == Status.ACTIVE;
        holds.lift(event.hold(), current.effectiveAt(), current.version() + (endsSuspension ? 1 : 0));
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.HoldRecorded event) {
        holds.record(event.hold(), event.endedAt(), current.version());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractSuspended event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractReconnected event) {
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PlanChanged event) {
        plans.set(now(), event.to());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PriceAgreed event) {
        plans.set(now(), contract.plan());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DiscountGranted event) {
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DiscountEnded event) {
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.Relocated event) {
        Place before = places.at(now());
        places.set(now(), before.address().equals(event.to()) ? before : new Place(current.version(), event.to()));
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OwnershipTransferred event) {
        holders.set(now(), event.to());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OutputCorrected event) {
        return BILLING_UNTOUCHED;
    }

    /** The same place has another name: who did not move is not charged for a move. */
    @Override
    public Boolean on(ContractEvent.AddressCorrected event) {
        places.rename(place -> new Place(place.since(), event.to()));
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.NumberCorrected event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.MovePrepared event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.MoveWithdrawn event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PortsMoved event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.LinesWrittenOff event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.OnuSwapped event) {
        onus.set(now(), event.to());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.LoginRenamed event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AccessSettingsChanged event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddOnAdded event) {
        addOns.add(event, now());
        return BILLING_TOUCHED;
    }

    /** It was agreed before. */
    @Override
    public Boolean on(ContractEvent.AddOnStarted event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddOnEndChanged event) {
        addOns.changeEnd(event, now());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AddOnRemoved event) {
        addOns.remove(event.addOn().id(), now());
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.BillingDayChanged event) {
        return BILLING_TOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.TermAgreed event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeScheduled event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeUnscheduled event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeApplied event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ChangeRejected event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ContractCancelled event) {
        end = new End(now(), event);
        answers.put(current.version(), Optional.empty());
        return BILLING_TOUCHED;
    }

    /** RADIUS is the last that a reconnection waits for: a line that was disabled is enabled before. */
    @Override
    public Boolean on(ContractEvent.ProvisioningConfirmed event) {
        if (event.target() == NetworkTarget.ACCESS) {
            answers.put(current.version(), Optional.of(current.effectiveAt()));
        }
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PortsReleased event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ProvisioningFailed event) {
        failedBeforeService |= contract.inServiceSince().isEmpty();
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.ProvisioningRetried event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DunningStepTaken event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DunningClosed event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.AttributesChanged event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.PersonalDataErased event) {
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DriftDetected event) {
        drifting.putIfAbsent(event.target(), current.effectiveAt());
        return BILLING_UNTOUCHED;
    }

    @Override
    public Boolean on(ContractEvent.DriftRepaired event) {
        @Nullable Instant since = drifting.remove(event.target());
        if (since != null) {
            repairs.add(new Repair(since, current.effectiveAt()));
        }
        return BILLING_UNTOUCHED;
    }

    private void noteCut(Enforcement level) {
        if (level.cutsService()) {
            answers.put(current.version(), Optional.empty());
        }
    }
}
