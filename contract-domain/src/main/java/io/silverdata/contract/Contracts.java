package io.silverdata.contract;

import io.silverdata.contract.coexistence.ContractCoexistence;
import io.silverdata.contract.command.AddOnOrder;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.AttributeChange;
import io.silverdata.contract.command.CancellationTiming;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.internal.command.CommandRequest;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.internal.command.SiteAssessor;
import io.silverdata.contract.internal.command.UseCases;
import io.silverdata.contract.internal.runs.DriftReport;
import io.silverdata.contract.internal.runs.GroupedAdoption;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.move.PlantMoves;
import io.silverdata.contract.note.ContractNotes;
import io.silverdata.contract.plant.PlantInventory;
import io.silverdata.contract.query.ContractCounts;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.runs.ContractRuns;
import io.silverdata.contract.spi.HeldPrefix;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.ContractWorker;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The commands on one contract, and the look-ups. This is where a host begins: {@link #builder()}, then one method for each
 * command. {@link #worker()} is for the host's scheduler, {@link #runs()} for runs over many contracts, {@link #plant()} for screens of the
 * plant.
 *
 * <p>A command commits at once, all or nothing, in one unit of work, or is refused with a {@link Rejection} and leaves no
 * trace. Inside a transaction that the storage joins, the host commits. The network follows afterwards, when the worker
 * delivers. The core has a thread only while {@code deliverPending} runs, to renew leases.
 *
 * <p>Every command on a contract can be refused with these, whatever else its method names:
 *
 * <ul>
 *   <li>{@link Rejection.ContractNotFound}: check the identity
 *   <li>{@link Rejection.StaleVersion}, if the context expects a version: read the contract again and decide anew
 *   <li>{@link Rejection.IdempotencyKeyReused}, if the context has a key: this key was given to another command; use a new one
 *   <li>{@link Rejection.ContractEnded} or {@link Rejection.IllegalTransition}: the status does not fit; show it to the user
 *   <li>{@link Rejection.EffectiveTimeOutOfRange}, if the context is backdated: correct the time
 * </ul>
 *
 * <p>A command that was accepted under an idempotency key answers the same command under the same key with its first result,
 * before anything else is looked up. The same command means the same method with equal arguments.
 *
 * <p>Every method throws {@link NullPointerException} for a missing argument, {@link
 * io.silverdata.contract.spi.StorageException} if the storage fails, and {@link
 * io.silverdata.contract.spi.ConflictException} if other units of work were faster as often as the builder's {@code
 * conflictAttempts} allows, or once inside a transaction of the host, which has to roll back and repeat it, and {@link
 * io.silverdata.contract.spi.ClockAheadException} on a host whose clock is wrong. Instances are
 * immutable, and thread-safe if the ports are.
 */
public final class Contracts {
    private final Storage storage;
    private final Transactions transactions;
    private final CommandRunner commands;
    private final UseCases useCases;
    private final GroupedAdoption adopting;
    private final SiteAssessor site;
    private final Supplier<Instant> now;
    private final ContractWorker worker;
    private final ContractRuns runs;
    private final PlantInventory plant;
    private final ContractNotes notes;
    private final ContractCoexistence coexistence;
    private final PlantMoves moves;

    Contracts(
            Storage storage,
            Transactions transactions,
            CommandRunner commands,
            UseCases useCases,
            GroupedAdoption adopting,
            SiteAssessor site,
            Supplier<Instant> now,
            ContractWorker worker,
            ContractRuns runs,
            PlantInventory plant,
            ContractNotes notes,
            ContractCoexistence coexistence,
            PlantMoves moves) {
        this.storage = storage;
        this.transactions = transactions;
        this.commands = commands;
        this.useCases = useCases;
        this.adopting = adopting;
        this.site = site;
        this.now = now;
        this.worker = worker;
        this.runs = runs;
        this.plant = plant;
        this.notes = notes;
        this.coexistence = coexistence;
        this.moves = moves;
    }

    /** Begins the wiring; see {@link ContractsBuilder} for what is required and what the defaults are. */
    public static ContractsBuilder builder() {
        return new ContractsBuilder();
    }

    /** What the host's scheduler drives: deliveries, scheduled changes, health. */
    public ContractWorker worker() {
        return worker;
    }

    /** Runs over many contracts: bulk commands, audits, the collection of debt. */
    public ContractRuns runs() {
        return runs;
    }

    /** The plant as an operator looks at it: OLTs, PON ports, splitters and outputs with who has them. */
    public PlantInventory plant() {
        return plant;
    }

    /** Plant moves: splitters that are spliced to other PON ports with the contracts that have outputs of them. */
    public PlantMoves moves() {
        return moves;
    }

    /** What people write about contracts. */
    public ContractNotes notes() {
        return notes;
    }

    /** Running beside another system: what is written to, and what is only observed. */
    public ContractCoexistence coexistence() {
        return coexistence;
    }

    /**
     * Whether an address could be served with a plan, before there is any contract. Writes nothing.
     *
     * @return the assessment; or {@link Rejection.UnknownPlan} (offer a plan of the catalogue)
     */
    public Either<Rejection, Assessment> check(ServiceAddress address, PlanId plan) {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(plan, "plan");
        return useCases.host().plan(plan).map(found -> transactions.call(() -> site.assess(address, found, now.get())));
    }

    /**
     * Drafts a contract.
     *
     * @return the draft; or {@link Rejection.UnknownCustomer} or {@link Rejection.UnknownPlan} (create it in the host first),
     *     {@link Rejection.ContractNumberInUse} (choose another number), {@link Rejection.PredecessorNotEnded} (cancel it first,
     *     or draft without a predecessor)
     */
    public Either<Rejection, CommandResult> draft(NewContract terms, CommandContext context) {
        Objects.requireNonNull(terms, "terms");
        return commands.open(
                CommandRequest.opening("draft", context, terms),
                situation -> useCases.draft().draft(terms, situation));
    }

    /**
     * From nothing to active in one unit of work: drafts, assesses, reserves the best output and activates. Refused as a
     * whole if any step is.
     *
     * @return the active contract; or what {@link #draft} and {@link #activate} answer, {@link Rejection.NotQualified} (the
     *     address cannot be served), {@link Rejection.NoPortAvailable} (every qualified output is taken; the rejection names
     *     alternatives)
     */
    public Either<Rejection, CommandResult> signUp(SignUp request, CommandContext context) {
        Objects.requireNonNull(request, "request");
        return commands.open(
                CommandRequest.opening("signUp", context, request),
                situation -> useCases.signUp().signUp(request, situation));
    }

    /**
     * Adopts a live contract as it lives in another system: it is active or suspended here from now on, with its price, dates, holds and number.
     * No device is told anything, no password is drawn, nothing waits to be delivered: the network is {@link
     * io.silverdata.contract.model.ProvisioningState.Summary#UNVERIFIED} until an audit has compared it. The next command that changes what
     * the network should do is delivered as always. Figures and bills begin here; {@code docs/moving-in.md} explains both.
     *
     * <p>The idempotency key of the context should be the key that the contract has in the other system: the same adoption again answers with
     * the first result. Backdated, it counts from a time in the past, and no date of the adoption may be after that.
     *
     * @return the live contract; or {@link Rejection.UnknownCustomer} or {@link Rejection.UnknownPlan} (create it in the host first), {@link
     *     Rejection.ContractNumberInUse}, {@link Rejection.OnuSerialInUse}, {@link Rejection.RadiusUserInUse} or {@link Rejection.NetworkInUse} (it is
     *     adopted already, or the other system has it twice), {@link Rejection.AttributeNotAllowed} (allow it, or leave it out), {@link Rejection.UnknownPort}, {@link Rejection.PortUnavailable} or {@link Rejection.PonPortFull}
     *     (correct the plant or the output, or adopt without one), {@link Rejection.OtherTechnology} (correct plan or output), {@link
     *     Rejection.InvalidValue} (correct the date that it names), {@link Rejection.UnknownSuspensionReason} (give the operator a policy for
     *     it), {@link Rejection.AlreadyHeld}, {@link Rejection.HoldEndRequired} or {@link Rejection.HoldEndForbidden} (correct the holds)
     */
    public Either<Rejection, CommandResult> adopt(Adoption adoption, CommandContext context) {
        Objects.requireNonNull(adoption, "adoption");
        return adopting.adopt(adoption, context);
    }

    /** Assesses whether a draft's address can be served. */
    public Either<Rejection, CommandResult> assess(ContractId contract, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "assess", CommandKind.ASSESS, context),
                (draft, situation) -> useCases.assess().assess(draft, Optional.empty(), situation));
    }

    /** Assesses whether a draft's address can be served from a certain splitter, and from where else. */
    public Either<Rejection, CommandResult> assess(ContractId contract, SplitterId wanted, CommandContext context) {
        Objects.requireNonNull(wanted, "wanted");
        return commands.run(
                CommandRequest.on(contract, "assess", CommandKind.ASSESS, context, wanted),
                (draft, situation) -> useCases.assess().assess(draft, Optional.of(wanted), situation));
    }

    /**
     * Reserves the best free output that the assessment qualified.
     *
     * @return the reservation; or {@link Rejection.NotAssessed} or {@link Rejection.AssessmentExpired} (assess first), {@link
     *     Rejection.NotQualified} (the address cannot be served), {@link Rejection.NoPortAvailable} (the rejection names
     *     alternatives), {@link Rejection.AlreadyReserved} (use that reservation, or release it)
     */
    public Either<Rejection, CommandResult> reserve(ContractId contract, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "reserve", CommandKind.RESERVE, context),
                (draft, situation) -> useCases.reserve().best(draft, situation));
    }

    /**
     * Reserves a certain output, which the assessment must have qualified.
     *
     * @return the reservation; or what {@link #reserve(ContractId, CommandContext)} answers, {@link Rejection.UnknownPort} (check
     *     the output), {@link Rejection.PortUnavailable} or {@link Rejection.PonPortFull} (choose another output)
     */
    public Either<Rejection, CommandResult> reserve(
            ContractId contract, SplitterOutputId output, CommandContext context) {
        Objects.requireNonNull(output, "output");
        return commands.run(
                CommandRequest.on(contract, "reserve", CommandKind.RESERVE, context, output),
                (draft, situation) -> useCases.reserve().exactly(draft, output, Optional.empty(), situation));
    }

    /**
     * Reserves a certain output in spite of what the assessment says, or without one.
     *
     * @param override why; 1 to 256 characters, recorded with the event
     * @return the reservation; or {@link Rejection.UnknownPort} (check the output), {@link Rejection.PortUnavailable} or {@link
     *     Rejection.PonPortFull} (choose another output), {@link Rejection.AlreadyReserved} (release that reservation first)
     */
    public Either<Rejection, CommandResult> reserveUnqualified(
            ContractId contract, SplitterOutputId output, String override, CommandContext context) {
        Objects.requireNonNull(output, "output");
        return commands.run(
                CommandRequest.on(contract, "reserveUnqualified", CommandKind.RESERVE, context, output, override),
                (draft, situation) -> useCases.reserve().exactly(draft, output, Optional.of(override), situation));
    }

    /**
     * Makes a reservation last one more period of the allocation policy, from its present end.
     *
     * @return the reservation; or {@link Rejection.NoReservation} or {@link Rejection.ReservationOver} (reserve again), {@link
     *     Rejection.RenewalLimitReached} (activate, or release it)
     */
    public Either<Rejection, CommandResult> renewReservation(ContractId contract, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "renewReservation", CommandKind.RENEW_RESERVATION, context),
                (draft, situation) -> useCases.reserve().renew(draft, situation));
    }

    /**
     * Releases a reservation.
     *
     * @return the draft; or {@link Rejection.NoReservation} (nothing to do), {@link Rejection.AlreadyScheduled} (its activation needs it: undo
     *     that first)
     */
    public Either<Rejection, CommandResult> releaseReservation(ContractId contract, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "releaseReservation", CommandKind.RELEASE_RESERVATION, context),
                new Command.ReleaseReservation());
    }

    /**
     * Activates a draft on the reserved output, or on the best free one that the assessment qualified.
     *
     * @return the active contract; or {@link Rejection.EquipmentUnavailable}, {@link Rejection.OnuSerialInUse} or {@link
     *     Rejection.RadiusUserInUse} (choose another ONU or login), without a reservation also what {@link
     *     #reserve(ContractId, CommandContext)} answers
     */
    public Either<Rejection, CommandResult> activate(
            ContractId contract, OnuSerial onu, RadiusUser radiusUser, CommandContext context) {
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(radiusUser, "radiusUser");
        return commands.run(
                CommandRequest.on(contract, "activate", CommandKind.ACTIVATE, context, onu, radiusUser),
                (draft, situation) -> useCases.activate().activate(draft, onu, radiusUser, situation));
    }

    /**
     * Schedules the activation of a draft. Until then an output is kept for it: the reserved one, or the best free one that the assessment
     * qualified. The reservation lasts until a week after that time at least, cannot be released meanwhile, and lasts a week at most once the
     * activation is withdrawn with {@link #undoScheduled}. {@link #activate} now, and a cancellation, answer for it.
     *
     * <p>Whether the ONU is available and whose ONU and login are is asked when it is due, as an ONU may come from a contract that ends before; the
     * inventory is asked now as well. If the ONU or the login is another contract's then, or the output does not work or is gone, the
     * activation does not take place, and {@link io.silverdata.contract.model.ContractEvent.ChangeRejected} says why with the code of the
     * rejection. The draft stays a draft.
     *
     * @param at when, after now; the contract counts as active from then, however late a scheduler runs
     * @return the draft; or {@link Rejection.EquipmentUnavailable} (choose another ONU), {@link Rejection.InvalidValue} (the time must lie in the
     *     future), {@link Rejection.NothingToChange} (it is scheduled so), without a reservation also what {@link
     *     #reserve(ContractId, CommandContext)} answers
     */
    public Either<Rejection, CommandResult> scheduleActivation(
            ContractId contract, OnuSerial onu, RadiusUser radiusUser, Instant at, CommandContext context) {
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(radiusUser, "radiusUser");
        Objects.requireNonNull(at, "at");
        return commands.run(
                CommandRequest.on(contract, "scheduleActivation", CommandKind.ACTIVATE, context, onu, radiusUser, at),
                (draft, situation) -> useCases.activate().schedule(draft, onu, radiusUser, at, situation));
    }

    /**
     * Places a hold. A pause that the customer asks for must fit the rule for pauses, if there is one.
     *
     * @return the contract; or {@link Rejection.UnknownSuspensionReason} (give the operator a policy for it), {@link
     *     Rejection.AlreadyHeld} (nothing to do, or {@link #changeEnforcement}), {@link Rejection.HoldEndRequired}, {@link
     *     Rejection.HoldEndForbidden} or {@link Rejection.InvalidValue} (correct the end)
     */
    public Either<Rejection, CommandResult> suspend(
            ContractId contract, Suspension suspension, CommandContext context) {
        Objects.requireNonNull(suspension, "suspension");
        return commands.run(
                CommandRequest.on(contract, "suspend", CommandKind.SUSPEND, context, suspension),
                (current, situation) -> useCases.suspend().suspend(current, suspension, situation));
    }

    /**
     * Makes a hold stricter or milder.
     *
     * @return the contract; or {@link Rejection.NoSuchHold} (suspend instead), {@link Rejection.NothingToChange} (nothing to do)
     */
    public Either<Rejection, CommandResult> changeEnforcement(
            ContractId contract, SuspensionReason reason, Enforcement enforcement, CommandContext context) {
        return commands.run(
                CommandRequest.on(
                        contract, "changeEnforcement", CommandKind.CHANGE_ENFORCEMENT, context, reason, enforcement),
                new Command.ChangeEnforcement(reason, enforcement));
    }

    /**
     * Lifts a hold. The policy of the reason names the triggers that may.
     *
     * @return the contract, with {@link CommandResult#liftOutcome}; or {@link Rejection.NoSuchHold} (nothing to do), {@link
     *     Rejection.TriggerMayNotLift} (the rejection names who may)
     */
    public Either<Rejection, CommandResult> liftHold(
            ContractId contract, SuspensionReason reason, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "liftHold", CommandKind.LIFT_HOLD, context, reason),
                new Command.LiftHold(reason));
    }

    /**
     * Changes the plan, or schedules the change. Never lifts a hold.
     *
     * @return the contract; or {@link Rejection.UnknownPlan} (offer a plan of the catalogue), {@link Rejection.NothingToChange}
     *     (it has the plan), {@link Rejection.BlockedByHold} (lift the hold first), {@link Rejection.OtherTechnology} (relocate
     *     first), {@link Rejection.AlreadyScheduled} (undo that change first)
     */
    public Either<Rejection, CommandResult> changePlan(
            ContractId contract, PlanId plan, PlanChangeTiming timing, CommandContext context) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(timing, "timing");
        return commands.run(
                CommandRequest.on(contract, "changePlan", CommandKind.CHANGE_PLAN, context, plan, timing),
                (current, situation) ->
                        useCases.changePlan().change(current, plan, Optional.empty(), timing, situation));
    }

    /**
     * Changes the plan, or schedules the change, and agrees on a minimum term that begins with the plan.
     *
     * @param termMonths 0 (none) to 120 months, in place of what is left of the present term
     * @return as without a term
     * @throws IllegalArgumentException if the term is not 0 to 120 months
     */
    public Either<Rejection, CommandResult> changePlan(
            ContractId contract, PlanId plan, int termMonths, PlanChangeTiming timing, CommandContext context) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(timing, "timing");
        Command.AgreeTerm term = new Command.AgreeTerm(termMonths);
        return commands.run(
                CommandRequest.on(
                        contract, "changePlan", CommandKind.CHANGE_PLAN, context, plan, timing, term.months()),
                (current, situation) ->
                        useCases.changePlan().change(current, plan, Optional.of(term.months()), timing, situation));
    }

    /**
     * Agrees on a new minimum term, from today on, in place of what is left of the present one: a renewal, or a release from it.
     *
     * @param months 0 (none) to 120
     * @return the contract; or {@link Rejection.IllegalTransition} (a draft: name the term when it is drafted)
     * @throws IllegalArgumentException if the term is not 0 to 120 months
     */
    public Either<Rejection, CommandResult> agreeTerm(ContractId contract, int months, CommandContext context) {
        Command.AgreeTerm command = new Command.AgreeTerm(months);
        return commands.run(CommandRequest.on(contract, "agreeTerm", CommandKind.AGREE_TERM, context, months), command);
    }

    /**
     * Agrees on another price for the plan that the contract has, from now on; backdated, from the time of the context, but no earlier than its
     * last plan change. A draft may have a price of its own before it is activated.
     *
     * <p>The price is the contract's: a relocation, a transfer and holds leave it, and so does the catalogue. A plan change ends it, to the same
     * plan too: the contract then has the price of the catalogue. It is no plan change in the billing feed and no churn, changes neither cycle nor
     * term, and nothing is told to the network.
     *
     * @param amount of one cycle of the plan, zero or more
     * @return the contract; or {@link Rejection.OtherCurrency} (name an amount in the currency of its price), {@link Rejection.NothingToChange}
     *     (it is the price)
     */
    public Either<Rejection, CommandResult> agreePrice(ContractId contract, Money amount, CommandContext context) {
        Objects.requireNonNull(amount, "amount");
        return commands.run(
                CommandRequest.on(contract, "agreePrice", CommandKind.AGREE_PRICE, context, amount),
                (current, situation) -> situation.decide(
                        current, new Command.AgreePrice(current.plan().id(), amount)));
    }

    /**
     * Schedules another price for the beginning of a day in the operator's zone. It is for the plan that the contract has by then: if a plan
     * change is scheduled for that day or before, for the plan of that. A change to another plan drops it. {@code
     * BillingPeriod.of(contract, today, zone).nextStart()} is the first day of the next billing period.
     *
     * @param amount of one cycle of the plan, zero or more
     * @return the contract; or {@link Rejection.OtherCurrency} (name an amount in the currency of that plan's price), {@link
     *     Rejection.NothingToChange} (it will be the price), {@link Rejection.InvalidValue} (the day must lie in the future), {@link
     *     Rejection.AfterCancellation} (it ends before), {@link Rejection.IllegalTransition} (a draft: agree on the price now)
     */
    public Either<Rejection, CommandResult> schedulePrice(
            ContractId contract, Money amount, LocalDate day, CommandContext context) {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(day, "day");
        return commands.run(
                CommandRequest.on(contract, "schedulePrice", CommandKind.SCHEDULE, context, amount, day),
                (current, situation) -> useCases.changePlan().schedulePrice(current, amount, day, situation));
    }

    /**
     * Grants a discount: so much off the price on the days that it names, which may lie in the past or in the future. {@link
     * io.silverdata.contract.model.AppliedDiscount} says what several come to. It is the contract's: plan changes, relocations, transfers and
     * holds leave it. A draft may have discounts before it is activated; on days without service they take nothing off.
     *
     * <pre>{@code
     * contracts.grantDiscount(id, Discount.percent(new DiscountCode("WELCOME"), 50, day).forMonths(3), context);
     * }</pre>
     *
     * @return the contract; or {@link Rejection.DiscountOverlaps} (end the one of this code first, or choose other days), {@link
     *     Rejection.OtherCurrency} or {@link Rejection.DiscountAbovePrice} (name an amount of the price), {@link Rejection.InvalidValue} (name the
     *     cycle of the price; or it would have more than {@link Discount#MAX_OF_A_CONTRACT})
     */
    public Either<Rejection, CommandResult> grantDiscount(
            ContractId contract, Discount discount, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "grantDiscount", CommandKind.GRANT_DISCOUNT, context, discount),
                new Command.GrantDiscount(discount));
    }

    /**
     * Ends the discounts of a code early: one that lasts on that day ends with the day before, and one that would begin later does not begin. From
     * its first day on it never was.
     *
     * @param from the first day without them, in the operator's zone; in the past, what was billed meanwhile is issued again
     * @return the contract; or {@link Rejection.NoSuchDiscount} (nothing to do)
     * @throws IllegalArgumentException if the day is not in the years 1900 to 9999
     */
    public Either<Rejection, CommandResult> endDiscount(
            ContractId contract, DiscountCode code, LocalDate from, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "endDiscount", CommandKind.END_DISCOUNT, context, code, from),
                new Command.EndDiscount(code, from));
    }

    /**
     * Changes the day of the month on which billing periods begin. What is scheduled for the end of a period stays as it is.
     *
     * @param billingDay 1 to 31; in a shorter month the last day stands for it
     * @return the contract; or {@link Rejection.NothingToChange} (it is that day)
     * @throws IllegalArgumentException if the day is not 1 to 31
     */
    public Either<Rejection, CommandResult> changeBillingDay(
            ContractId contract, int billingDay, CommandContext context) {
        Command.ChangeBillingDay command = new Command.ChangeBillingDay(billingDay);
        return commands.run(
                CommandRequest.on(contract, "changeBillingDay", CommandKind.CHANGE_BILLING_DAY, context, billingDay),
                command);
    }

    /**
     * Schedules a plan change for the beginning of a day in the operator's zone.
     *
     * @return the contract; or {@link Rejection.UnknownPlan} (offer a plan of the catalogue), {@link Rejection.AlreadyScheduled}
     *     (undo that change first), {@link Rejection.InvalidValue} (the day must lie in the future)
     */
    public Either<Rejection, CommandResult> schedulePlanChange(
            ContractId contract, PlanId plan, LocalDate day, CommandContext context) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(day, "day");
        return commands.run(
                CommandRequest.on(contract, "schedulePlanChange", CommandKind.SCHEDULE, context, plan, day),
                (current, situation) -> useCases.changePlan().schedule(current, plan, day, situation));
    }

    /**
     * Schedules a hold. A pause that the customer asks for must fit the rule for pauses, if there is one.
     *
     * @return the contract; or {@link Rejection.UnknownSuspensionReason} (give the operator a policy for it), {@link
     *     Rejection.AlreadyScheduled} (undo that change first), {@link Rejection.InvalidValue} (the time must lie in the future)
     */
    public Either<Rejection, CommandResult> scheduleSuspension(
            ContractId contract, Suspension suspension, Instant at, CommandContext context) {
        Objects.requireNonNull(suspension, "suspension");
        Objects.requireNonNull(at, "at");
        return commands.run(
                CommandRequest.on(contract, "scheduleSuspension", CommandKind.SCHEDULE, context, suspension, at),
                (current, situation) -> useCases.suspend().schedule(current, suspension, at, situation));
    }

    /**
     * Schedules the end of a contract.
     *
     * @return the contract; or {@link Rejection.AlreadyScheduled} (undo that change first), {@link Rejection.InvalidValue} (the
     *     time must lie in the future)
     */
    public Either<Rejection, CommandResult> scheduleCancellation(
            ContractId contract, CancellationReason reason, Instant at, CommandContext context) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        return commands.run(
                CommandRequest.on(contract, "scheduleCancellation", CommandKind.SCHEDULE, context, reason, at),
                (current, situation) -> useCases.cancel().schedule(current, reason, at, situation));
    }

    /**
     * Schedules the end of a contract for the end of its billing period or of its minimum term.
     *
     * @return the contract; or {@link Rejection.InvalidValue} (at the end of a term that is over, or that there is none of)
     */
    public Either<Rejection, CommandResult> scheduleCancellation(
            ContractId contract, CancellationReason reason, CancellationTiming timing, CommandContext context) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(timing, "timing");
        return commands.run(
                CommandRequest.on(contract, "scheduleCancellation", CommandKind.SCHEDULE, context, reason, timing),
                (current, situation) -> useCases.cancel().schedule(current, reason, timing, situation));
    }

    /**
     * Schedules the transfer of a contract to another holder, who keeps the login.
     *
     * @return the contract; or {@link Rejection.UnknownCustomer} (create the customer first), {@link Rejection.AlreadyScheduled}
     *     (undo that change first), {@link Rejection.InvalidValue} (the time must lie in the future)
     */
    public Either<Rejection, CommandResult> scheduleTransfer(
            ContractId contract, CustomerId customer, Instant at, CommandContext context) {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        return commands.run(
                CommandRequest.on(contract, "scheduleTransfer", CommandKind.SCHEDULE, context, customer, at),
                (current, situation) -> useCases.transfer().schedule(current, customer, at, situation));
    }

    /**
     * Withdraws the scheduled change of a kind.
     *
     * @return the contract; or {@link Rejection.NothingScheduled} (nothing to do)
     */
    public Either<Rejection, CommandResult> undoScheduled(
            ContractId contract, CommandKind kind, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "undoScheduled", CommandKind.UNDO_SCHEDULED, context, kind),
                new Command.UndoScheduled(kind));
    }

    /**
     * Moves the service to another address: assesses it, takes the best free output there, and retires the old line. To the present
     * address it moves only from an output that is blocked or faulty.
     *
     * @return the contract; or {@link Rejection.NotQualified} (the address cannot be served), {@link Rejection.NoPortAvailable}
     *     (the rejection names alternatives), {@link Rejection.NothingToChange} (it is there
     *     already, on an output that works)
     */
    public Either<Rejection, CommandResult> relocate(
            ContractId contract, ServiceAddress address, CommandContext context) {
        Objects.requireNonNull(address, "address");
        return commands.run(
                CommandRequest.on(contract, "relocate", CommandKind.RELOCATE, context, address),
                (live, situation) -> useCases.relocate().relocate(live, address, situation));
    }

    /**
     * Moves the service to a certain output, which the assessment of the address must qualify. The address may be the present one: then only
     * the drop moves. The old line is retired.
     *
     * @return the contract; or {@link Rejection.NotQualified} (choose another output, or override), {@link Rejection.UnknownPort} (check the
     *     output), {@link Rejection.PortUnavailable} or {@link Rejection.PonPortFull} (choose another output), {@link
     *     Rejection.OtherTechnology} (change the plan first), {@link Rejection.NothingToChange} (it is there already), {@link
     *     Rejection.OutputUnknown} (say where the ONU is first, with {@link #correctOutput})
     */
    public Either<Rejection, CommandResult> relocate(
            ContractId contract, ServiceAddress address, SplitterOutputId output, CommandContext context) {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(output, "output");
        return commands.run(
                CommandRequest.on(contract, "relocate", CommandKind.RELOCATE, context, address, output),
                (live, situation) -> useCases.relocate().relocate(live, address, output, Optional.empty(), situation));
    }

    /**
     * Moves the service to a certain output in spite of what the assessment of the address says.
     *
     * @param override why; 1 to 256 characters, recorded with the event
     * @return as {@link #relocate(ContractId, ServiceAddress, SplitterOutputId, CommandContext)}, but never {@link Rejection.NotQualified}
     */
    public Either<Rejection, CommandResult> relocateUnqualified(
            ContractId contract,
            ServiceAddress address,
            SplitterOutputId output,
            String override,
            CommandContext context) {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(output, "output");
        return commands.run(
                CommandRequest.on(
                        contract, "relocateUnqualified", CommandKind.RELOCATE, context, address, output, override),
                (live, situation) ->
                        useCases.relocate().relocate(live, address, output, Optional.of(override), situation));
    }

    /**
     * Corrects text and position of the address, where they were recorded wrongly. Nothing is built, moved, delivered or charged: to move the
     * service, {@link #relocate(ContractId, ServiceAddress, CommandContext)}. What was assessed for another position no longer counts, so that
     * a draft must be assessed again; what it has reserved stays reserved.
     *
     * @return the contract; or {@link Rejection.NothingToChange} (it is the address)
     */
    public Either<Rejection, CommandResult> correctAddress(
            ContractId contract, ServiceAddress address, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "correctAddress", CommandKind.CORRECT_ADDRESS, context, address),
                new Command.CorrectAddress(address));
    }

    /**
     * Corrects the number that people use. The contract is no longer found by the number of before, which another contract may have from now
     * on; its events name both.
     *
     * @return the contract; or {@link Rejection.NothingToChange} (it is the number), {@link Rejection.ContractNumberInUse} (choose another
     *     number)
     */
    public Either<Rejection, CommandResult> correctNumber(
            ContractId contract, ContractNumber number, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "correctNumber", CommandKind.CORRECT_NUMBER, context, number),
                new Command.CorrectNumber(number));
    }

    /**
     * Records at which output the drop really is, where the record is wrong, or where a contract was adopted without its output. Nothing is
     * built, moved or removed, and no device is told: the line is {@link
     * io.silverdata.contract.model.ProvisioningState.Summary#UNVERIFIED} until an audit has compared it there. The output of before is free
     * after its rest. To move a drop, {@link #relocate(ContractId, ServiceAddress, SplitterOutputId, CommandContext)}.
     *
     * @return the contract; or {@link Rejection.NothingToChange} (it is recorded there), {@link Rejection.UnknownPort}, {@link
     *     Rejection.PortUnavailable} or {@link Rejection.PonPortFull} (correct the plant, or the contract that has the output), {@link
     *     Rejection.OtherTechnology} (check the output), {@link Rejection.NotInSync} (wait for the delivery of the line, or retry it)
     */
    public Either<Rejection, CommandResult> correctOutput(
            ContractId contract, SplitterOutputId output, CommandContext context) {
        Objects.requireNonNull(output, "output");
        return commands.run(
                CommandRequest.on(contract, "correctOutput", CommandKind.CORRECT_OUTPUT, context, output),
                (current, situation) -> useCases.correctOutput().correct(current, output, situation));
    }

    /**
     * Transfers the contract to another holder.
     *
     * @return the contract; or {@link Rejection.UnknownCustomer} (create the customer first), {@link Rejection.NothingToChange}
     *     (the customer is the holder), {@link Rejection.BlockedByHold} (lift the hold, or override), {@link
     *     Rejection.RadiusUserInUse} (choose another login)
     */
    public Either<Rejection, CommandResult> transferOwnership(
            ContractId contract, Transfer transfer, CommandContext context) {
        Objects.requireNonNull(transfer, "transfer");
        return commands.run(
                CommandRequest.on(contract, "transferOwnership", CommandKind.TRANSFER_OWNERSHIP, context, transfer),
                (current, situation) -> useCases.transfer().transfer(current, transfer, situation));
    }

    /**
     * Gives the same holder another login. The network gets the new login before it loses the old one, and open sessions of the old
     * one are closed. The password is the new login's: {@link io.silverdata.contract.spi.AccessProvisioner} draws or asks for it.
     *
     * @return the contract; or {@link Rejection.NothingToChange} (it is the login), {@link Rejection.RadiusUserInUse} (choose another
     *     login)
     */
    public Either<Rejection, CommandResult> renameLogin(
            ContractId contract, RadiusUser radiusUser, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "renameLogin", CommandKind.RENAME_LOGIN, context, radiusUser),
                new Command.RenameLogin(radiusUser));
    }

    /**
     * Changes what RADIUS tells the NAS about this subscriber beside the plan: fixed addresses, IPv6 networks, routes, further attributes. They
     * take the place of the present ones, stay with the contract through plan changes, moves, holds and a transfer, and end with the login. A
     * draft may have them before it is activated. What is given up stays the contract's until RADIUS has removed it.
     *
     * <p>Costs what any command costs, and a lock that one contract holds at a time until its unit of work ends, if it takes a network: {@code
     * docs/databases.md}.
     *
     * @return the contract; or {@link Rejection.NetworkInUse} (choose another network, or look at the contract that has it), {@link
     *     Rejection.AttributeNotAllowed} (leave it out, or allow it with {@link ContractsBuilder#replyAttributes}), {@link
     *     Rejection.InvalidValue} (correct the attribute that it names), {@link Rejection.NothingToChange} (it has these settings)
     */
    public Either<Rejection, CommandResult> changeAccessSettings(
            ContractId contract, AccessSettings settings, CommandContext context) {
        Objects.requireNonNull(settings, "settings");
        return commands.run(
                CommandRequest.on(
                        contract, "changeAccessSettings", CommandKind.CHANGE_ACCESS_SETTINGS, context, settings),
                (current, situation) -> useCases.accessSettings().change(current, settings, situation));
    }

    /**
     * Gives the contract an add-on beside its plan: with a price and a cycle of its own, from now or from a day on, for good or up to a day.
     * The line carries its binding from its start on, the billing feed has a segment of its own for it. It stays through changes of the plan,
     * moves and a transfer, and ends with the contract. A draft may have it before it is activated; it begins with the service then.
     *
     * @return the contract; or {@link Rejection.AddOnPresent} (remove it first), {@link Rejection.AddOnCurrency} (price it in the currency of
     *     the plan), {@link Rejection.BindingUnsupported} (leave it out, or have it set up at the OLT), {@link Rejection.AfterCancellation}
     *     (choose an earlier day), {@link Rejection.InvalidValue} (a start that is past: give the time from which the command counts; an end
     *     that is not after start and now; more than {@value io.silverdata.contract.model.AddOn#MAX_OF_A_CONTRACT} add-ons)
     */
    public Either<Rejection, CommandResult> addAddOn(ContractId contract, AddOnOrder addOn, CommandContext context) {
        Objects.requireNonNull(addOn, "addOn");
        return commands.run(
                CommandRequest.on(contract, "addAddOn", CommandKind.ADD_ADD_ON, context, addOn),
                (current, situation) -> useCases.addOns().add(current, addOn, situation));
    }

    /**
     * Changes the day on which an add-on ends by itself, or lets it go on for good.
     *
     * @param endsOn the first day on which the holder has it no more, after its start and after today; empty for good
     * @return the contract; or {@link Rejection.NoSuchAddOn} (look at its add-ons), {@link Rejection.NothingToChange} (it ends then),
     *     {@link Rejection.InvalidValue} (choose a day that comes, or remove the add-on)
     */
    public Either<Rejection, CommandResult> changeAddOnEnd(
            ContractId contract, AddOnId addOn, Optional<LocalDate> endsOn, CommandContext context) {
        Objects.requireNonNull(endsOn, "endsOn");
        return commands.run(
                CommandRequest.on(contract, "changeAddOnEnd", CommandKind.CHANGE_ADD_ON_END, context, addOn, endsOn),
                (current, situation) -> useCases.addOns().changeEnd(current, addOn, endsOn, situation));
    }

    /**
     * Takes an add-on away from now on, or as of the time from which the command counts; one that is yet to start does not come.
     *
     * @return the contract; or {@link Rejection.NoSuchAddOn} (look at its add-ons), {@link Rejection.EffectiveTimeOutOfRange} (not before its
     *     start)
     */
    public Either<Rejection, CommandResult> removeAddOn(ContractId contract, AddOnId addOn, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "removeAddOn", CommandKind.REMOVE_ADD_ON, context, addOn),
                new Command.RemoveAddOn(addOn));
    }

    /**
     * Replaces the ONU.
     *
     * @return the contract; or {@link Rejection.EquipmentUnavailable} or {@link Rejection.OnuSerialInUse} (choose another ONU),
     *     {@link Rejection.NothingToChange} (it has the ONU)
     */
    public Either<Rejection, CommandResult> swapOnu(ContractId contract, OnuSerial onu, CommandContext context) {
        Objects.requireNonNull(onu, "onu");
        return commands.run(
                CommandRequest.on(contract, "swapOnu", CommandKind.SWAP_ONU, context, onu),
                (current, situation) -> useCases.swapOnu().swap(current, onu, situation));
    }

    /**
     * Gives up the removal of lines from an OLT that is dead and never comes back, so that their ONUs and outputs are free: those of a
     * cancelled contract, and those that a relocation, an ONU swap or a move left there. What the contract wants elsewhere stays, and nothing
     * is told to any device.
     *
     * <p><b>The risk:</b> nobody knows whether that OLT still has the registrations. If it is switched on again, or its configuration is
     * loaded into another one, it serves anybody who connects such an ONU under it: service that nobody pays, and an ONU that two OLTs know.
     * Write off only what has left the network for good, and wipe its configuration. As long as the plant has the OLT, an audit with
     * {@code searchingExtras} reads it, and tells such registrations as extra; {@code removeExtra} removes them.
     *
     * @param reason why, in words; 1 to 256 characters, recorded with the event
     * @return the contract; or {@link Rejection.NothingToChange} (it has nothing to be removed from that OLT), {@link
     *     Rejection.InvalidValue} (the plant says that the OLT is UP: wait for the delivery, or say that it is DOWN)
     * @throws IllegalArgumentException if the reason is not 1 to 256 characters
     */
    public Either<Rejection, CommandResult> writeOff(
            ContractId contract, OltId olt, String reason, CommandContext context) {
        Command.WriteOffLines command = new Command.WriteOffLines(olt, reason);
        return commands.run(
                CommandRequest.on(contract, "writeOff", CommandKind.WRITE_OFF_LINES, context, olt, reason),
                (current, situation) -> useCases.writeOff().writeOff(current, command, situation));
    }

    /** Ends the contract for good. Debt and remaining term do not stop it; the event reports them. */
    public Either<Rejection, CommandResult> cancel(
            ContractId contract, CancellationReason reason, CommandContext context) {
        Objects.requireNonNull(reason, "reason");
        return commands.run(
                CommandRequest.on(contract, "cancel", CommandKind.CANCEL, context, reason),
                (current, situation) -> useCases.cancel().cancel(current, reason, situation));
    }

    /**
     * Sets and removes attributes of the host's, in whatever status, after the end of the contract too. Attributes change nothing of the
     * service and bill nothing. Costs what any command costs; each attribute that changes is a row more.
     *
     * @return the contract; or {@link Rejection.NothingToChange} (it has these attributes), {@link Rejection.InvalidValue} (it would have
     *     more than {@link io.silverdata.contract.model.Attribute#MAX_OF_A_CONTRACT}: remove some)
     */
    public Either<Rejection, CommandResult> changeAttributes(
            ContractId contract, AttributeChange change, CommandContext context) {
        Objects.requireNonNull(change, "change");
        return commands.run(
                CommandRequest.on(contract, "changeAttributes", CommandKind.CHANGE_ATTRIBUTES, context, change),
                new Command.ChangeAttributes(change.set(), Set.copyOf(change.removed())));
    }

    /**
     * Erases what an ended contract says about a person, for good: address and position, assessments, logins, reasons and device messages
     * in words, the attributes that {@link ContractsBuilder#personalAttributes} names, the customers' names that {@link
     * ContractsBuilder#customerActors} knows, and all notes; from the contract, from its events, and from what it is found by. The
     * holder's key, plans, prices, dates, debts, ports and ONUs stay, so that bills and figures still add up. {@code docs/privacy.md} says
     * what is kept where, and what the host erases itself.
     *
     * <p>Costs the reading of the contract's whole history, and one row for each event that changes. For many contracts use a bulk command
     * over {@code ContractQuery.builder().cancelled(TimeRange.EARLIEST, before).notErased()}. What was written since an earlier erasure is
     * erased by another one.
     *
     * @return the contract; or {@link Rejection.NotEnded} (cancel it first), {@link Rejection.LoginNotRemoved} (wait until RADIUS has
     *     removed the login), {@link Rejection.NothingToChange} (it is erased)
     */
    public Either<Rejection, CommandResult> erasePersonalData(ContractId contract, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "erasePersonalData", CommandKind.ERASE_PERSONAL_DATA, context),
                (current, situation) -> useCases.erase().erase(current, situation));
    }

    /**
     * Records that a target was found to differ from the contract; it is delivered again.
     *
     * @return the contract; or {@link Rejection.NotInSync} (nothing to do: a delivery is under way, or has failed)
     */
    public Either<Rejection, CommandResult> reportDrift(
            ContractId contract, NetworkTarget target, Drift drift, CommandContext context) {
        return DriftReport.report(commands, contract, target, drift, context);
    }

    /**
     * What a command would do if it were given now: the same checks, the events, the desired network, and what is owed
     * for the current billing period. Carries the command out in a unit of work that is rolled back: nothing is written, no
     * key is used up, and no listener is called. Costs as much as the command, and locks the same rows meanwhile.
     *
     * <pre>{@code
     * contracts.preview(c -> c.changePlan(id, plan, PlanChangeTiming.IMMEDIATELY, context));
     * }</pre>
     *
     * @param command gives one command to the facade that it is passed
     * @return what would happen, or why not
     * @throws IllegalStateException inside a unit of work or a transaction of the host, which would be rolled back too
     */
    public Either<Rejection, CommandPreview> preview(Function<Contracts, Either<Rejection, CommandResult>> command) {
        return commands.undone(() -> command.apply(this)).map(this::preview);
    }

    private CommandPreview preview(CommandResult result) {
        List<RecordedEvent> history = history(result.contract().id());
        Optional<Contract> before = history.isEmpty() ? Optional.empty() : Optional.of(Contract.replay(history));
        return result.repeated()
                ? new CommandPreview(before, before.orElse(result.contract()), history, List.of())
                : new CommandPreview(before, result.contract(), history, result.events());
    }

    /** The contract with this identity. */
    public Optional<Contract> find(ContractId contract) {
        return storage.contracts().find(contract);
    }

    /** The contract with this number. */
    public Optional<Contract> find(ContractNumber number) {
        return storage.contracts().find(number);
    }

    /**
     * Whose addresses of a network are, as a fixed address, an IPv6 network or a route: the answer to a complaint about an address. Addresses
     * that RADIUS gave out of a pool are in its accounting. Costs a look into an index.
     *
     * @param max how many at most, 1 to 1,000
     * @return in order of the networks
     * @throws InvalidQueryException if there are to be more
     */
    public List<HeldPrefix> holdersOf(IpPrefix network, int max) {
        return storage.contracts().holdersOf(network, new Page(max, Optional.empty()).size());
    }

    /**
     * Several whole contracts. Costs one query on a database, and the reading of each snapshot.
     *
     * @param contracts at most 1,000
     * @return those that there are, in the order of {@code contracts}
     * @throws InvalidQueryException if there are more
     */
    public List<Contract> findAll(List<ContractId> contracts) {
        return storage.contracts().findAll(Page.requireAtMost("contracts", contracts));
    }

    /**
     * What a list shows of several contracts. Costs two queries on a database, and reads no snapshot.
     *
     * @param contracts at most 1,000
     * @return those that there are, in the order of {@code contracts}
     * @throws InvalidQueryException if there are more
     */
    public List<ContractSummary> summaries(List<ContractId> contracts) {
        return storage.search().summaries(Page.requireAtMost("contracts", contracts));
    }

    /**
     * A page of the contracts that fit a query, as a list shows them. Inside a transaction of the host it sees what that has written.
     * Costs two queries on a database, which read as much as the page has where an index is behind a condition or the order: {@code
     * docs/queries.md}; no snapshot is read. Writing between two pages makes them neither skip nor repeat a contract that fits
     * throughout, but see {@link io.silverdata.contract.query.ContractOrder#EARLIEST_DUE}.
     *
     * @throws InvalidQueryException if the cursor of the page is not one of the query's order: begin again at the first page
     */
    public Listing<ContractSummary> search(ContractQuery query, Page page) {
        return storage.search().search(query, page);
    }

    /** How many contracts fit a query. Costs the reading of an index entry, or of a narrow row, for each contract that fits. */
    public long count(ContractQuery query) {
        return storage.search().count(query);
    }

    /** How many contracts fit a query, by status, plan and OLT: one query, which reads narrow rows of each contract that fits. */
    public ContractCounts counts(ContractQuery query) {
        return storage.search().counts(query);
    }

    /** Everything that happened to a contract, oldest first; empty if there is none. */
    public List<RecordedEvent> history(ContractId contract) {
        return storage.events().history(contract);
    }

    /**
     * A page of what happened to a contract, the latest first. Costs one query, which reads as many events as the page has.
     *
     * @throws InvalidQueryException if the cursor of the page is not one of this contract's history
     */
    public Listing<RecordedEvent> history(ContractId contract, Page page) {
        return storage.search().history(contract, page);
    }

    /**
     * A page of what happened to all contracts, by time and kind, the latest first: an activity view. Costs one query, which reads an
     * index by time until the page is full. For a feed that misses nothing use {@link io.silverdata.contract.spi.EventLog#read}: an
     * event that is committed late is found behind later ones.
     *
     * @throws InvalidQueryException if the cursor of the page is none of a list of events
     */
    public Listing<RecordedEvent> events(EventQuery query, Page page) {
        return storage.search().events(query, page);
    }
}
