package io.silverdata.contract.engine;

import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionPolicy.End;
import io.silverdata.contract.model.SuspensionPolicy.PlanChangeRule;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.model.Verdict;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides each kind of command on a contract whose status allows it: guard by guard, then the events. */
final class CommandHandler implements Command.Cases<Either<Rejection, Decision>> {
    private final Contract contract;
    private final CommandMetadata metadata;

    CommandHandler(Contract contract, CommandMetadata metadata) {
        this.contract = contract;
        this.metadata = metadata;
    }

    @Override
    public Either<Rejection, Decision> on(Command.Assess command) {
        return accept(new ContractEvent.FeasibilityAssessed(command.assessment()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.Reserve command) {
        Optional<Reservation> live = liveReservation();
        if (live.isPresent()) {
            return refuse(new Rejection.AlreadyReserved(live.get()));
        }
        if (!command.until().isAfter(now())) {
            return refuse(new Rejection.InvalidValue("until", command.until().toString(), "after " + now()));
        }
        Optional<Rejection> unqualified =
                command.override().isPresent() ? Optional.empty() : unqualified(contract.assessment(), command.ports());
        return unqualified.isPresent()
                ? refuse(unqualified.get())
                : accept(expiredReservation(
                        new ContractEvent.PortsReserved(command.ports(), command.until(), command.override())));
    }

    @Override
    public Either<Rejection, Decision> on(Command.RenewReservation command) {
        if (contract.reservation().isEmpty()) {
            return refuse(new Rejection.NoReservation());
        }
        Reservation reservation = contract.reservation().get();
        if (reservation.isOver(now())) {
            return refuse(new Rejection.ReservationOver(reservation.until()));
        }
        if (reservation.renewals() >= command.maxRenewals()) {
            return refuse(new Rejection.RenewalLimitReached(command.maxRenewals()));
        }
        return command.until().isAfter(reservation.until())
                ? accept(new ContractEvent.ReservationRenewed(command.until()))
                : refuse(new Rejection.InvalidValue(
                        "until", command.until().toString(), "after " + reservation.until()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ReleaseReservation command) {
        return contract.reservation()
                .map(held -> accept(new ContractEvent.ReservationReleased(held.ports())))
                .orElseGet(() -> refuse(new Rejection.NoReservation()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ExpireReservation command) {
        return contract.reservation()
                .map(held -> held.isOver(now()) ? accept(new ContractEvent.ReservationExpired(held.ports())) : accept())
                .orElseGet(() -> refuse(new Rejection.NoReservation()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.Activate command) {
        Optional<Reservation> live = liveReservation();
        if (live.isPresent() && !live.get().ports().equals(command.ports())) {
            return refuse(new Rejection.AlreadyReserved(live.get()));
        }
        Optional<Rejection> unqualified =
                live.isPresent() ? Optional.empty() : unqualified(contract.assessment(), command.ports());
        if (unqualified.isPresent()) {
            return refuse(unqualified.get());
        }
        List<ContractEvent> events = expiredReservation(new ContractEvent.ContractActivated(
                new Line(command.ports(), command.onu()), command.radiusUser(), termEnd()));
        if (!contract.holds().isEmpty()) {
            events.add(new ContractEvent.ContractSuspended(contract.enforcement()));
        }
        return accept(events);
    }

    @Override
    public Either<Rejection, Decision> on(Command.Suspend command) {
        SuspensionPolicy policy = command.policy();
        if (contract.hold(policy.reason()).isPresent()) {
            return refuse(new Rejection.AlreadyHeld(policy.reason()));
        }
        if (policy.end() == End.REQUIRED && command.until().isEmpty()) {
            return refuse(new Rejection.HoldEndRequired(policy.reason()));
        }
        if (policy.end() == End.FORBIDDEN && command.until().isPresent()) {
            return refuse(new Rejection.HoldEndForbidden(policy.reason()));
        }
        if (command.until().isPresent() && !command.until().get().isAfter(metadata.effectiveAt())) {
            return refuse(new Rejection.InvalidValue(
                    "until", command.until().get().toString(), "after " + metadata.effectiveAt()));
        }
        ContractEvent placed = new ContractEvent.HoldPlaced(
                new SuspensionHold(policy, command.enforcement(), metadata.effectiveAt(), command.until()));
        return contract.status() == Status.ACTIVE
                ? accept(placed, new ContractEvent.ContractSuspended(command.enforcement()))
                : accept(placed);
    }

    @Override
    public Either<Rejection, Decision> on(Command.ChangeEnforcement command) {
        Optional<SuspensionHold> hold = contract.hold(command.reason());
        if (hold.isEmpty()) {
            return refuse(new Rejection.NoSuchHold(command.reason()));
        }
        return hold.get().enforcement() == command.enforcement()
                ? refuse(new Rejection.NothingToChange(
                        "enforcement", command.enforcement().name()))
                : accept(new ContractEvent.EnforcementChanged(
                        hold.get().reason(), hold.get().enforcement(), command.enforcement()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.LiftHold command) {
        Optional<SuspensionHold> found = contract.hold(command.reason());
        if (found.isEmpty()) {
            return refuse(new Rejection.NoSuchHold(command.reason()));
        }
        SuspensionHold hold = found.get();
        if (!hold.mayBeLiftedBy(metadata.trigger(), now())) {
            return refuse(new Rejection.TriggerMayNotLift(
                    hold.reason(), metadata.trigger(), hold.policy().lifters()));
        }
        if (metadata.effectiveAt().isBefore(hold.placedAt())) {
            return refuse(new Rejection.EffectiveTimeOutOfRange(metadata.effectiveAt(), hold.placedAt(), now()));
        }
        ContractEvent lifted = new ContractEvent.HoldLifted(hold, TermDays.addedByLifting(hold, contract, metadata));
        boolean reconnects =
                contract.status() == Status.SUSPENDED && contract.holds().size() == 1;
        return reconnects
                ? accept(
                        lifted,
                        new ContractEvent.ContractReconnected(
                                hold.reason(), hold.policy().countsAsReconnection(), suspensionEndedBy(hold)))
                : accept(lifted);
    }

    /** Of holds written down late the last to be lifted may have been over before the suspension that is known began. */
    private Instant suspensionEndedBy(SuspensionHold last) {
        return contract.suspendedSince()
                .filter(since -> !since.isAfter(metadata.effectiveAt()))
                .orElse(last.placedAt());
    }

    @Override
    public Either<Rejection, Decision> on(Command.ChangePlan command) {
        PlanSnapshot current = contract.plan();
        if (command.plan().equals(current)) {
            return refuse(new Rejection.NothingToChange("plan", current.id().value()));
        }
        boolean downgrade = command.plan().isDowngradeFrom(current);
        Optional<SuspensionHold> blocking = contract.holds().stream()
                .filter(hold -> !permits(hold.policy().planChange(), downgrade))
                .findFirst();
        if (blocking.isPresent()) {
            return refuse(new Rejection.BlockedByHold(blocking.get().reason(), command.kind()));
        }
        return command.plan().technology() == current.technology()
                ? accept(new ContractEvent.PlanChanged(current, command.plan()))
                : refuse(new Rejection.OtherTechnology(
                        command.plan().id(), command.plan().technology(), current.technology()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.Relocate command) {
        Line previous = contract.line().orElseThrow();
        if (command.ports().equals(previous.ports()) && command.address().equals(contract.address())) {
            return refuse(
                    new Rejection.NothingToChange("address", contract.address().text()));
        }
        return unqualified(Optional.of(command.assessment()), command.ports())
                .map(this::refuse)
                .orElseGet(() -> accept(new ContractEvent.Relocated(
                        contract.address(),
                        command.address(),
                        previous,
                        new Line(command.ports(), previous.onu()),
                        command.assessment())));
    }

    @Override
    public Either<Rejection, Decision> on(Command.TransferOwnership command) {
        if (command.customer().equals(contract.customer())) {
            return refuse(
                    new Rejection.NothingToChange("customer", command.customer().value()));
        }
        Optional<SuspensionHold> blocking = command.override().isPresent()
                ? Optional.empty()
                : contract.holds().stream()
                        .filter(hold -> hold.policy().blocksTransfer())
                        .findFirst();
        return blocking.isPresent()
                ? refuse(new Rejection.BlockedByHold(blocking.get().reason(), command.kind()))
                : accept(new ContractEvent.OwnershipTransferred(
                        contract.customer(),
                        command.customer(),
                        command.radiusUser()
                                .orElseGet(() -> contract.radiusUser().orElseThrow()),
                        command.override()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.SwapOnu command) {
        OnuSerial current = contract.line().orElseThrow().onu();
        return command.onu().equals(current)
                ? refuse(new Rejection.NothingToChange("onu", current.value()))
                : accept(new ContractEvent.OnuSwapped(current, command.onu()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.Schedule command) {
        ScheduledChange change = command.change();
        Optional<ScheduledChange> waiting = contract.scheduled(change.kind());
        if (waiting.isPresent()) {
            return refuse(new Rejection.AlreadyScheduled(waiting.get()));
        }
        return change.at().isAfter(now())
                ? accept(new ContractEvent.ChangeScheduled(change))
                : refuse(new Rejection.InvalidValue("at", change.at().toString(), "after " + now()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.UndoScheduled command) {
        return contract.scheduled(command.change())
                .map(change -> accept(new ContractEvent.ChangeUnscheduled(change)))
                .orElseGet(() -> refuse(new Rejection.NothingScheduled(command.change())));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ApplyScheduled command) {
        Optional<ScheduledChange> waiting = contract.scheduled(command.change());
        if (waiting.isEmpty()) {
            return refuse(new Rejection.NothingScheduled(command.change()));
        }
        ScheduledChange change = waiting.get();
        if (!change.isDue(now())) {
            return accept();
        }
        Either<Rejection, Decision> applied = accept(new ContractEvent.ChangeApplied(change))
                .flatMap(decision -> decision.then(next -> Decider.decide(next, change.command(), metadata)));
        return applied.isRight()
                ? applied
                : accept(new ContractEvent.ChangeRejected(
                        change, applied.getLeft().code(), applied.getLeft().message()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.TakeDunningStep command) {
        DunningMark mark = command.mark();
        Optional<DunningMark> taken = contract.dunning().stream()
                .filter(earlier -> earlier.isAbout(mark.dueOn()) && earlier.daysOverdue() >= mark.daysOverdue())
                .findFirst();
        return taken.isPresent()
                ? refuse(new Rejection.NothingToChange("dunning", taken.get().toString()))
                : accept(new ContractEvent.DunningStepTaken(mark));
    }

    @Override
    public Either<Rejection, Decision> on(Command.CloseDunning command) {
        return contract.dunning().isEmpty()
                ? refuse(new Rejection.NothingToChange("dunning", "closed"))
                : accept(new ContractEvent.DunningClosed());
    }

    @Override
    public Either<Rejection, Decision> on(Command.Cancel command) {
        return accept(new ContractEvent.ContractCancelled(
                command.reason(),
                contract.status() == Status.DRAFT,
                TermDays.remaining(contract, metadata),
                command.debt()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ConfirmProvisioning command) {
        TargetState state = contract.provisioning().of(command.target());
        return ifStillWanted(command.desiredVersion(), state, () -> confirm(command, state));
    }

    private Either<Rejection, Decision> confirm(Command.ConfirmProvisioning command, TargetState state) {
        List<ContractEvent> events = new ArrayList<>();
        if (state.confirmedVersion() < state.desiredVersion()) {
            events.add(new ContractEvent.ProvisioningConfirmed(command.target(), command.desiredVersion()));
        }
        state.drift().ifPresent(drift -> events.add(new ContractEvent.DriftRepaired(command.target(), drift)));
        List<SplitterOutputId> released = command.target() == NetworkTarget.LINE ? portsToRelease() : List.of();
        if (!released.isEmpty()) {
            events.add(new ContractEvent.PortsReleased(released));
        }
        if (isFirstConfirmation(command.target())) {
            events.add(new ContractEvent.ServiceConfirmed());
        }
        return accept(events);
    }

    @Override
    public Either<Rejection, Decision> on(Command.FailProvisioning command) {
        TargetState state = contract.provisioning().of(command.target());
        return ifStillWanted(
                command.desiredVersion(),
                state,
                () -> state.needsDelivery()
                        ? accept(new ContractEvent.ProvisioningFailed(
                                command.target(), command.desiredVersion(), command.failure()))
                        : accept());
    }

    @Override
    public Either<Rejection, Decision> on(Command.RetryProvisioning command) {
        return contract.provisioning().summary() == ProvisioningState.Summary.FAILED
                ? accept(new ContractEvent.ProvisioningRetried())
                : refuse(new Rejection.NothingToChange(
                        "provisioning", contract.provisioning().summary().name()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ReportDrift command) {
        TargetState state = contract.provisioning().of(command.target());
        if (state.confirmedVersion() == 0
                || state.confirmedVersion() < state.desiredVersion()
                || state.failure().isPresent()) {
            return refuse(new Rejection.NotInSync(command.target()));
        }
        return state.drift().equals(Optional.of(command.drift()))
                ? accept()
                : accept(new ContractEvent.DriftDetected(command.target(), command.drift()));
    }

    private Instant now() {
        return metadata.recordedAt();
    }

    private Optional<Reservation> liveReservation() {
        return contract.reservation().filter(reservation -> !reservation.isOver(now()));
    }

    /** A reservation that ran out unnoticed is said to have before something takes its place. */
    private List<ContractEvent> expiredReservation(ContractEvent next) {
        List<ContractEvent> events = new ArrayList<>();
        contract.reservation()
                .filter(reservation -> reservation.isOver(now()))
                .ifPresent(reservation -> events.add(new ContractEvent.ReservationExpired(reservation.ports())));
        events.add(next);
        return events;
    }

    private Optional<Rejection> unqualified(Optional<Assessment> assessment, PortAssignment ports) {
        if (assessment.isEmpty()) {
            return Optional.of(new Rejection.NotAssessed());
        }
        Optional<Rejection> objection = assessment.get().objection(now());
        if (objection.isPresent()) {
            return objection;
        }
        SplitterId splitter = ports.splitterOutput().splitter();
        Verdict verdict = assessment
                .get()
                .of(splitter)
                .filter(found -> found.ponPort().equals(ports.ponPort()))
                .map(SplitterAssessment::verdict)
                .orElse(Verdict.UNKNOWN);
        return verdict.allowsReservation()
                ? Optional.empty()
                : Optional.of(new Rejection.NotQualified(verdict, Optional.of(splitter)));
    }

    private Optional<LocalDate> termEnd() {
        int months = contract.plan().minimumTermMonths();
        return months == 0
                ? Optional.empty()
                : Optional.of(LocalDate.ofInstant(metadata.effectiveAt(), metadata.zone())
                        .plusMonths(months));
    }

    private static boolean permits(PlanChangeRule rule, boolean downgrade) {
        return switch (rule) {
            case ALLOWED -> true;
            case DOWNGRADE_ONLY -> downgrade;
            case REFUSED -> false;
        };
    }

    /** What a target answers late, to what is no longer wanted, changes nothing. */
    private Either<Rejection, Decision> ifStillWanted(
            long version, TargetState state, Supplier<Either<Rejection, Decision>> decision) {
        if (version < state.desiredVersion()) {
            return accept();
        }
        return version > state.desiredVersion()
                ? refuse(new Rejection.InvalidValue(
                        "desiredVersion", Long.toString(version), "at most " + state.desiredVersion()))
                : decision.get();
    }

    private List<SplitterOutputId> portsToRelease() {
        Optional<SplitterOutputId> kept =
                contract.line().map(line -> line.ports().splitterOutput());
        return contract.retiredLines().stream()
                .map(line -> line.ports().splitterOutput())
                .filter(port -> !kept.equals(Optional.of(port)))
                .distinct()
                .toList();
    }

    private boolean isFirstConfirmation(NetworkTarget target) {
        NetworkTarget other = target == NetworkTarget.ACCESS ? NetworkTarget.LINE : NetworkTarget.ACCESS;
        TargetState otherState = contract.provisioning().of(other);
        return contract.status().isLive()
                && contract.inServiceSince().isEmpty()
                && otherState.desiredVersion() == otherState.confirmedVersion();
    }

    private Either<Rejection, Decision> accept(ContractEvent... events) {
        return accept(List.of(events));
    }

    private Either<Rejection, Decision> accept(List<ContractEvent> events) {
        RecordedEvent[] recorded = new RecordedEvent[events.size()];
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] =
                    new RecordedEvent(contract.id(), contract.version() + 1 + i, metadata.forEvents(), events.get(i));
        }
        return Either.right(new Decision(contract.after(recorded), List.of(recorded)));
    }

    private Either<Rejection, Decision> refuse(Rejection rejection) {
        return Either.left(rejection);
    }
}
