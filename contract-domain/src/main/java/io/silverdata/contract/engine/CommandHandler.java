package io.silverdata.contract.engine;

import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractEvent.ChangeUnscheduled.Cause;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
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
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.model.TimeRange;
import io.silverdata.contract.model.Verdict;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Decides each kind of command on a contract whose status allows it: guard by guard, then the events. */
final class CommandHandler implements Command.Cases<Either<Rejection, Decision>> {
    private final Contract contract;
    private final CommandMetadata metadata;
    private final History history;
    private final Order order;

    /** Whether a command is given now, or was scheduled earlier. */
    enum Order {
        /** Given now: it answers for earlier orders of its kind that still wait. */
        NEW,
        /** Scheduled earlier, and due. */
        SCHEDULED
    }

    CommandHandler(Contract contract, CommandMetadata metadata, History history, Order order) {
        this.contract = contract;
        this.metadata = metadata;
        this.history = history;
        this.order = order;
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
        Optional<Rejection> objection = command.until().isAfter(now())
                ? TimeRange.objection("until", command.until())
                : Optional.of(
                        new Rejection.InvalidValue("until", command.until().toString(), "after " + now()));
        if (objection.isPresent()) {
            return refuse(objection.get());
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
        Optional<ScheduledChange> activation = contract.scheduled(CommandKind.ACTIVATE);
        if (activation.isPresent()) {
            return refuse(new Rejection.AlreadyScheduled(activation.get()));
        }
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
        // What was scheduled is carried out as of its time, whenever it is.
        Optional<Reservation> live = order == Order.SCHEDULED ? contract.reservation() : liveReservation();
        if (live.isPresent() && !live.get().ports().equals(command.ports())) {
            return refuse(new Rejection.AlreadyReserved(live.get()));
        }
        Optional<Rejection> unqualified =
                live.isPresent() ? Optional.empty() : unqualified(contract.assessment(), command.ports());
        if (unqualified.isPresent()) {
            return refuse(unqualified.get());
        }
        List<ContractEvent> events = replaced(command.kind(), change -> true);
        ContractEvent activated = new ContractEvent.ContractActivated(
                new Line(command.ports(), command.onu()), command.radiusUser(), termEnd());
        events.addAll(live.isPresent() ? List.of(activated) : expiredReservation(activated));
        if (!contract.holds().isEmpty()) {
            events.add(new ContractEvent.ContractSuspended(contract.enforcement()));
        }
        return accept(events);
    }

    @Override
    public Either<Rejection, Decision> on(Command.ActivateReserved command) {
        return (order == Order.SCHEDULED ? contract.reservation() : liveReservation())
                .map(held -> on(new Command.Activate(held.ports(), command.onu(), command.radiusUser())))
                .orElseGet(() -> refuse(new Rejection.NoReservation()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.Suspend command) {
        SuspensionPolicy policy = command.policy();
        Optional<Rejection> unfit = unfitEnd(command, metadata.effectiveAt());
        if (unfit.isPresent()) {
            return refuse(unfit.get());
        }
        SuspensionHold hold =
                new SuspensionHold(policy, command.enforcement(), metadata.effectiveAt(), command.until());
        Optional<SuspensionHold> open = contract.hold(policy.reason());
        if (order == Order.NEW && hold.isOver(now())) {
            return open.filter(present -> !hold.isOver(present.placedAt())).isPresent()
                    ? refuse(new Rejection.AlreadyHeld(policy.reason()))
                    : accept(new ContractEvent.HoldRecorded(hold, TermDays.addedByRecording(hold, contract, metadata)));
        }
        if (open.isPresent()) {
            return refuse(new Rejection.AlreadyHeld(policy.reason()));
        }
        List<ContractEvent> events = replaced(command.kind(), change -> isAnsweredBy(hold, change));
        events.add(new ContractEvent.HoldPlaced(hold));
        if (contract.status() == Status.ACTIVE) {
            events.add(new ContractEvent.ContractSuspended(command.enforcement()));
        }
        return accept(events);
    }

    private static Optional<Rejection> unfitEnd(Command.Suspend command, Instant start) {
        SuspensionPolicy policy = command.policy();
        if (command.until().isEmpty()) {
            return policy.end() == End.REQUIRED
                    ? Optional.of(new Rejection.HoldEndRequired(policy.reason()))
                    : Optional.empty();
        }
        Instant until = command.until().get();
        if (policy.end() == End.FORBIDDEN) {
            return Optional.of(new Rejection.HoldEndForbidden(policy.reason()));
        }
        return until.isAfter(start)
                ? TimeRange.objection("until", until)
                : Optional.of(new Rejection.InvalidValue("until", until.toString(), "after " + start));
    }

    /** A hold that still lasts when another for its reason is to begin takes the place of that one. */
    private static boolean isAnsweredBy(SuspensionHold hold, ScheduledChange waiting) {
        return isForReason(hold.reason(), waiting) && !hold.isOver(waiting.at());
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
        Either<Rejection, Decision> accepted = reconnects
                ? accept(
                        lifted,
                        new ContractEvent.ContractReconnected(
                                hold.reason(), hold.policy().countsAsReconnection(), suspensionEndedBy(hold)))
                : accept(lifted);
        return accepted.flatMap(decision -> carryOut(blockedUntilNow(hold), decision));
    }

    /** The scheduled changes that this hold has blocked since their time, in the order in which they are carried out. */
    private List<DueCommand> blockedUntilNow(SuspensionHold hold) {
        return contract.scheduled().stream()
                .filter(change ->
                        change.isDue(metadata.effectiveAt()) && hold.blocks(change.command(), contract.plan()))
                .map(change -> new DueCommand(new Command.ApplyScheduled(change.kind()), change.at()))
                .map(due -> due.noEarlierThan(metadata.effectiveAt()))
                .sorted(DueCommand.IN_ORDER)
                .toList();
    }

    /** Carries out waiting changes, except those that another hold still blocks. */
    private Either<Rejection, Decision> carryOut(List<DueCommand> waiting, Decision lifted) {
        Either<Rejection, Decision> decision = Either.right(lifted);
        for (DueCommand due : waiting) {
            CommandMetadata scheduled = metadata.scheduledFor(due.at());
            decision = decision.flatMap(soFar -> soFar.then(next -> Decider.decide(next, due.command(), scheduled)));
        }
        return decision;
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
        History.Terms then = terms();
        List<ContractEvent> events = replaced(command.kind(), change -> true);
        if (command.plan().equals(current) && command.plan().equals(then.plan())) {
            return events.isEmpty()
                    ? refuse(new Rejection.NothingToChange("plan", current.id().value()))
                    : accept(events);
        }
        Optional<SuspensionHold> blocking = then.blocker(command);
        if (blocking.isPresent()) {
            return refuse(new Rejection.BlockedByHold(blocking.get().reason(), command.kind()));
        }
        if (command.plan().technology() != current.technology()) {
            return refuse(new Rejection.OtherTechnology(
                    command.plan().id(), command.plan().technology(), current.technology()));
        }
        Optional<Rejection> foreign = AddOnRules.otherCurrency(contract.addOns(), command.plan());
        if (foreign.isPresent()) {
            return refuse(foreign.get());
        }
        events.addAll(
                replaced(CommandKind.AGREE_PRICE, price -> !isFor(command.plan().id(), price)));
        events.add(new ContractEvent.PlanChanged(then.plan(), command.plan()));
        command.termMonths().ifPresent(months -> events.add(new ContractEvent.TermAgreed(today(), endOfTerm(months))));
        return accept(events);
    }

    @Override
    public Either<Rejection, Decision> on(Command.Relocate command) {
        if (contract.line().isEmpty()) {
            return refuse(new Rejection.OutputUnknown(contract.id()));
        }
        Line previous = contract.line().get();
        if (command.ports().equals(previous.ports()) && command.address().equals(contract.address())) {
            return refuse(
                    new Rejection.NothingToChange("address", contract.address().text()));
        }
        Optional<Rejection> unqualified = command.override().isPresent()
                ? Optional.empty()
                : unqualified(Optional.of(command.assessment()), command.ports());
        return unqualified
                .map(this::refuse)
                .orElseGet(() -> accept(new ContractEvent.Relocated(
                        contract.address(),
                        command.address(),
                        previous,
                        new Line(command.ports(), previous.onu()),
                        command.assessment(),
                        command.override())));
    }

    @Override
    public Either<Rejection, Decision> on(Command.TransferOwnership command) {
        History.Terms then = terms();
        List<ContractEvent> events = replaced(command.kind(), change -> true);
        if (command.customer().equals(contract.customer()) && command.customer().equals(then.holder())) {
            return events.isEmpty()
                    ? refuse(new Rejection.NothingToChange(
                            "customer", command.customer().value()))
                    : accept(events);
        }
        Optional<SuspensionHold> blocking = then.blocker(command);
        if (blocking.isPresent()) {
            return refuse(new Rejection.BlockedByHold(blocking.get().reason(), command.kind()));
        }
        if (!command.keepsScheduled()) {
            contract.scheduled().stream()
                    .filter(change -> change.kind() != command.kind())
                    .map(change -> new ContractEvent.ChangeUnscheduled(change, Cause.TRANSFERRED))
                    .forEach(events::add);
        }
        events.add(new ContractEvent.OwnershipTransferred(
                then.holder(),
                command.customer(),
                command.radiusUser().orElseGet(() -> contract.radiusUser().orElseThrow()),
                command.override()));
        return accept(events);
    }

    /** A line that is being delivered is told to the output that is recorded; it is corrected before or afterwards. */
    @Override
    public Either<Rejection, Decision> on(Command.CorrectOutput command) {
        Optional<PortAssignment> recorded = contract.line().map(Line::ports);
        TargetState line = contract.provisioning().line();
        if (recorded.equals(Optional.of(command.ports()))) {
            return refuse(
                    new Rejection.NothingToChange("output", command.ports().toString()));
        }
        if (contract.movingTo().isPresent()) {
            return refuse(new Rejection.MovePending(contract.movingTo().get()));
        }
        return line.needsDelivery() || line.failure().isPresent()
                ? refuse(new Rejection.NotInSync(NetworkTarget.LINE))
                : accept(new ContractEvent.OutputCorrected(recorded, command.ports()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.PrepareMove command) {
        if (contract.line().isEmpty()) {
            return refuse(new Rejection.OutputUnknown(contract.id()));
        }
        PortAssignment present = contract.line().get().ports();
        Optional<PortAssignment> prepared = contract.movingTo();
        if (prepared.equals(Optional.of(command.to()))) {
            return refuse(new Rejection.NothingToChange("to", command.to().toString()));
        }
        if (prepared.isPresent()) {
            return refuse(new Rejection.MovePending(prepared.get()));
        }
        boolean isElsewhere =
                !present.ponPort().olt().equals(command.to().ponPort().olt());
        return isElsewhere && isSameOutput(present, command.to())
                ? accept(new ContractEvent.MovePrepared(command.to()))
                : refuse(new Rejection.InvalidValue(
                        "to",
                        command.to().toString(),
                        present.splitterOutput() + " on another OLT than "
                                + present.ponPort().olt()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.WithdrawMove command) {
        return contract.movingTo()
                .map(to -> accept(new ContractEvent.MoveWithdrawn(to)))
                .orElseGet(() -> refuse(new Rejection.NothingToChange("move", "none is prepared")));
    }

    @Override
    public Either<Rejection, Decision> on(Command.MovePorts command) {
        Optional<PortAssignment> present =
                contract.line().map(Line::ports).or(() -> contract.reservation().map(Reservation::ports));
        if (present.isEmpty()) {
            return refuse(
                    contract.status() == Status.DRAFT
                            ? new Rejection.NoReservation()
                            : new Rejection.OutputUnknown(contract.id()));
        }
        if (present.get().equals(command.to())) {
            return refuse(new Rejection.NothingToChange("to", command.to().toString()));
        }
        return isSameOutput(present.get(), command.to())
                ? accept(new ContractEvent.PortsMoved(present.get(), command.to()))
                : refuse(new Rejection.InvalidValue(
                        "to", command.to().toString(), present.get().splitterOutput() + " on any PON port"));
    }

    private static boolean isSameOutput(PortAssignment one, PortAssignment other) {
        return one.splitterOutput().equals(other.splitterOutput());
    }

    @Override
    public Either<Rejection, Decision> on(Command.WriteOffLines command) {
        List<Line> lines = contract.retiredLines().stream()
                .filter(line -> line.ports().ponPort().olt().equals(command.olt()))
                .toList();
        if (lines.isEmpty()) {
            return refuse(new Rejection.NothingToChange("olt", command.olt().value()));
        }
        List<ContractEvent> events = new ArrayList<>();
        events.add(new ContractEvent.LinesWrittenOff(lines, command.reason()));
        List<SplitterOutputId> released = outputsOnlyOf(lines);
        if (!released.isEmpty()) {
            events.add(new ContractEvent.PortsReleased(released));
        }
        return accept(events);
    }

    /** Outputs of retired lines that no other line of the contract is at. */
    private List<SplitterOutputId> outputsOnlyOf(List<Line> lines) {
        List<SplitterOutputId> kept = Stream.concat(
                        contract.line().stream(),
                        contract.retiredLines().stream().filter(line -> !lines.contains(line)))
                .map(line -> line.ports().splitterOutput())
                .toList();
        return lines.stream()
                .map(line -> line.ports().splitterOutput())
                .filter(output -> !kept.contains(output))
                .distinct()
                .toList();
    }

    @Override
    public Either<Rejection, Decision> on(Command.CorrectAddress command) {
        return command.address().equals(contract.address())
                ? refuse(new Rejection.NothingToChange(
                        "address", contract.address().text()))
                : accept(new ContractEvent.AddressCorrected(contract.address(), command.address()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.CorrectNumber command) {
        return command.number().equals(contract.number())
                ? refuse(new Rejection.NothingToChange(
                        "number", contract.number().value()))
                : accept(new ContractEvent.NumberCorrected(contract.number(), command.number()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.SwapOnu command) {
        if (contract.line().isEmpty()) {
            return refuse(new Rejection.OutputUnknown(contract.id()));
        }
        OnuSerial current = contract.line().get().onu();
        return command.onu().equals(current)
                ? refuse(new Rejection.NothingToChange("onu", current.value()))
                : accept(new ContractEvent.OnuSwapped(current, command.onu()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.RenameLogin command) {
        RadiusUser current = contract.radiusUser().orElseThrow();
        return command.radiusUser().equals(current)
                ? refuse(new Rejection.NothingToChange("radiusUser", current.value()))
                : accept(new ContractEvent.LoginRenamed(current, command.radiusUser()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ChangeAccessSettings command) {
        return command.settings().equals(contract.accessSettings())
                ? refuse(new Rejection.NothingToChange("accessSettings", "as wanted"))
                : accept(new ContractEvent.AccessSettingsChanged(contract.accessSettings(), command.settings()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.AddAddOn command) {
        ContractEvent.AddOnAdded added = new ContractEvent.AddOnAdded(
                command.addOn(), command.startsAt().orElse(metadata.effectiveAt()), command.endsAt());
        return AddOnRules.objection(contract, added, metadata).map(this::refuse).orElseGet(() -> accept(added));
    }

    @Override
    public Either<Rejection, Decision> on(Command.StartAddOn command) {
        return contract.addOn(command.addOn())
                .map(agreed -> agreed.started() || agreed.startsAt().isAfter(metadata.effectiveAt())
                        ? accept()
                        : accept(new ContractEvent.AddOnStarted(command.addOn())))
                .orElseGet(() -> refuse(new Rejection.NoSuchAddOn(command.addOn())));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ChangeAddOnEnd command) {
        return contract.addOn(command.addOn())
                .map(agreed -> changeEnd(agreed, command.endsAt()))
                .orElseGet(() -> refuse(new Rejection.NoSuchAddOn(command.addOn())));
    }

    private Either<Rejection, Decision> changeEnd(AgreedAddOn agreed, Optional<Instant> endsAt) {
        if (agreed.endsAt().equals(endsAt)) {
            return refuse(new Rejection.NothingToChange(
                    "endsAt", endsAt.map(Instant::toString).orElse("never")));
        }
        return endsAt.flatMap(end -> AddOnRules.unfitEnd(agreed.startsAt(), end, now()))
                .map(this::refuse)
                .orElseGet(() -> accept(new ContractEvent.AddOnEndChanged(agreed.id(), agreed.endsAt(), endsAt)));
    }

    /** Of what has begun nothing is taken back from before its beginning; what is yet to start is not to come. */
    @Override
    public Either<Rejection, Decision> on(Command.RemoveAddOn command) {
        Optional<AgreedAddOn> found = contract.addOn(command.addOn());
        if (found.isEmpty()) {
            return refuse(new Rejection.NoSuchAddOn(command.addOn()));
        }
        AgreedAddOn agreed = found.get();
        return agreed.started() && metadata.effectiveAt().isBefore(agreed.startsAt())
                ? refuse(new Rejection.EffectiveTimeOutOfRange(metadata.effectiveAt(), agreed.startsAt(), now()))
                : accept(new ContractEvent.AddOnRemoved(agreed.addOn()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ChangeBillingDay command) {
        return command.billingDay() == contract.billingDay()
                ? refuse(new Rejection.NothingToChange("billingDay", Integer.toString(command.billingDay())))
                : accept(new ContractEvent.BillingDayChanged(contract.billingDay(), command.billingDay()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.AgreeTerm command) {
        return accept(new ContractEvent.TermAgreed(today(), endOfTerm(command.months())));
    }

    /** A plan change ends the price that was agreed on for the plan of before, so that a price counts from there at the earliest. */
    @Override
    public Either<Rejection, Decision> on(Command.AgreePrice command) {
        History.Terms then = terms();
        Optional<Rejection> objection = unfitPrice(command, contract.plan())
                .or(() -> then.planSince()
                        .map(since -> new Rejection.EffectiveTimeOutOfRange(metadata.effectiveAt(), since, now())));
        if (objection.isPresent()) {
            return refuse(objection.get());
        }
        List<ContractEvent> events = replaced(command.kind(), price -> isFor(command.plan(), price));
        Money before = then.plan().price().amount();
        if (command.amount().equals(contract.plan().price().amount())
                && command.amount().equals(before)) {
            return events.isEmpty()
                    ? refuse(new Rejection.NothingToChange("price", before.toString()))
                    : accept(events);
        }
        events.add(new ContractEvent.PriceAgreed(command.plan(), before, command.amount()));
        return accept(events);
    }

    @Override
    public Either<Rejection, Decision> on(Command.GrantDiscount command) {
        Discount discount = command.discount();
        return unfitReduction(discount.reduction())
                .or(() -> contract.discounts().stream()
                        .filter(present -> present.code().equals(discount.code()) && present.overlaps(discount))
                        .findFirst()
                        .map(Rejection.DiscountOverlaps::new))
                .or(() -> contract.discounts().size() < Discount.MAX_OF_A_CONTRACT
                        ? Optional.empty()
                        : Optional.of(new Rejection.InvalidValue(
                                "discounts",
                                contract.discounts().size() + 1 + " discounts",
                                "at most " + Discount.MAX_OF_A_CONTRACT)))
                .map(this::refuse)
                .orElseGet(() -> accept(new ContractEvent.DiscountGranted(discount)));
    }

    private Optional<Rejection> unfitReduction(Discount.Reduction reduction) {
        if (!(reduction instanceof Discount.AmountOff off)) {
            return Optional.empty();
        }
        PlanSnapshot.Price price = contract.plan().price();
        if (!off.amount().currency().equals(price.amount().currency())) {
            return Optional.of(
                    new Rejection.OtherCurrency(off.amount(), price.amount().currency()));
        }
        if (off.cycle() != price.cycle()) {
            return Optional.of(new Rejection.InvalidValue(
                    "cycle", off.cycle().name(), price.cycle() + ", for which the price is"));
        }
        return off.amount().amount().compareTo(price.amount().amount()) > 0
                ? Optional.of(new Rejection.DiscountAbovePrice(off.amount(), price.amount()))
                : Optional.empty();
    }

    @Override
    public Either<Rejection, Decision> on(Command.EndDiscount command) {
        return contract.discounts().stream()
                        .anyMatch(discount -> discount.code().equals(command.code())
                                && discount.to()
                                        .filter(end -> !end.isAfter(command.from()))
                                        .isEmpty())
                ? accept(new ContractEvent.DiscountEnded(command.code(), command.from()))
                : refuse(new Rejection.NoSuchDiscount(command.code(), command.from()));
    }

    private static Optional<Rejection> unfitPrice(Command.AgreePrice command, PlanSnapshot plan) {
        if (!command.plan().equals(plan.id())) {
            return Optional.of(new Rejection.OtherPlan(command.plan(), plan.id()));
        }
        Currency currency = plan.price().amount().currency();
        return command.amount().currency().equals(currency)
                ? Optional.empty()
                : Optional.of(new Rejection.OtherCurrency(command.amount(), currency));
    }

    private static boolean isFor(PlanId plan, ScheduledChange waiting) {
        return waiting.command() instanceof Command.AgreePrice price
                && price.plan().equals(plan);
    }

    @Override
    public Either<Rejection, Decision> on(Command.Schedule command) {
        ScheduledChange change = command.change();
        Optional<Rejection> objection = misplaced(change)
                .or(() -> untimely(change))
                .or(() -> otherSuspension(change))
                .or(() -> unfitPrice(change));
        if (objection.isPresent()) {
            return refuse(objection.get());
        }
        Optional<ScheduledChange> waiting = contract.scheduled(change.kind());
        List<ContractEvent> events = replaced(change.kind(), earlier -> true);
        Optional<Rejection> futile = nothingToChange(change);
        if (futile.isPresent()) {
            return events.isEmpty() ? refuse(futile.get()) : accept(events);
        }
        if (waiting.equals(Optional.of(change))) {
            return refuse(new Rejection.NothingToChange("scheduled", change.kind() + " at " + change.at()));
        }
        events.add(new ContractEvent.ChangeScheduled(change));
        return accept(events);
    }

    /** A draft waits for its activation only, on the output that it has reserved. */
    private Optional<Rejection> misplaced(ScheduledChange change) {
        boolean isActivation = change.command() instanceof Command.ActivateReserved;
        if (contract.status() != Status.DRAFT) {
            return isActivation ? contract.objectionTo(change.kind()) : Optional.empty();
        }
        if (!isActivation) {
            return Optional.of(new Rejection.IllegalTransition(Status.DRAFT, CommandKind.SCHEDULE));
        }
        return liveReservation().isPresent() ? Optional.empty() : Optional.of(new Rejection.NoReservation());
    }

    private Optional<Rejection> untimely(ScheduledChange change) {
        if (!change.at().isAfter(now())) {
            return Optional.of(new Rejection.InvalidValue("at", change.at().toString(), "after " + now()));
        }
        Optional<Rejection> afterTheEnd = contract.scheduled(CommandKind.CANCEL)
                .filter(end ->
                        change.kind() != CommandKind.CANCEL && !change.at().isBefore(end.at()))
                .map(end -> new Rejection.AfterCancellation(end, change.at()));
        return TimeRange.objection("at", change.at())
                .or(() -> afterTheEnd)
                .or(() -> change.command() instanceof Command.Suspend suspend
                        ? unfitEnd(suspend, change.at())
                        : Optional.empty());
    }

    /** A pause in summer is no answer to a court's order in spring. */
    private Optional<Rejection> otherSuspension(ScheduledChange change) {
        return contract.scheduled(CommandKind.SUSPEND)
                .filter(waiting -> change.command() instanceof Command.Suspend suspend
                        && !isForReason(suspend.policy().reason(), waiting))
                .map(Rejection.AlreadyScheduled::new);
    }

    private Optional<Rejection> unfitPrice(ScheduledChange change) {
        return change.command() instanceof Command.AgreePrice price
                ? unfitPrice(price, contract.planBy(change.at()))
                : Optional.empty();
    }

    private Optional<Rejection> nothingToChange(ScheduledChange scheduled) {
        Command.Schedulable command = scheduled.command();
        if (command instanceof Command.AgreePrice price
                && price.amount().equals(contract.planBy(scheduled.at()).price().amount())) {
            return Optional.of(
                    new Rejection.NothingToChange("price", price.amount().toString()));
        }
        if (command instanceof Command.ChangePlan change && change.plan().equals(contract.plan())) {
            return Optional.of(
                    new Rejection.NothingToChange("plan", change.plan().id().value()));
        }
        return command instanceof Command.TransferOwnership transfer
                        && transfer.customer().equals(contract.customer())
                ? Optional.of(new Rejection.NothingToChange(
                        "customer", transfer.customer().value()))
                : Optional.empty();
    }

    @Override
    public Either<Rejection, Decision> on(Command.UndoScheduled command) {
        return contract.scheduled(command.change())
                .map(change -> accept(new ContractEvent.ChangeUnscheduled(change, Cause.WITHDRAWN)))
                .orElseGet(() -> refuse(new Rejection.NothingScheduled(command.change())));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ApplyScheduled command) {
        Optional<ScheduledChange> waiting = contract.scheduled(command.change());
        if (waiting.isEmpty()) {
            return refuse(new Rejection.NothingScheduled(command.change()));
        }
        ScheduledChange change = waiting.get();
        if (!change.isDue(now()) || contract.blockedBy(change.command()).isPresent()) {
            return accept();
        }
        Command carriedOut = change.command() instanceof Command.Cancel cancel
                ? new Command.Cancel(cancel.reason(), command.debt())
                : change.command();
        Either<Rejection, Decision> applied = command.objection()
                .map(this::refuse)
                .orElseGet(() -> accept(new ContractEvent.ChangeApplied(change))
                        .flatMap(decision -> decision.then(next -> carryOut(next, carriedOut))));
        return applied.isRight()
                ? applied
                : accept(new ContractEvent.ChangeRejected(
                        change, applied.getLeft().code(), applied.getLeft().message()));
    }

    private Either<Rejection, Decision> carryOut(Contract next, Command command) {
        return command.match(new CommandHandler(next, metadata, History.unknown(), Order.SCHEDULED));
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
        List<ContractEvent> events = new ArrayList<>();
        contract.scheduled().forEach(change -> events.add(new ContractEvent.ChangeUnscheduled(change, Cause.ENDED)));
        events.add(new ContractEvent.ContractCancelled(
                command.reason(),
                contract.status() == Status.DRAFT,
                TermDays.remaining(contract, metadata),
                TermDays.addedByEnding(contract, metadata),
                command.debt()));
        return accept(events);
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
        List<SplitterOutputId> released =
                command.target() == NetworkTarget.LINE ? outputsOnlyOf(contract.retiredLines()) : List.of();
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
        boolean wasThere = state.unverified()
                || (state.confirmedVersion() > 0 && state.confirmedVersion() == state.desiredVersion());
        if (!wasThere || state.failure().isPresent()) {
            return refuse(new Rejection.NotInSync(command.target()));
        }
        return state.drift().equals(Optional.of(command.drift()))
                ? accept()
                : accept(new ContractEvent.DriftDetected(command.target(), command.drift()));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ChangeAttributes command) {
        List<Attribute> set = command.set().stream()
                .filter(attribute -> !contract.attribute(attribute.key()).equals(Optional.of(attribute.text())))
                .toList();
        List<AttributeKey> removed = command.removed().stream()
                .filter(key -> contract.attribute(key).isPresent())
                .sorted()
                .toList();
        if (set.isEmpty() && removed.isEmpty()) {
            return refuse(new Rejection.NothingToChange("attributes", "as wanted"));
        }
        long count = contract.attributes().size()
                - removed.size()
                + set.stream()
                        .filter(attribute -> contract.attribute(attribute.key()).isEmpty())
                        .count();
        return count > Attribute.MAX_OF_A_CONTRACT
                ? refuse(new Rejection.InvalidValue(
                        "attributes", count + " attributes", "at most " + Attribute.MAX_OF_A_CONTRACT))
                : accept(new ContractEvent.AttributesChanged(set, removed));
    }

    @Override
    public Either<Rejection, Decision> on(Command.ErasePersonalData command) {
        if (!contract.heldUsers().isEmpty()) {
            return refuse(new Rejection.LoginNotRemoved(
                    contract.id(), contract.heldUsers().iterator().next()));
        }
        Either<Rejection, Decision> erased = accept(new ContractEvent.PersonalDataErased(
                command.personal().stream().sorted().toList()));
        boolean isNew = contract.erasedAt().isEmpty() || command.force();
        return isNew || erased.exists(decision -> hasOther(decision.contract()))
                ? erased
                : refuse(new Rejection.NothingToChange("personalData", "erased"));
    }

    private boolean hasOther(Contract erased) {
        return !erased.attributes().equals(contract.attributes())
                || !erased.provisioning().equals(contract.provisioning());
    }

    private History.Terms terms() {
        boolean now = metadata.effectiveAt().equals(metadata.recordedAt()) || order == Order.SCHEDULED;
        return now ? History.Terms.of(contract) : history.at(metadata.effectiveAt(), contract);
    }

    /** What waits and a new order of its kind answers for. */
    private List<ContractEvent> replaced(CommandKind kind, Predicate<ScheduledChange> answered) {
        List<ContractEvent> events = new ArrayList<>();
        contract.scheduled(kind)
                .filter(answered)
                .ifPresent(change -> events.add(new ContractEvent.ChangeUnscheduled(change, Cause.REPLACED)));
        return events;
    }

    private static boolean isForReason(SuspensionReason reason, ScheduledChange waiting) {
        return waiting.command() instanceof Command.Suspend suspend
                && suspend.policy().reason().code().equals(reason.code());
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
        return endOfTerm(contract.snapshot()
                .term()
                .agreedMonths()
                .orElseGet(() -> contract.plan().minimumTermMonths()));
    }

    private Optional<LocalDate> endOfTerm(int months) {
        return months == 0 ? Optional.empty() : Optional.of(today().plusMonths(months));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(metadata.effectiveAt(), metadata.zone());
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
