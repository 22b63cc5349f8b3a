package io.silverdata.contract.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is to be done to a contract. Everything it needs to know beyond the contract itself comes with it.
 *
 * <p>A host does not build commands: {@code Contracts} does, from what the host asks for, what its ports answer and what time
 * or the network brings about. A host meets those that wait, in {@link ScheduledChange}.
 */
public sealed interface Command {

    /** What kind of command it is. */
    CommandKind kind();

    /** Calls the one case that fits; a new kind of command breaks callers at compile time. */
    <R> R match(Cases<R> cases);

    /** A command that can be put off to a time. */
    sealed interface Schedulable extends Command
            permits ActivateReserved, Suspend, ChangePlan, AgreePrice, TransferOwnership, Cancel {}

    /**
     * One case for each kind of command.
     *
     * @param <R> what a case returns
     */
    interface Cases<R> {
        R on(Assess command);

        R on(Reserve command);

        R on(RenewReservation command);

        R on(ReleaseReservation command);

        R on(ExpireReservation command);

        R on(Activate command);

        R on(ActivateReserved command);

        R on(Suspend command);

        R on(ChangeEnforcement command);

        R on(LiftHold command);

        R on(ChangePlan command);

        R on(Relocate command);

        R on(TransferOwnership command);

        R on(CorrectOutput command);

        R on(CorrectAddress command);

        R on(CorrectNumber command);

        R on(SwapOnu command);

        R on(PrepareMove command);

        R on(WithdrawMove command);

        R on(MovePorts command);

        R on(RenameLogin command);

        R on(ChangeAccessSettings command);

        R on(AddAddOn command);

        R on(StartAddOn command);

        R on(ChangeAddOnEnd command);

        R on(RemoveAddOn command);

        R on(ChangeBillingDay command);

        R on(AgreeTerm command);

        R on(AgreePrice command);

        R on(GrantDiscount command);

        R on(EndDiscount command);

        R on(Schedule command);

        R on(UndoScheduled command);

        R on(ApplyScheduled command);

        R on(TakeDunningStep command);

        R on(CloseDunning command);

        R on(ChangeAttributes command);

        R on(Cancel command);

        R on(ErasePersonalData command);

        R on(ConfirmProvisioning command);

        R on(FailProvisioning command);

        R on(RetryProvisioning command);

        R on(ReportDrift command);

        R on(WriteOffLines command);
    }

    /**
     * Records whether the address can be served.
     *
     * @param assessment computed by the assessor for this contract's address and plan
     */
    record Assess(Assessment assessment) implements Command {
        public Assess {
            Objects.requireNonNull(assessment, "assessment");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.ASSESS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Sets ports aside for a draft.
     *
     * @param ports which
     * @param until when the right to them ends, after now
     * @param override why they are reserved without a qualified assessment; 1 to 256 characters
     */
    record Reserve(PortAssignment ports, Instant until, Optional<String> override) implements Command {
        public Reserve {
            Objects.requireNonNull(ports, "ports");
            Objects.requireNonNull(until, "until");
            override.ifPresent(Rule.OVERRIDE::check);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.RESERVE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Makes a reservation last longer.
     *
     * @param until its new end, after the present one
     * @param maxRenewals how often a reservation may be renewed
     */
    record RenewReservation(Instant until, int maxRenewals) implements Command {
        public RenewReservation {
            Objects.requireNonNull(until, "until");
            Rule.range("maxRenewals", maxRenewals, 0, Integer.MAX_VALUE);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.RENEW_RESERVATION;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Gives a reservation up.
     */
    record ReleaseReservation() implements Command {
        @Override
        public CommandKind kind() {
            return CommandKind.RELEASE_RESERVATION;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Ends a reservation whose time is over.
     */
    record ExpireReservation() implements Command {
        @Override
        public CommandKind kind() {
            return CommandKind.EXPIRE_RESERVATION;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Brings the contract alive.
     *
     * @param ports the reserved ones, or others that were qualified
     * @param onu must not be in use elsewhere
     * @param radiusUser must not be in use elsewhere
     */
    record Activate(PortAssignment ports, OnuSerial onu, RadiusUser radiusUser) implements Command {
        public Activate {
            Objects.requireNonNull(ports, "ports");
            Objects.requireNonNull(onu, "onu");
            Objects.requireNonNull(radiusUser, "radiusUser");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.ACTIVATE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Activates a draft on the output that is reserved for it.
     *
     * @param onu what will be installed
     * @param radiusUser the login
     */
    record ActivateReserved(OnuSerial onu, RadiusUser radiusUser) implements Schedulable {
        public ActivateReserved {
            Objects.requireNonNull(onu, "onu");
            Objects.requireNonNull(radiusUser, "radiusUser");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.ACTIVATE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Puts a hold on the service.
     *
     * @param policy of the reason
     * @param enforcement what the network does
     * @param until when the hold ends by itself, after now
     */
    record Suspend(SuspensionPolicy policy, Enforcement enforcement, Optional<Instant> until) implements Schedulable {
        public Suspend {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(enforcement, "enforcement");
            Objects.requireNonNull(until, "until");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.SUSPEND;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Makes a hold stricter or milder.
     *
     * @param reason of the hold
     * @param enforcement from now on
     */
    record ChangeEnforcement(SuspensionReason reason, Enforcement enforcement) implements Command {
        public ChangeEnforcement {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(enforcement, "enforcement");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CHANGE_ENFORCEMENT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Takes a hold off the service; the trigger must be one that may.
     *
     * @param reason of the hold
     */
    record LiftHold(SuspensionReason reason) implements Command {
        public LiftHold {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.LIFT_HOLD;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Changes the plan. Never lifts a hold.
     *
     * @param plan from now on
     * @param termMonths a minimum term that begins with the plan, 0 (none) to 120 months; the present one stays if empty
     */
    record ChangePlan(PlanSnapshot plan, Optional<Integer> termMonths) implements Schedulable {
        public ChangePlan {
            Objects.requireNonNull(plan, "plan");
            termMonths.ifPresent(PlanSnapshot::checkMinimumTerm);
        }

        /** A change that leaves the minimum term as it is. */
        public ChangePlan(PlanSnapshot plan) {
            this(plan, Optional.empty());
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CHANGE_PLAN;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Moves the service to another address.
     *
     * @param address from now on
     * @param ports there
     * @param assessment of that address
     * @param override why the ports are taken in spite of the assessment; 1 to 256 characters
     */
    record Relocate(ServiceAddress address, PortAssignment ports, Assessment assessment, Optional<String> override)
            implements Command {
        public Relocate {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(ports, "ports");
            Objects.requireNonNull(assessment, "assessment");
            override.ifPresent(Rule.OVERRIDE::check);
        }

        /** A move to ports that the assessment qualified. */
        public Relocate(ServiceAddress address, PortAssignment ports, Assessment assessment) {
            this(address, ports, assessment, Optional.empty());
        }

        @Override
        public CommandKind kind() {
            return CommandKind.RELOCATE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Passes the contract to another holder.
     *
     * @param customer from now on
     * @param radiusUser a new login, if it changes too
     * @param override why it passes in spite of a hold that blocks it; 1 to 256 characters
     * @param keepsScheduled whether what the present holder scheduled stays scheduled
     */
    record TransferOwnership(
            CustomerId customer, Optional<RadiusUser> radiusUser, Optional<String> override, boolean keepsScheduled)
            implements Schedulable {
        /** A transfer that drops what the present holder scheduled. */
        public TransferOwnership(CustomerId customer, Optional<RadiusUser> radiusUser, Optional<String> override) {
            this(customer, radiusUser, override, false);
        }

        public TransferOwnership {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(radiusUser, "radiusUser");
            override.ifPresent(Rule.OVERRIDE::check);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.TRANSFER_OWNERSHIP;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Records at which output the drop really is. Nothing is built, moved or removed.
     *
     * @param ports where it is
     */
    record CorrectOutput(PortAssignment ports) implements Command {
        public CorrectOutput {
            Objects.requireNonNull(ports, "ports");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CORRECT_OUTPUT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Corrects the address under which the service is recorded. Nothing is built or moved.
     *
     * @param address text and position as they should have been
     */
    record CorrectAddress(ServiceAddress address) implements Command {
        public CorrectAddress {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CORRECT_ADDRESS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Corrects the number that people use.
     *
     * @param number from now on; must not be in use elsewhere
     */
    record CorrectNumber(ContractNumber number) implements Command {
        public CorrectNumber {
            Objects.requireNonNull(number, "number");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CORRECT_NUMBER;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Tells the OLT to which the line is to move of its ONU, before the splitter is spliced there. The line stays where it is.
     *
     * @param to the same output on a PON port of another OLT
     */
    record PrepareMove(PortAssignment to) implements Command {
        public PrepareMove {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.PREPARE_MOVE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** Takes a prepared move back: the other OLT is to forget the ONU. */
    record WithdrawMove() implements Command {
        @Override
        public CommandKind kind() {
            return CommandKind.WITHDRAW_MOVE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Moves the line, or the reservation, with its splitter to another PON port. Prepared or not.
     *
     * @param to the same output on the other PON port
     */
    record MovePorts(PortAssignment to) implements Command {
        public MovePorts {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.MOVE_PORTS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Gives up the removal of lines from an OLT that never comes back.
     *
     * @param olt which
     * @param reason in words, 1 to 256 characters
     */
    record WriteOffLines(OltId olt, String reason) implements Command {
        public WriteOffLines {
            Objects.requireNonNull(olt, "olt");
            Rule.REASON.check(reason);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.WRITE_OFF_LINES;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Replaces the ONU.
     *
     * @param onu from now on; must not be in use elsewhere
     */
    record SwapOnu(OnuSerial onu) implements Command {
        public SwapOnu {
            Objects.requireNonNull(onu, "onu");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.SWAP_ONU;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Gives the same holder another login.
     *
     * @param radiusUser the login from now on
     */
    record RenameLogin(RadiusUser radiusUser) implements Command {
        public RenameLogin {
            Objects.requireNonNull(radiusUser, "radiusUser");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.RENAME_LOGIN;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Changes what RADIUS tells of the subscriber beside the plan.
     *
     * @param settings from now on, in place of the present ones
     */
    record ChangeAccessSettings(AccessSettings settings) implements Command {
        public ChangeAccessSettings {
            Objects.requireNonNull(settings, "settings");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CHANGE_ACCESS_SETTINGS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Gives the contract an add-on.
     *
     * @param addOn as it is agreed
     * @param startsAt from when on; not before the command takes effect, from when on it starts if empty
     * @param endsAt when it ends by itself, after its start and after now; never if empty
     */
    record AddAddOn(AddOn addOn, Optional<Instant> startsAt, Optional<Instant> endsAt) implements Command {
        public AddAddOn {
            Objects.requireNonNull(addOn, "addOn");
            Objects.requireNonNull(startsAt, "startsAt");
            Objects.requireNonNull(endsAt, "endsAt");
        }

        /** From now on, without an end. */
        public AddAddOn(AddOn addOn) {
            this(addOn, Optional.empty(), Optional.empty());
        }

        @Override
        public CommandKind kind() {
            return CommandKind.ADD_ADD_ON;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Begins an add-on whose time has come; before its time it changes nothing.
     *
     * @param addOn that the contract has
     */
    record StartAddOn(AddOnId addOn) implements Command {
        public StartAddOn {
            Objects.requireNonNull(addOn, "addOn");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.START_ADD_ON;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Changes when an add-on ends by itself.
     *
     * @param addOn that the contract has
     * @param endsAt after its start and after now; never if empty
     */
    record ChangeAddOnEnd(AddOnId addOn, Optional<Instant> endsAt) implements Command {
        public ChangeAddOnEnd {
            Objects.requireNonNull(addOn, "addOn");
            Objects.requireNonNull(endsAt, "endsAt");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CHANGE_ADD_ON_END;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Takes an add-on away: given by somebody, or when its time is over.
     *
     * @param addOn that the contract has
     */
    record RemoveAddOn(AddOnId addOn) implements Command {
        public RemoveAddOn {
            Objects.requireNonNull(addOn, "addOn");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.REMOVE_ADD_ON;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Changes the day on which billing periods begin.
     *
     * @param billingDay day of the month, 1 to 31; the last day in shorter months
     */
    record ChangeBillingDay(int billingDay) implements Command {
        public ChangeBillingDay {
            BillingAnchor.checkBillingDay(billingDay);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CHANGE_BILLING_DAY;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Agrees on a new minimum term, in place of what is left of the present one.
     *
     * @param months 0 (none) to 120, from the day on which the command takes effect
     */
    record AgreeTerm(int months) implements Command {
        public AgreeTerm {
            PlanSnapshot.checkMinimumTerm(months);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.AGREE_TERM;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Agrees on another price for the plan. Cycle, speed and term stay.
     *
     * @param plan for which plan; refused if the contract has another one by then
     * @param amount of one cycle, in the currency of the present price
     */
    record AgreePrice(PlanId plan, Money amount) implements Schedulable {
        public AgreePrice {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(amount, "amount");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.AGREE_PRICE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Grants a discount. Its days say when it counts, whenever it is granted.
     *
     * @param discount with its days, which may lie in the past
     */
    record GrantDiscount(Discount discount) implements Command {
        public GrantDiscount {
            Objects.requireNonNull(discount, "discount");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.GRANT_DISCOUNT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Ends the discounts of a code: they take nothing off any more from a day on.
     *
     * @param code which
     * @param from the first day without them
     */
    record EndDiscount(DiscountCode code, LocalDate from) implements Command {
        public EndDiscount {
            Objects.requireNonNull(code, "code");
            Discount.checkDay("from", from);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.END_DISCOUNT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Puts a command off to a time.
     *
     * @param change what and when, after now
     */
    record Schedule(ScheduledChange change) implements Command {
        public Schedule {
            Objects.requireNonNull(change, "change");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.SCHEDULE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Withdraws a command that waits.
     *
     * @param change its kind
     */
    record UndoScheduled(CommandKind change) implements Command {
        public UndoScheduled {
            Objects.requireNonNull(change, "change");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.UNDO_SCHEDULED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Carries out a scheduled change that is due, or refuses it for good.
     *
     * @param change its kind
     * @param debt what the holder owes by now, if the host knows; recorded by a cancellation
     * @param objection what else than the contract forbids it: the plant, another contract, the host
     */
    record ApplyScheduled(CommandKind change, Optional<Money> debt, Optional<Rejection> objection) implements Command {
        public ApplyScheduled {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(debt, "debt");
            Objects.requireNonNull(objection, "objection");
        }

        /** A change for which it does not matter what is owed. */
        public ApplyScheduled(CommandKind change) {
            this(change, Optional.empty(), Optional.empty());
        }

        /** The same, with what the holder owes. */
        public ApplyScheduled owing(Optional<Money> owed) {
            return new ApplyScheduled(change, owed, objection);
        }

        /** The same, with what forbids it. */
        public ApplyScheduled objected(Optional<Rejection> why) {
            return new ApplyScheduled(change, debt, why);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.APPLY_SCHEDULED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Records that a step of the collection of debt is taken. Each step is taken once for one debt, and none after a later
     * one.
     *
     * @param mark the step, with the dates as they are now
     */
    record TakeDunningStep(DunningMark mark) implements Command {
        public TakeDunningStep {
            Objects.requireNonNull(mark, "mark");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.TAKE_DUNNING_STEP;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Forgets the steps that were taken for a debt, because it is paid. Lifts no hold.
     */
    record CloseDunning() implements Command {
        @Override
        public CommandKind kind() {
            return CommandKind.CLOSE_DUNNING;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Sets and removes attributes of the host's.
     *
     * @param set each under a key of its own
     * @param removed none of which is set
     */
    record ChangeAttributes(List<Attribute> set, Set<AttributeKey> removed) implements Command {
        public ChangeAttributes {
            set = List.copyOf(set);
            removed = Set.copyOf(removed);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CHANGE_ATTRIBUTES;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Ends the contract for good. Neither debt nor a minimum term stops it; both are recorded.
     *
     * @param reason why
     * @param debt what the holder owes, if the host knows
     */
    record Cancel(CancellationReason reason, Optional<Money> debt) implements Schedulable {
        public Cancel {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(debt, "debt");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CANCEL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Erases what an ended contract says about a person. A storage that keeps the contract erases its events, too.
     *
     * @param personal keys of the attributes that are about a person
     * @param force whether it is erased once more although it was before, because there is something new to erase beside the contract
     */
    record ErasePersonalData(Set<AttributeKey> personal, boolean force) implements Command {
        public ErasePersonalData {
            personal = Set.copyOf(personal);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.ERASE_PERSONAL_DATA;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Records that a target does what the contract says.
     *
     * @param target which
     * @param desiredVersion the version that was delivered
     */
    record ConfirmProvisioning(NetworkTarget target, long desiredVersion) implements Command {
        public ConfirmProvisioning {
            Objects.requireNonNull(target, "target");
            Rule.range("desiredVersion", desiredVersion, 1, Long.MAX_VALUE);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.CONFIRM_PROVISIONING;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Records that provisioning of a target failed.
     *
     * @param target which
     * @param desiredVersion the version that was to be delivered
     * @param failure why
     */
    record FailProvisioning(NetworkTarget target, long desiredVersion, ProvisioningFailure failure) implements Command {
        public FailProvisioning {
            Objects.requireNonNull(target, "target");
            Rule.range("desiredVersion", desiredVersion, 1, Long.MAX_VALUE);
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.FAIL_PROVISIONING;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Retries provisioning that failed.
     */
    record RetryProvisioning() implements Command {
        @Override
        public CommandKind kind() {
            return CommandKind.RETRY_PROVISIONING;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Records that a target was found to differ.
     *
     * @param target which
     * @param drift how it differs
     */
    record ReportDrift(NetworkTarget target, Drift drift) implements Command {
        public ReportDrift {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(drift, "drift");
        }

        @Override
        public CommandKind kind() {
            return CommandKind.REPORT_DRIFT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
