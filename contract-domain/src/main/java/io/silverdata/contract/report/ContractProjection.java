package io.silverdata.contract.report;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reports need to know of one contract after some of its events. For one thread. */
final class ContractProjection implements ContractEvent.Cases<Optional<OneOff.Kind>> {
    private static final Optional<OneOff.Kind> NOTHING_TO_CHARGE = Optional.empty();

    final ReportSettings settings;
    final ContractId id;
    final Timeline<CustomerId> holders = new Timeline<>();
    final Timeline<PlanSnapshot> plans = new Timeline<>();
    final List<Held> holds = new ArrayList<>();
    final List<LocalDate> reserved = new ArrayList<>();
    final List<LocalDate> expired = new ArrayList<>();
    final List<Reconnection> reconnections = new ArrayList<>();
    final List<Repair> repairs = new ArrayList<>();
    final Timeline<Boolean> givenUp = new Timeline<>();
    final Timeline<Boolean> drifted = new Timeline<>();
    final Map<SplitterOutputId, Timeline<Boolean>> resting = new LinkedHashMap<>();
    private final Map<NetworkTarget, Instant> drifting = new EnumMap<>(NetworkTarget.class);

    @Nullable
    Instant feasibleAt;

    @Nullable
    CancellationReason endReason;

    boolean failedBeforeService;
    Contract contract;
    private RecordedEvent current;
    private Enforcement lastLifted = Enforcement.NONE;

    /** A hold, and when it was lifted, if it was. */
    static final class Held {
        final SuspensionHold hold;

        @Nullable
        Instant liftedAt;

        Held(SuspensionHold hold) {
            this.hold = hold;
        }
    }

    /** A suspension that ended. */
    static final class Reconnection {
        final Instant suspendedSince;
        final Instant at;
        final boolean counts;
        final boolean networkWasTouched;
        boolean isOver;

        @Nullable
        Instant confirmedAt;

        Reconnection(Instant suspendedSince, Instant at, boolean counts, boolean networkWasTouched) {
            this.suspendedSince = suspendedSince;
            this.at = at;
            this.counts = counts;
            this.networkWasTouched = networkWasTouched;
        }
    }

    /** A drift that was repaired. */
    record Repair(Instant detectedAt, Instant repairedAt) {}

    private ContractProjection(RecordedEvent first, ReportSettings settings) {
        this.settings = settings;
        id = first.contract();
        contract = Contract.replay(List.of(first));
        current = first;
        LocalDate day = day(first.effectiveAt());
        holders.set(day, contract.customer());
        plans.set(day, contract.plan());
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

    /** Takes one more event in, and says what may be charged for it. */
    Optional<OneOff> apply(RecordedEvent event) {
        boolean restedBefore = !contract.retiredLines().isEmpty();
        contract = contract.after(event);
        current = event;
        Optional<OneOff.Kind> kind = event.event().match(this);
        noteNetwork(restedBefore);
        return kind.map(what -> new OneOff(
                id,
                event.version(),
                what,
                today(),
                contract.customer(),
                contract.plan().id(),
                event.event() instanceof ContractEvent.ContractCancelled end ? end.remainingTermDays() : 0));
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, settings.zone());
    }

    /** When the network first confirmed it; nothing if it had ended before. */
    Optional<Instant> servedAt() {
        return contract.inServiceSince()
                .filter(served -> contract.cancelledAt().filter(served::isAfter).isEmpty());
    }

    Optional<LocalDate> activationDay() {
        return contract.activatedAt().map(this::day);
    }

    Optional<LocalDate> cancellationDay() {
        return contract.cancelledAt().map(this::day);
    }

    private LocalDate today() {
        return day(current.effectiveAt());
    }

    private void noteNetwork(boolean restedBefore) {
        givenUp.change(
                today(),
                contract.inServiceSince().isEmpty()
                        && contract.provisioning().summary() == ProvisioningState.Summary.FAILED);
        drifted.change(today(), isDrifted());
        if (restedBefore || !contract.retiredLines().isEmpty()) {
            Set<SplitterOutputId> rest = new HashSet<>();
            contract.retiredLines().forEach(line -> rest.add(line.ports().splitterOutput()));
            contract.line().ifPresent(line -> rest.remove(line.ports().splitterOutput()));
            rest.forEach(port -> resting.computeIfAbsent(port, first -> new Timeline<>()));
            resting.forEach((port, timeline) -> timeline.change(today(), rest.contains(port)));
        }
    }

    private boolean isDrifted() {
        return contract.provisioning().access().drift().isPresent()
                || contract.provisioning().line().drift().isPresent();
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ContractDrafted event) {
        throw new IllegalArgumentException("contract " + id + " was drafted twice");
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.FeasibilityAssessed event) {
        if (feasibleAt == null && event.assessment().verdict().allowsReservation()) {
            feasibleAt = current.effectiveAt();
        }
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.PortsReserved event) {
        reserved.add(today());
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ReservationRenewed event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ReservationReleased event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ReservationExpired event) {
        expired.add(today());
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ContractActivated event) {
        return settings.serviceStart() == ServiceStart.ACTIVATED
                ? Optional.of(OneOff.Kind.ACTIVATION)
                : NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ServiceConfirmed event) {
        return settings.serviceStart() == ServiceStart.IN_SERVICE
                ? Optional.of(OneOff.Kind.ACTIVATION)
                : NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.HoldPlaced event) {
        holds.add(new Held(event.hold()));
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.EnforcementChanged event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.HoldLifted event) {
        for (Held held : holds) {
            if (held.liftedAt == null
                    && held.hold.reason().code().equals(event.hold().reason().code())) {
                held.liftedAt = current.effectiveAt();
            }
        }
        lastLifted = event.hold().enforcement();
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.HoldRecorded event) {
        Held held = new Held(event.hold());
        held.liftedAt = event.endedAt();
        holds.add(held);
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ContractSuspended event) {
        reconnections.forEach(reconnection -> reconnection.isOver = true);
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ContractReconnected event) {
        reconnections.add(new Reconnection(
                event.suspendedSince(),
                current.effectiveAt(),
                event.countsAsReconnection(),
                lastLifted != Enforcement.NONE));
        return event.countsAsReconnection() ? Optional.of(OneOff.Kind.RECONNECTION) : NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.PlanChanged event) {
        plans.set(today(), event.to());
        return Optional.of(OneOff.Kind.PLAN_CHANGE);
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.Relocated event) {
        return Optional.of(OneOff.Kind.RELOCATION);
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.OwnershipTransferred event) {
        holders.set(today(), event.to());
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.OnuSwapped event) {
        return Optional.of(OneOff.Kind.ONU_SWAP);
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ChangeScheduled event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ChangeUnscheduled event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ChangeApplied event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ChangeRejected event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ContractCancelled event) {
        endReason = event.reason();
        reconnections.forEach(reconnection -> reconnection.isOver = true);
        return event.remainingTermDays() > 0 && !event.neverActive()
                ? Optional.of(OneOff.Kind.EARLY_TERMINATION)
                : NOTHING_TO_CHARGE;
    }

    /** RADIUS is the last that a reconnection waits for: a line that was disabled is enabled before. */
    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ProvisioningConfirmed event) {
        if (event.target() == NetworkTarget.ACCESS) {
            for (Reconnection reconnection : reconnections) {
                if (!reconnection.isOver && reconnection.networkWasTouched) {
                    reconnection.confirmedAt = current.effectiveAt();
                }
                reconnection.isOver = true;
            }
        }
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.PortsReleased event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ProvisioningFailed event) {
        failedBeforeService |= contract.inServiceSince().isEmpty();
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.ProvisioningRetried event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.DunningStepTaken event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.DunningClosed event) {
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.DriftDetected event) {
        drifting.putIfAbsent(event.target(), current.effectiveAt());
        return NOTHING_TO_CHARGE;
    }

    @Override
    public Optional<OneOff.Kind> on(ContractEvent.DriftRepaired event) {
        @Nullable Instant since = drifting.remove(event.target());
        if (since != null) {
            repairs.add(new Repair(since, current.effectiveAt()));
        }
        return NOTHING_TO_CHARGE;
    }
}
