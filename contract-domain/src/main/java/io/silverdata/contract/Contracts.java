package io.silverdata.contract;

import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.LiftOutcome;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.PauseRule;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.feasibility.FeasibilityPolicy;
import io.silverdata.contract.internal.CommandRunner;
import io.silverdata.contract.internal.DecisionWriter;
import io.silverdata.contract.internal.DeliveryEngine;
import io.silverdata.contract.internal.DueRunner;
import io.silverdata.contract.internal.DunningExecutor;
import io.silverdata.contract.internal.GuardedListener;
import io.silverdata.contract.internal.NetworkDriver;
import io.silverdata.contract.internal.NetworkReader;
import io.silverdata.contract.internal.PortSearch;
import io.silverdata.contract.internal.RandomIds;
import io.silverdata.contract.internal.SiteAssessor;
import io.silverdata.contract.internal.Transactions;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.BandwidthLedger;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.EquipmentInventory;
import io.silverdata.contract.spi.IdGenerator;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.DueSummary;
import io.silverdata.contract.worker.Health;
import io.silverdata.contract.worker.RetryPolicy;
import io.vavr.control.Either;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the life of contracts. This is where a host begins: {@link #builder()}, then one method for each command.
 *
 * <p>A command commits at once, all or nothing, in one unit of work, or is refused with a {@link Rejection} and leaves no
 * trace. The network follows afterwards: the host calls {@link #deliverPending} and {@link #applyDue} from its own
 * scheduler, from as many threads and processes as it likes. The library has no thread of its own.
 *
 * <p>Every method throws {@link NullPointerException} for a missing argument, {@link
 * io.silverdata.contract.spi.StorageException} if the storage fails, and {@link
 * io.silverdata.contract.spi.ConflictException} if other units of work were faster as often as was tried, or once if the
 * unit of work is the host's. Instances are immutable and thread-safe if the ports are.
 */
public final class Contracts {
    // An idempotency key has room for 128 characters: the name, a slash and an identity of 36.
    private static final Pattern BULK_NAME = Pattern.compile("[!-~]{1,91}");

    private final Storage storage;
    private final CustomerDirectory customers;
    private final PlanCatalog plans;
    private final AccessProvisioner access;
    private final LineProvisioner lines;
    private final DebtLedger debts;
    private final EquipmentInventory equipment;
    private final IdGenerator ids;
    private final ZoneId zone;
    private final SuspensionPolicies suspensionPolicies;
    private final Optional<PauseRule> pauses;
    private final SiteAssessor neighbourhood;
    private final AllocationPolicy allocation;
    private final Transactions transactions;
    private final CommandRunner commands;
    private final DeliveryEngine delivery;
    private final DueRunner dueWork;
    private final NetworkReader reader;
    private final ExtraRemoval removal;
    private final DunningExecutor dunning;

    private Contracts(Builder builder) {
        storage = required("storage", builder.storage);
        customers = required("customers", builder.customers);
        plans = required("plans", builder.plans);
        access = required("access", builder.access);
        lines = required("lines", builder.lines);
        debts = builder.debts;
        equipment = builder.equipment;
        zone = builder.zone;
        suspensionPolicies = builder.suspensionPolicies;
        pauses = Optional.ofNullable(builder.pauses);
        neighbourhood = new SiteAssessor(storage.plant(), builder.feasibility, Optional.ofNullable(builder.bandwidth));
        allocation = builder.allocation;
        Clock clock = builder.clock;
        GuardedListener listener = new GuardedListener(builder.listener);
        ids = builder.ids != null ? builder.ids : new RandomIds(clock);
        transactions = builder.unitOfWork != null
                ? new Transactions(builder.unitOfWork, 1)
                : new Transactions(storage.unitOfWork(), builder.conflictAttempts);
        DecisionWriter ledger = new DecisionWriter(storage, allocation.quarantine());
        commands = new CommandRunner(storage, transactions, ledger, allocation, clock, zone, listener);
        NetworkDriver network =
                new NetworkDriver(storage, transactions, access, lines, builder.worker, builder.lease, commands::now);
        delivery = new DeliveryEngine(
                storage,
                transactions,
                ledger,
                network,
                builder.retries,
                builder.random,
                zone,
                builder.worker,
                builder.lease,
                commands::now,
                listener);
        reader = new NetworkReader(access, lines);
        removal = new ExtraRemoval(this, storage, network);
        dueWork = new DueRunner(storage, transactions, ledger, zone);
        dunning = new DunningExecutor(commands, debts, builder.dunning, suspensionPolicies);
    }

    /** Begins the wiring; see {@link Builder} for what is required and what the defaults are. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether an address could be served with a plan, before there is any contract. Writes nothing. */
    public Either<Rejection, Assessment> check(ServiceAddress address, PlanId plan) {
        Objects.requireNonNull(address, "address");
        return findPlan(plan)
                .map(found -> transactions.call(() -> neighbourhood.assess(address, found, commands.now())));
    }

    /** Writes a contract down. */
    public Either<Rejection, CommandResult> draft(NewContract terms, CommandContext context) {
        Objects.requireNonNull(terms, "terms");
        return commands.open("draft " + terms, context, (metadata, ports) -> draft(terms, metadata));
    }

    /**
     * From nothing to active in one unit of work: drafts, assesses, reserves the best output and activates. Refused as a
     * whole if any step is.
     */
    public Either<Rejection, CommandResult> signUp(SignUp request, CommandContext context) {
        Objects.requireNonNull(request, "request");
        return commands.open(
                "signUp " + request,
                context,
                (metadata, ports) -> available(request.onu())
                        .flatMap(onu -> draft(request.terms(), metadata))
                        .flatMap(draft -> signUp(draft, request, metadata, ports)));
    }

    /** Finds out whether a draft's address can be served. */
    public Either<Rejection, CommandResult> assess(ContractId contract, CommandContext context) {
        return commands.run(
                contract,
                "assess",
                context,
                (draft, metadata, ports) -> Decider.decide(
                        draft, new Command.Assess(neighbourhood.assess(draft, metadata.recordedAt())), metadata));
    }

    /** Finds out whether a draft's address can be served from a certain splitter, and from where else. */
    public Either<Rejection, CommandResult> assess(ContractId contract, SplitterId wanted, CommandContext context) {
        Objects.requireNonNull(wanted, "wanted");
        return commands.run(
                contract,
                "assess " + wanted,
                context,
                (draft, metadata, ports) -> Decider.decide(
                        draft,
                        new Command.Assess(neighbourhood.assess(draft, wanted, metadata.recordedAt())),
                        metadata));
    }

    /** Reserves the best output that the assessment qualified and that is free. */
    public Either<Rejection, CommandResult> reserve(ContractId contract, CommandContext context) {
        return commands.run(
                contract,
                "reserve",
                context,
                (draft, metadata, ports) -> unlessObjected(draft, CommandKind.RESERVE)
                        .flatMap(ok -> allocate(
                                draft,
                                draft.assessment(),
                                draft.address(),
                                metadata,
                                ports,
                                chosen -> Decider.decide(
                                        draft, reservation(chosen, metadata, Optional.empty()), metadata))));
    }

    /** Reserves a certain output, which the assessment must have qualified. */
    public Either<Rejection, CommandResult> reserve(
            ContractId contract, SplitterOutputId port, CommandContext context) {
        Objects.requireNonNull(port, "port");
        return reserveExactly(contract, port, Optional.empty(), context);
    }

    /**
     * Reserves a certain output in spite of what the assessment says, or without one.
     *
     * @param override why; 1 to 256 characters, kept with the event
     */
    public Either<Rejection, CommandResult> reserveUnqualified(
            ContractId contract, SplitterOutputId port, String override, CommandContext context) {
        Objects.requireNonNull(port, "port");
        return reserveExactly(contract, port, Optional.of(override), context);
    }

    /** Makes a reservation last one more period of the allocation policy, from its present end. */
    public Either<Rejection, CommandResult> renewReservation(ContractId contract, CommandContext context) {
        return commands.run(contract, "renewReservation", context, (draft, metadata, ports) -> {
            Instant until = draft.reservation()
                    .map(Reservation::until)
                    .orElse(metadata.recordedAt())
                    .plus(allocation.reservationTtl());
            return Decider.decide(draft, new Command.RenewReservation(until, allocation.maxRenewals()), metadata);
        });
    }

    /** Gives a reservation up. */
    public Either<Rejection, CommandResult> releaseReservation(ContractId contract, CommandContext context) {
        return simply(contract, new Command.ReleaseReservation(), context);
    }

    /** Brings a draft alive on the reserved output, or on the best free one that the assessment qualified. */
    public Either<Rejection, CommandResult> activate(
            ContractId contract, OnuSerial onu, RadiusUser radiusUser, CommandContext context) {
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(radiusUser, "radiusUser");
        return commands.run(
                contract,
                "activate " + onu + " " + radiusUser,
                context,
                (draft, metadata, ports) -> unlessObjected(draft, CommandKind.ACTIVATE)
                        .flatMap(ok -> available(onu))
                        .flatMap(ok -> activate(draft, onu, radiusUser, metadata, ports)));
    }

    /** Puts a hold on the service. A pause that the customer asks for must fit the rule for pauses, if there is one. */
    public Either<Rejection, CommandResult> suspend(
            ContractId contract, Suspension suspension, CommandContext context) {
        return suspension(suspension)
                .flatMap(command -> commands.run(
                        contract,
                        command.toString(),
                        context,
                        (current, metadata, ports) -> unlessObjected(
                                        current, suspension, metadata.effectiveAt(), metadata)
                                .flatMap(ok -> Decider.decide(current, command, metadata))));
    }

    /** Makes a hold stricter or milder. */
    public Either<Rejection, CommandResult> changeEnforcement(
            ContractId contract, SuspensionReason reason, Enforcement enforcement, CommandContext context) {
        return simply(contract, new Command.ChangeEnforcement(reason, enforcement), context);
    }

    /** Takes a hold off the service. The trigger of the context must be one that may. */
    public Either<Rejection, LiftOutcome> liftHold(
            ContractId contract, SuspensionReason reason, CommandContext context) {
        return simply(contract, new Command.LiftHold(reason), context).map(LiftOutcome::of);
    }

    /** Changes the plan, or schedules the change. Never lifts a hold. */
    public Either<Rejection, CommandResult> changePlan(
            ContractId contract, PlanId plan, PlanChangeTiming timing, CommandContext context) {
        Objects.requireNonNull(timing, "timing");
        return findPlan(plan)
                .flatMap(found -> commands.run(
                        contract,
                        "changePlan " + plan + " " + timing,
                        context,
                        (current, metadata, ports) -> changePlan(current, found, timing, metadata)));
    }

    /** Schedules a plan change for the beginning of a day in the operator's zone. */
    public Either<Rejection, CommandResult> schedulePlanChange(
            ContractId contract, PlanId plan, LocalDate day, CommandContext context) {
        Objects.requireNonNull(day, "day");
        return findPlan(plan)
                .flatMap(found -> simply(contract, scheduled(new Command.ChangePlan(found), startOf(day)), context));
    }

    /** Schedules a hold. A pause that the customer asks for must fit the rule for pauses, if there is one. */
    public Either<Rejection, CommandResult> scheduleSuspension(
            ContractId contract, Suspension suspension, Instant at, CommandContext context) {
        return suspension(suspension)
                .map(command -> scheduled(command, at))
                .flatMap(command -> commands.run(
                        contract,
                        command.toString(),
                        context,
                        (current, metadata, ports) -> unlessObjected(current, suspension, at, metadata)
                                .flatMap(ok -> Decider.decide(current, command, metadata))));
    }

    /** Schedules the end of a contract. */
    public Either<Rejection, CommandResult> scheduleCancellation(
            ContractId contract, CancellationReason reason, Instant at, CommandContext context) {
        return simply(contract, scheduled(new Command.Cancel(reason, debts.debt(contract)), at), context);
    }

    /** Schedules the passing of a contract to another holder, who keeps the login. */
    public Either<Rejection, CommandResult> scheduleTransfer(
            ContractId contract, CustomerId customer, Instant at, CommandContext context) {
        return knownCustomer(customer)
                .flatMap(known -> simply(
                        contract,
                        scheduled(new Command.TransferOwnership(known, Optional.empty(), Optional.empty()), at),
                        context));
    }

    /** Withdraws what is scheduled of a kind. */
    public Either<Rejection, CommandResult> undoScheduled(
            ContractId contract, CommandKind kind, CommandContext context) {
        return simply(contract, new Command.UndoScheduled(kind), context);
    }

    /** Moves the service to another address: assesses it, takes the best free output there, and retires the old line. */
    public Either<Rejection, CommandResult> relocate(
            ContractId contract, ServiceAddress address, CommandContext context) {
        Objects.requireNonNull(address, "address");
        return commands.run(
                contract,
                "relocate " + address,
                context,
                (live, metadata, ports) -> unlessObjected(live, CommandKind.RELOCATE)
                        .flatMap(ok -> {
                            Assessment there = neighbourhood.assess(address, live.plan(), metadata.recordedAt());
                            return allocate(
                                    live,
                                    Optional.of(there),
                                    address,
                                    metadata,
                                    ports,
                                    chosen -> Decider.decide(
                                            live, new Command.Relocate(address, chosen, there), metadata));
                        }));
    }

    /** Passes the contract to another holder. */
    public Either<Rejection, CommandResult> transferOwnership(
            ContractId contract, Transfer transfer, CommandContext context) {
        return knownCustomer(transfer.customer())
                .flatMap(customer -> simply(
                        contract,
                        new Command.TransferOwnership(customer, transfer.radiusUser(), transfer.override()),
                        context));
    }

    /** Replaces the ONU. */
    public Either<Rejection, CommandResult> swapOnu(ContractId contract, OnuSerial onu, CommandContext context) {
        return available(onu).flatMap(ok -> simply(contract, new Command.SwapOnu(onu), context));
    }

    /** Ends the contract for good. Debt and remaining term do not stop it; the event reports them. */
    public Either<Rejection, CommandResult> cancel(
            ContractId contract, CancellationReason reason, CommandContext context) {
        Objects.requireNonNull(reason, "reason");
        return commands.run(
                contract,
                "cancel " + reason,
                context,
                (current, metadata, ports) ->
                        Decider.decide(current, new Command.Cancel(reason, debts.debt(contract)), metadata));
    }

    /** Takes up again what the network was given up on. */
    public Either<Rejection, CommandResult> retryProvisioning(ContractId contract, CommandContext context) {
        return simply(contract, new Command.RetryProvisioning(), context);
    }

    /** Records that a target was found to differ from the contract; it will be delivered again. */
    public Either<Rejection, CommandResult> reportDrift(
            ContractId contract, NetworkTarget target, Drift drift, CommandContext context) {
        return simply(contract, new Command.ReportDrift(target, drift), context);
    }

    /**
     * Prepares one command for every contract of a selection. Nothing is done before {@link Bulk#begin}.
     *
     * @param name what this bulk command is called, 1 to 91 printable ASCII characters without spaces; the same name again
     *     repeats nothing that was done under it
     * @param action gives the command on one contract
     * @param context by whom and why; must name neither an idempotency key nor a version
     * @throws IllegalArgumentException naming what is not so
     */
    public Bulk bulk(String name, Selection selection, Bulk.Action action, CommandContext context) {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(action, "action");
        if (!BULK_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("name", name, "1 to 91 printable ASCII characters without spaces")
                            .message());
        }
        requireUnconditional(context);
        return new Bulk(this, storage, commands, name, selection, action, context, BulkLimits.none());
    }

    /**
     * Prepares a comparison of the network with the contracts of a selection. As it is, it writes nothing: see {@link
     * Audit#repairing} and {@link Audit#searchingExtras}.
     *
     * @param context by whom and why drift is reported; must name neither an idempotency key nor a version
     * @throws IllegalArgumentException naming what is not so
     */
    public Audit audit(Selection selection, CommandContext context) {
        Objects.requireNonNull(selection, "selection");
        requireUnconditional(context);
        return new Audit(
                this,
                storage,
                reader,
                commands::now,
                selection,
                context,
                new Audit.Scope(false, false, BulkLimits.none()));
    }

    /**
     * Removes from the network what an audit found that no contract asks for. Must not be called inside a unit of work.
     *
     * @return what the device answered, or whose it is after all
     * @throws IllegalStateException inside a unit of work: no device may be touched there
     */
    public Either<Rejection, DeviceOutcome> removeExtra(Extra extra, CommandContext context) {
        outsideUnitOfWork(storage, "removeExtra");
        return removal.remove(extra, context);
    }

    /**
     * Prepares the collection of debt for every contract of a selection, by the policies given to {@link Builder#dunning}. Looks
     * at every contract once, to count; nothing is done before {@link DunningRun#advance}. {@code docs/dunning.md} explains it.
     *
     * @param dryRun whether nothing is to be written at all
     * @param limits from how many contracts something may be taken away, and how fast; giving back has no such limit
     */
    public DunningRun runDunning(Selection selection, boolean dryRun, BulkLimits limits) {
        return DunningRun.begin(storage, dunning, selection, dryRun, limits);
    }

    /**
     * Tells the network what contracts want, one after the other on the calling thread. To be called from the host's
     * scheduler, by as many threads and processes as it likes; must not be called inside a unit of work.
     *
     * @param max how many contracts at most, 1 or more
     * @return what was done; a sum of {@code leased} below {@code max} means that nothing more is due
     * @throws IllegalStateException inside a unit of work: no device may be touched there
     */
    public DeliverySummary deliverPending(int max) {
        outsideUnitOfWork(storage, "deliverPending");
        return delivery.deliver(positive("max", max));
    }

    /**
     * Does what time has brought about: reservations and holds that ended, changes that were scheduled. To be called from
     * the host's scheduler, for example every minute, by as many threads and processes as it likes. What is late counts
     * from when it was due.
     *
     * @param max how many contracts at most, 1 or more
     */
    public DueSummary applyDue(int max) {
        return dueWork.apply(positive("max", max), commands.now());
    }

    /** How things stand: asks the storage, and no device. */
    public Health health() {
        Instant now = commands.now();
        QueueDepth queue = storage.work().depth(now);
        return new Health(
                now,
                storage.contracts().countByStatus(),
                queue,
                queue.oldestDue()
                        .map(oldest -> Duration.between(oldest, now))
                        .filter(lag -> !lag.isNegative())
                        .orElse(Duration.ZERO),
                Stream.concat(access.devices().stream(), lines.devices().stream())
                        .toList());
    }

    /** The contract with this identity. */
    public Optional<Contract> find(ContractId contract) {
        return storage.contracts().find(contract);
    }

    /** The contract with this number. */
    public Optional<Contract> find(ContractNumber number) {
        return storage.contracts().find(number);
    }

    /** Everything that happened to a contract, oldest first; empty if there is none. */
    public List<RecordedEvent> history(ContractId contract) {
        return storage.events().history(contract);
    }

    private Either<Rejection, Decision> draft(NewContract terms, CommandMetadata metadata) {
        Optional<Rejection> objection = terms.number()
                .flatMap(number -> storage.contracts().find(number))
                .map(other -> (Rejection) new Rejection.ContractNumberInUse(other.number()))
                .or(() -> terms.predecessor()
                        .filter(id -> storage.contracts()
                                .find(id)
                                .filter(old -> old.status() == Status.CANCELLED)
                                .isEmpty())
                        .map(Rejection.PredecessorNotEnded::new));
        if (objection.isPresent()) {
            return Either.left(objection.get());
        }
        return knownCustomer(terms.customer())
                .flatMap(customer -> findPlan(terms.plan()))
                .flatMap(plan -> Decider.draft(
                        ids.contractId(),
                        new ContractEvent.ContractDrafted(
                                terms.number().orElseGet(ids::contractNumber),
                                terms.predecessor(),
                                terms.customer(),
                                plan,
                                terms.address(),
                                terms.billingDay()),
                        metadata));
    }

    private Either<Rejection, Decision> signUp(
            Decision draft, SignUp request, CommandMetadata metadata, PortSearch ports) {
        Assessment assessment = neighbourhood.assess(draft.contract(), metadata.recordedAt());
        return allocate(
                draft.contract(),
                Optional.of(assessment),
                request.terms().address(),
                metadata,
                ports,
                chosen -> draft.then(contract -> Decider.decide(contract, new Command.Assess(assessment), metadata))
                        .flatMap(done -> done.then(contract ->
                                Decider.decide(contract, reservation(chosen, metadata, Optional.empty()), metadata)))
                        .flatMap(done -> done.then(contract -> Decider.decide(
                                contract,
                                new Command.Activate(chosen, request.onu(), request.radiusUser()),
                                metadata))));
    }

    private Either<Rejection, Decision> activate(
            Contract draft, OnuSerial onu, RadiusUser radiusUser, CommandMetadata metadata, PortSearch ports) {
        Function<PortAssignment, Either<Rejection, Decision>> decide =
                chosen -> Decider.decide(draft, new Command.Activate(chosen, onu, radiusUser), metadata);
        Optional<Reservation> reserved = draft.reservation().filter(held -> !held.isOver(metadata.recordedAt()));
        return reserved.isPresent()
                ? ports.exactly(reserved.get().ports().splitterOutput(), decide)
                : allocate(draft, draft.assessment(), draft.address(), metadata, ports, decide);
    }

    private Either<Rejection, CommandResult> reserveExactly(
            ContractId contract, SplitterOutputId port, Optional<String> override, CommandContext context) {
        return commands.run(
                contract,
                "reserve " + port + " " + override,
                context,
                (draft, metadata, ports) -> unlessObjected(draft, CommandKind.RESERVE)
                        .flatMap(ok -> ports.exactly(
                                port,
                                chosen -> Decider.decide(draft, reservation(chosen, metadata, override), metadata))));
    }

    /** Why nothing can be reserved at all is said first; then outputs are tried until one is claimed. */
    private Either<Rejection, Decision> allocate(
            Contract contract,
            Optional<Assessment> assessment,
            ServiceAddress address,
            CommandMetadata metadata,
            PortSearch ports,
            Function<PortAssignment, Either<Rejection, Decision>> decide) {
        if (assessment.isEmpty()) {
            return Either.left(new Rejection.NotAssessed());
        }
        Instant now = metadata.recordedAt();
        Optional<Rejection> objection = assessment.get().objection(now);
        return objection.isPresent()
                ? Either.left(objection.get())
                : ports.anyOf(assessment.get(), contract.id(), () -> neighbourhood.around(address, now), decide);
    }

    private Either<Rejection, Decision> changePlan(
            Contract contract, PlanSnapshot plan, PlanChangeTiming timing, CommandMetadata metadata) {
        boolean now = switch (timing) {
            case IMMEDIATELY -> true;
            case AT_CYCLE_END -> false;
            case UPGRADE_NOW_DOWNGRADE_AT_CYCLE_END -> !plan.isDowngradeFrom(contract.plan());
        };
        Command.ChangePlan change = new Command.ChangePlan(plan);
        return Decider.decide(contract, now ? change : scheduled(change, nextCycle(contract, metadata)), metadata);
    }

    private Instant nextCycle(Contract contract, CommandMetadata metadata) {
        LocalDate today = LocalDate.ofInstant(metadata.recordedAt(), zone);
        LocalDate anchor = LocalDate.ofInstant(contract.activatedAt().orElse(contract.draftedAt()), zone);
        return startOf(contract.plan().price().cycle().nextStart(anchor, contract.billingDay(), today));
    }

    private Either<Rejection, CommandResult> simply(ContractId contract, Command command, CommandContext context) {
        return commands.run(
                contract,
                command.toString(),
                context,
                (current, metadata, ports) -> Decider.decide(current, command, metadata));
    }

    private Command.Reserve reservation(PortAssignment ports, CommandMetadata metadata, Optional<String> override) {
        return new Command.Reserve(ports, metadata.recordedAt().plus(allocation.reservationTtl()), override);
    }

    private static Command.Schedule scheduled(Command.Schedulable command, Instant at) {
        return new Command.Schedule(new ScheduledChange(command, at.truncatedTo(ChronoUnit.MICROS)));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Either<Rejection, Contract> unlessObjected(Contract contract, CommandKind kind) {
        return contract.objectionTo(kind)
                .<Either<Rejection, Contract>>map(Either::left)
                .orElseGet(() -> Either.right(contract));
    }

    private Either<Rejection, Contract> unlessObjected(
            Contract contract, Suspension suspension, Instant start, CommandMetadata metadata) {
        boolean asked = metadata.trigger() == Trigger.CUSTOMER
                && suspension.reason().category() == SuspensionReason.Category.CUSTOMER_REQUEST;
        return pauses.filter(rule -> asked)
                .flatMap(rule -> rule.objection(
                        start,
                        suspension.until(),
                        storage.events().history(contract.id()),
                        debts.dunningFacts(contract.id()),
                        metadata.recordedAt(),
                        zone))
                .<Either<Rejection, Contract>>map(Either::left)
                .orElseGet(() -> Either.right(contract));
    }

    private Either<Rejection, Command.Suspend> suspension(Suspension suspension) {
        Optional<SuspensionPolicy> found = suspensionPolicies.find(suspension.reason());
        return found.<Either<Rejection, Command.Suspend>>map(policy -> Either.right(new Command.Suspend(
                        policy,
                        suspension.enforcement().orElse(policy.enforcement()),
                        suspension.until().map(end -> end.truncatedTo(ChronoUnit.MICROS)))))
                .orElseGet(() -> Either.left(new Rejection.UnknownSuspensionReason(suspension.reason())));
    }

    private Either<Rejection, PlanSnapshot> findPlan(PlanId plan) {
        return plans.find(Objects.requireNonNull(plan, "plan"))
                .<Either<Rejection, PlanSnapshot>>map(Either::right)
                .orElseGet(() -> Either.left(new Rejection.UnknownPlan(plan)));
    }

    private Either<Rejection, CustomerId> knownCustomer(CustomerId customer) {
        return customers.isKnown(Objects.requireNonNull(customer, "customer"))
                ? Either.right(customer)
                : Either.left(new Rejection.UnknownCustomer(customer));
    }

    private Either<Rejection, OnuSerial> available(OnuSerial onu) {
        return equipment
                .objection(Objects.requireNonNull(onu, "onu"))
                .<Either<Rejection, OnuSerial>>map(why -> Either.left(new Rejection.EquipmentUnavailable(onu, why)))
                .orElseGet(() -> Either.right(onu));
    }

    private static void requireUnconditional(CommandContext context) {
        if (context.idempotencyKey().isPresent() || context.expectedVersion().isPresent()) {
            throw new IllegalArgumentException("context must name neither an idempotency key nor a version");
        }
    }

    static void outsideUnitOfWork(Storage storage, String what) {
        if (storage.unitOfWork().isActive()) {
            throw new IllegalStateException(what + " must not be called inside a unit of work");
        }
    }

    static long live(Storage storage) {
        return storage.contracts().countByStatus().entrySet().stream()
                .filter(count -> count.getKey().isLive())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static int positive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be 1 or more, was " + value);
        }
        return value;
    }

    private static <T> T required(String slot, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(slot + " is required");
        }
        return value;
    }

    /**
     * The wiring. {@link #storage}, {@link #customers}, {@link #plans}, {@link #access} and {@link #lines} are required;
     * everything else has a default. Not thread-safe.
     */
    public static final class Builder {
        private static final int MIN_LEASE_SECONDS = 1;

        private @Nullable Storage storage;
        private @Nullable CustomerDirectory customers;
        private @Nullable PlanCatalog plans;
        private @Nullable AccessProvisioner access;
        private @Nullable LineProvisioner lines;
        private @Nullable UnitOfWork unitOfWork;
        private @Nullable IdGenerator ids;
        private DebtLedger debts = contract -> Optional.empty();
        private Function<Contract, Optional<DunningPolicy>> dunning = contract -> Optional.empty();
        private @Nullable BandwidthLedger bandwidth;
        private EquipmentInventory equipment = onu -> Optional.empty();
        private Clock clock = Clock.systemUTC();
        private ZoneId zone = ZoneOffset.UTC;
        private SuspensionPolicies suspensionPolicies = SuspensionPolicies.defaults();
        private @Nullable PauseRule pauses;
        private FeasibilityPolicy feasibility = FeasibilityPolicy.defaults();
        private AllocationPolicy allocation = AllocationPolicy.defaults();
        private RetryPolicy retries = RetryPolicy.defaults();
        private ContractsListener listener = new ContractsListener() {};
        private RandomGenerator random = new SecureRandom();
        private String worker = "contract-" + ProcessHandle.current().pid();
        private Duration lease = Duration.ofMinutes(5);
        private int conflictAttempts = 20;

        private Builder() {}

        /** Where everything is kept. Required. */
        public Builder storage(Storage value) {
            storage = Objects.requireNonNull(value, "storage");
            return this;
        }

        /** Who may hold a contract. Required. */
        public Builder customers(CustomerDirectory value) {
            customers = Objects.requireNonNull(value, "customers");
            return this;
        }

        /** What is sold. Required. */
        public Builder plans(PlanCatalog value) {
            plans = Objects.requireNonNull(value, "plans");
            return this;
        }

        /** The RADIUS side of the network. Required. */
        public Builder access(AccessProvisioner value) {
            access = Objects.requireNonNull(value, "access");
            return this;
        }

        /** The OLT side of the network. Required. */
        public Builder lines(LineProvisioner value) {
            lines = Objects.requireNonNull(value, "lines");
            return this;
        }

        /**
         * The host's transactions, which commands then join; a conflict is reported instead of repeated. Default: the
         * storage's own.
         */
        public Builder unitOfWork(UnitOfWork value) {
            unitOfWork = Objects.requireNonNull(value, "unitOfWork");
            return this;
        }

        /** What is owed. Default: nothing is known. */
        public Builder debts(DebtLedger value) {
            debts = Objects.requireNonNull(value, "debts");
            return this;
        }

        /** How debt is collected, the same for all contracts. Default: it is not. */
        public Builder dunning(DunningPolicy value) {
            Objects.requireNonNull(value, "value");
            return dunning(contract -> Optional.of(value));
        }

        /**
         * How debt is collected on each contract, by its plan for example; not at all if empty. Must be thread-safe and fast.
         * Default: on none.
         */
        public Builder dunning(Function<Contract, Optional<DunningPolicy>> value) {
            dunning = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Which ONUs may be given out. Default: all. */
        public Builder equipment(EquipmentInventory value) {
            equipment = Objects.requireNonNull(value, "equipment");
            return this;
        }

        /**
         * What is sold under each PON port, checked against {@link FeasibilityPolicy#maxOversubscription()}. Default: not
         * looked at.
         */
        public Builder bandwidth(BandwidthLedger value) {
            bandwidth = Objects.requireNonNull(value, "bandwidth");
            return this;
        }

        /** Where identities and numbers come from. Default: random, see {@code docs/lifecycle.md}. */
        public Builder ids(IdGenerator value) {
            ids = Objects.requireNonNull(value, "ids");
            return this;
        }

        /** The time. Default: the system's. Read to the microsecond. */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** The operator's time zone, in which days and billing periods begin. Default: UTC. */
        public Builder zone(ZoneId value) {
            zone = Objects.requireNonNull(value, "zone");
            return this;
        }

        /** What a suspension means. Default: {@link SuspensionPolicies#defaults()}. */
        public Builder suspensionPolicies(SuspensionPolicies value) {
            suspensionPolicies = Objects.requireNonNull(value, "suspensionPolicies");
            return this;
        }

        /** Which pauses customers may ask for themselves. Default: any. */
        public Builder pauses(PauseRule value) {
            pauses = Objects.requireNonNull(value, "pauses");
            return this;
        }

        /** When an address qualifies. Default: {@link FeasibilityPolicy#defaults()}. */
        public Builder feasibility(FeasibilityPolicy value) {
            feasibility = Objects.requireNonNull(value, "feasibility");
            return this;
        }

        /** How outputs are chosen, kept and rested. Default: {@link AllocationPolicy#defaults()}. */
        public Builder allocation(AllocationPolicy value) {
            allocation = Objects.requireNonNull(value, "allocation");
            return this;
        }

        /** When a delivery is tried again. Default: {@link RetryPolicy#defaults()}. */
        public Builder retries(RetryPolicy value) {
            retries = Objects.requireNonNull(value, "retries");
            return this;
        }

        /** Who is told what is done. Default: nobody. */
        public Builder listener(ContractsListener value) {
            listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /** What jitter is made of; must be thread-safe. Default: a secure random. */
        public Builder random(RandomGenerator value) {
            random = Objects.requireNonNull(value, "random");
            return this;
        }

        /** The name under which this process takes leases. Default: made of the process id. */
        public Builder worker(String value) {
            worker = Objects.requireNonNull(value, "worker");
            return this;
        }

        /**
         * How long a worker may take for one contract or device before another may take over. Default: 5 minutes.
         *
         * @param value 1 second or more, and more than the slowest device operation
         */
        public Builder lease(Duration value) {
            if (value.toSeconds() < MIN_LEASE_SECONDS) {
                throw new IllegalArgumentException("lease must be 1 second or more, was " + value);
            }
            lease = value;
            return this;
        }

        /** How often a unit of work is tried that loses against another, 1 or more. Default: 20. */
        public Builder conflictAttempts(int value) {
            conflictAttempts = positive("conflictAttempts", value);
            return this;
        }

        /**
         * The facade.
         *
         * @throws IllegalStateException naming a required slot that is empty
         */
        public Contracts build() {
            return new Contracts(this);
        }
    }
}
