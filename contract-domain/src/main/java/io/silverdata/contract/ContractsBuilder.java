package io.silverdata.contract;

import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.PauseRule;
import io.silverdata.contract.engine.Settlement;
import io.silverdata.contract.feasibility.FeasibilityPolicy;
import io.silverdata.contract.internal.command.AccessSettingsUseCase;
import io.silverdata.contract.internal.command.ActivationCheck;
import io.silverdata.contract.internal.command.AdoptUseCase;
import io.silverdata.contract.internal.command.BindingCheck;
import io.silverdata.contract.internal.command.CheckedClock;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.internal.command.EraseUseCase;
import io.silverdata.contract.internal.command.GuardedListener;
import io.silverdata.contract.internal.command.HostPorts;
import io.silverdata.contract.internal.command.NoteDesk;
import io.silverdata.contract.internal.command.RandomIds;
import io.silverdata.contract.internal.command.SiteAssessor;
import io.silverdata.contract.internal.command.StorageTime;
import io.silverdata.contract.internal.command.UseCases;
import io.silverdata.contract.internal.delivery.CoexistenceDesk;
import io.silverdata.contract.internal.delivery.DeliveryEngine;
import io.silverdata.contract.internal.delivery.DeliveryRecorder;
import io.silverdata.contract.internal.delivery.DueRunner;
import io.silverdata.contract.internal.delivery.LeasingWorker;
import io.silverdata.contract.internal.delivery.NetworkDriver;
import io.silverdata.contract.internal.delivery.WorkerSettings;
import io.silverdata.contract.internal.delivery.WriteGate;
import io.silverdata.contract.internal.moves.StoredMoves;
import io.silverdata.contract.internal.plant.StoredPlant;
import io.silverdata.contract.internal.runs.DunningExecutor;
import io.silverdata.contract.internal.runs.GroupedAdoption;
import io.silverdata.contract.internal.runs.NetworkReader;
import io.silverdata.contract.internal.runs.RunParts;
import io.silverdata.contract.internal.runs.SelectionRuns;
import io.silverdata.contract.internal.transaction.ContractSettler;
import io.silverdata.contract.internal.transaction.DecisionWriter;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.AllowedReplyAttribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.Texts;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.BandwidthLedger;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.EquipmentInventory;
import io.silverdata.contract.spi.IdGenerator;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.OperatorZone;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.RetryPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The wiring of {@link Contracts}. {@link #storage}, {@link #customers}, {@link #plans}, {@link #radius} and {@link #olts} are
 * required; everything else has a default.
 *
 * <p>Each slot is checked where it is set and takes one value: a second one throws {@link IllegalStateException} naming both.
 * What does not fit throws {@link IllegalArgumentException} naming field, value and what is allowed. For use by one thread.
 */
public final class ContractsBuilder {
    private static final int MAX_WORKER_NAME = 128;

    private final Slot<Storage> storage = new Slot<>("storage");
    private final Slot<CustomerDirectory> customers = new Slot<>("customers");
    private final Slot<PlanCatalog> plans = new Slot<>("plans");
    private final Slot<AccessProvisioner> radius = new Slot<>("radius");
    private final Slot<LineProvisioner> olts = new Slot<>("olts");
    private final Slot<IdGenerator> ids = new Slot<>("ids");
    private final Slot<DebtLedger> debts = new Slot<>("debts");
    private final Slot<Function<Contract, Optional<DunningPolicy>>> dunning = new Slot<>("dunning");
    private Optional<CutCalendar> dunningCalendar = Optional.empty();
    private final Slot<BandwidthLedger> bandwidth = new Slot<>("bandwidth");
    private final Slot<EquipmentInventory> equipment = new Slot<>("equipment");
    private final Slot<Clock> clock = new Slot<>("clock");
    private final Slot<Duration> clockTolerance = new Slot<>("clockTolerance");
    private final Slot<ZoneId> zone = new Slot<>("zone");
    private final Slot<SuspensionPolicies> suspensionPolicies = new Slot<>("suspensionPolicies");
    private final Slot<PauseRule> pauses = new Slot<>("pauses");
    private final Slot<FeasibilityPolicy> feasibility = new Slot<>("feasibility");
    private final Slot<AllocationPolicy> allocation = new Slot<>("allocation");
    private final Slot<RetryPolicy> retries = new Slot<>("retries");
    private final Slot<ContractsListener> listener = new Slot<>("listener");
    private final Slot<RandomGenerator> random = new Slot<>("random");
    private final Slot<String> workerName = new Slot<>("workerName");
    private final Slot<Duration> lease = new Slot<>("lease");
    private final Slot<Executor> executor = new Slot<>("executor");
    private final Slot<ScheduledExecutorService> scheduler = new Slot<>("scheduler");
    private final Slot<Set<AttributeKey>> personalAttributes = new Slot<>("personalAttributes");
    private final Slot<Predicate<Actor>> customerActors = new Slot<>("customerActors");
    private final Slot<List<AllowedReplyAttribute>> replyAttributes = new Slot<>("replyAttributes");
    private final Slot<Integer> conflictAttempts = new Slot<>("conflictAttempts");

    ContractsBuilder() {}

    /** Where everything is kept, and in which transactions. Required. */
    public ContractsBuilder storage(Storage value) {
        storage.set(value);
        return this;
    }

    /** Who may hold a contract. Required. */
    public ContractsBuilder customers(CustomerDirectory value) {
        customers.set(value);
        return this;
    }

    /** What is sold. Required. */
    public ContractsBuilder plans(PlanCatalog value) {
        plans.set(value);
        return this;
    }

    /** The RADIUS side of the network. Required. */
    public ContractsBuilder radius(AccessProvisioner value) {
        radius.set(value);
        return this;
    }

    /** The OLT side of the network. Required. */
    public ContractsBuilder olts(LineProvisioner value) {
        olts.set(value);
        return this;
    }

    /** What is owed. Default: nothing is known. */
    public ContractsBuilder debts(DebtLedger value) {
        debts.set(value);
        return this;
    }

    /** How debt is collected, the same for all contracts. Needs {@link #debts}. Default: dunning is off. */
    public ContractsBuilder dunning(DunningPolicy value) {
        Optional<DunningPolicy> policy = Optional.of(value);
        dunningCalendar = policy.map(DunningPolicy::calendar);
        return dunning(contract -> policy);
    }

    /**
     * How debt is collected on each contract, by its plan for example; not at all if empty. Must be thread-safe and fast. Needs
     * {@link #debts}. Default: on none.
     */
    public ContractsBuilder dunning(Function<Contract, Optional<DunningPolicy>> value) {
        dunning.set(value);
        return this;
    }

    /** Which ONUs may be given out. Default: all. */
    public ContractsBuilder equipment(EquipmentInventory value) {
        equipment.set(value);
        return this;
    }

    /**
     * What is sold under each PON port, checked against {@link FeasibilityPolicy#maxOversubscription()}. Default: not
     * checked.
     */
    public ContractsBuilder bandwidth(BandwidthLedger value) {
        bandwidth.set(value);
        return this;
    }

    /** Where identities and numbers come from. Default: random, see {@code docs/lifecycle.md}. */
    public ContractsBuilder ids(IdGenerator value) {
        ids.set(value);
        return this;
    }

    /** The time. Default: the system's. Read to the microsecond. */
    public ContractsBuilder clock(Clock value) {
        clock.set(value);
        return this;
    }

    /**
     * How far the clock may be ahead of the storage's, where the storage has a clock of its own. A command from a host that is
     * further ahead throws {@link io.silverdata.contract.spi.ClockAheadException}: what it would record could not be amended before
     * that time has come. Leases of contracts and devices go by the storage's clock, so that hosts whose clocks differ agree when
     * a lease is over. Default: 10 minutes; a clock of the host's is compared only if this is set.
     *
     * @param value zero or more
     */
    public ContractsBuilder clockTolerance(Duration value) {
        clockTolerance.set(value);
        clockTolerance.require(!value.isNegative(), "zero or more");
        return this;
    }

    /** The operator's time zone, in which days and billing periods begin; that of calendars and reports, too. Required. */
    public ContractsBuilder zone(ZoneId value) {
        zone.set(value);
        return this;
    }

    /** What a suspension means. Default: {@link SuspensionPolicies#defaults()}. */
    public ContractsBuilder suspensionPolicies(SuspensionPolicies value) {
        suspensionPolicies.set(value);
        return this;
    }

    /** Which pauses customers may ask for themselves. Default: any. */
    public ContractsBuilder pauses(PauseRule value) {
        pauses.set(value);
        return this;
    }

    /** When an address qualifies. Default: {@link FeasibilityPolicy#defaults()}. */
    public ContractsBuilder feasibility(FeasibilityPolicy value) {
        feasibility.set(value);
        return this;
    }

    /** How outputs are chosen, reserved and quarantined. Default: {@link AllocationPolicy#defaults()}. */
    public ContractsBuilder allocation(AllocationPolicy value) {
        allocation.set(value);
        return this;
    }

    /** When a delivery is retried. Default: {@link RetryPolicy#defaults()}. */
    public ContractsBuilder retries(RetryPolicy value) {
        retries.set(value);
        return this;
    }

    /** Receives a report of each command and delivery. Default: none. */
    public ContractsBuilder listener(ContractsListener value) {
        listener.set(value);
        return this;
    }

    /** The source of jitter; must be thread-safe. Default: a secure random. */
    public ContractsBuilder random(RandomGenerator value) {
        random.set(value);
        return this;
    }

    /**
     * The name under which this process takes leases. Default: made of the process id.
     *
     * @param value 1 to 128 characters without control characters or lone surrogates
     */
    public ContractsBuilder workerName(String value) {
        workerName.set(value);
        workerName.require(
                !value.isEmpty()
                        && value.length() <= MAX_WORKER_NAME
                        && value.chars().noneMatch(Character::isISOControl)
                        && Texts.isWellFormed(value),
                "1 to " + MAX_WORKER_NAME + " characters without control characters or lone surrogates");
        return this;
    }

    /**
     * How long a lease of a contract or device lasts. A worker renews its leases three times as often, so a device may take longer; once
     * the worker's process has died, others take over when the lease ends. Default: 20 seconds.
     *
     * @param value 1 second to 1 day
     */
    public ContractsBuilder lease(Duration value) {
        lease.set(value);
        lease.require(
                value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0,
                "1 second to 1 day");
        return this;
    }

    /**
     * Where devices are written to side by side while {@code deliverPending} runs: one task for RADIUS and one for each OLT at a time, each
     * of which waits for its devices. Meanwhile the calling thread records outcomes. A task that is rejected runs on the calling thread, and
     * so does RADIUS' while no thread is free. Default: the calling thread writes to one after the other.
     */
    public ContractsBuilder executor(Executor value) {
        executor.set(value);
        return this;
    }

    /**
     * On which leases are renewed while {@code deliverPending} runs: short units of work, which need one thread. Default: a daemon thread
     * that lives as long as the call.
     */
    public ContractsBuilder scheduler(ScheduledExecutorService value) {
        scheduler.set(value);
        return this;
    }

    /**
     * Which attributes are about a person: {@link Contracts#erasePersonalData} removes them from the contract and from its events. Every
     * process that erases must name the same. Default: none.
     */
    public ContractsBuilder personalAttributes(Set<AttributeKey> value) {
        personalAttributes.set(Set.copyOf(value));
        return this;
    }

    /**
     * Which actors are customers, as those of a portal: {@link Contracts#erasePersonalData} takes their names out of the events of the
     * contract. Must be thread-safe and fast. Default: none, so that the events go on to say which member of the staff did what.
     */
    public ContractsBuilder customerActors(Predicate<Actor> value) {
        customerActors.set(value);
        return this;
    }

    /**
     * Which further RADIUS attributes contracts may have, beside addresses and routes. A contract keeps what it has if one is no longer
     * allowed. The RADIUS adapter must know them, too. Default: none.
     *
     * @throws IllegalArgumentException if a name is there twice
     */
    public ContractsBuilder replyAttributes(Collection<AllowedReplyAttribute> value) {
        replyAttributes.set(List.copyOf(value));
        replyAttributes.require(
                value.stream().map(AllowedReplyAttribute::name).distinct().count() == value.size(), "each name once");
        return this;
    }

    /** How often a unit of work that lost against another is attempted, 1 or more. Default: 20. */
    public ContractsBuilder conflictAttempts(int value) {
        conflictAttempts.set(value);
        conflictAttempts.require(value >= 1, "1 or more");
        return this;
    }

    /**
     * Wires everything.
     *
     * @throws IllegalStateException naming a required slot that is empty, or {@code dunning} without {@code debts}
     * @throws IllegalArgumentException if the zone is not that of the dunning policy's calendar, or of the reports of the storage
     */
    public Contracts build() {
        if (dunning.isSet() && !debts.isSet()) {
            throw new IllegalStateException("dunning needs debts: without them it never finds anything owed");
        }
        Storage kept = storage.required();
        AccessProvisioner access = radius.required();
        LineProvisioner lines = olts.required();
        Clock time = clock.or(Clock::systemUTC);
        Supplier<Instant> here = () -> time.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<CheckedClock> checked = checked(here, kept);
        Supplier<Instant> now = checked.<Supplier<Instant>>map(clock -> clock).orElse(here);
        Storage store =
                checked.<Storage>map(clock -> new StorageTime(kept, clock)).orElse(kept);
        AllocationPolicy ports = allocation.or(AllocationPolicy::defaults);
        SuspensionPolicies suspensions = suspensionPolicies.or(SuspensionPolicies::defaults);
        HostPorts host = new HostPorts(
                customers.required(),
                plans.required(),
                equipment.or(() -> onu -> Optional.empty()),
                debts.or(() -> contract -> Optional.empty()));
        ZoneId days = zone.required();
        dunningCalendar.ifPresent(calendar -> requireZone(calendar, days));
        store.operatorZone().agree("the contracts", days);
        GuardedListener reports = new GuardedListener(listener.or(() -> new ContractsListener() {}));
        Transactions transactions = new Transactions(store.unitOfWork(), conflictAttempts.or(() -> 20));
        DecisionWriter writer = new DecisionWriter(store, ports.quarantine());
        Settlement settlement = new Settlement(
                days, contract -> host.debts().debt(contract.id()), new ActivationCheck(store, host, now)::objection);
        ContractSettler settler = new ContractSettler(store, writer, settlement);
        CommandRunner commands = new CommandRunner(
                store, transactions, writer, ports, now, settlement, reports, new BindingCheck(lines));
        SiteAssessor site =
                new SiteAssessor(store.plant(), feasibility.or(FeasibilityPolicy::defaults), bandwidth.value());
        IdGenerator identities = ids.or(() -> new RandomIds(time));
        EraseUseCase erase =
                new EraseUseCase(store, personalAttributes.or(Set::of), customerActors.or(() -> actor -> false));
        AccessSettingsUseCase accessSettings = new AccessSettingsUseCase(replyAttributes.or(List::of));
        UseCases useCases =
                UseCases.of(store, host, identities, site, ports, suspensions, pauses.value(), erase, accessSettings);
        WorkerSettings settings = new WorkerSettings(
                workerName.or(() -> "contract-" + ProcessHandle.current().pid()),
                lease.or(() -> Duration.ofSeconds(20)),
                retries.or(RetryPolicy::defaults),
                random.or(SecureRandom::new),
                executor.value(),
                scheduler.value());
        FaultIsolation faults = new FaultIsolation(store);
        GroupedAdoption adoption = new GroupedAdoption(
                store,
                commands,
                new AdoptUseCase(useCases.draft(), host, suspensions, identities, accessSettings),
                faults);
        WriteGate gate = new WriteGate(store, transactions, now);
        NetworkDriver driver = new NetworkDriver(store, transactions, access, lines, settings, now, gate);
        DeliveryRecorder recorder =
                new DeliveryRecorder(store, transactions, writer, settings, days, now, reports, faults, driver);
        LeasingWorker worker = new LeasingWorker(
                store,
                transactions,
                commands,
                new DeliveryEngine(store, transactions, settler, driver, settings, now, reports, recorder),
                new DueRunner(store, transactions, settler, faults),
                access,
                lines,
                now,
                faults,
                settings);
        RunParts runParts = new RunParts(store, transactions, commands, now, faults, settlement, gate);
        SelectionRuns runs = new SelectionRuns(
                runParts,
                new NetworkReader(access, lines),
                driver,
                new DunningExecutor(
                        commands,
                        store.contracts(),
                        host.debts(),
                        inZone(dunning.or(() -> contract -> Optional.empty()), days),
                        suspensions),
                adoption);
        return new Contracts(
                store,
                transactions,
                commands,
                useCases,
                adoption,
                site,
                now,
                worker,
                runs,
                new StoredPlant(store, transactions, now),
                new NoteDesk(commands, store, identities),
                new CoexistenceDesk(store, transactions, gate, now),
                new StoredMoves(runParts, lines));
    }

    private Optional<CheckedClock> checked(Supplier<Instant> here, Storage kept) {
        return !clock.isSet() || clockTolerance.isSet()
                ? Optional.of(new CheckedClock(here, kept, clockTolerance.or(() -> Duration.ofMinutes(10))))
                : Optional.empty();
    }

    /** Policies that are chosen for each contract can be looked at only when they are. */
    private static Function<Contract, Optional<DunningPolicy>> inZone(
            Function<Contract, Optional<DunningPolicy>> policies, ZoneId days) {
        return contract -> {
            Optional<DunningPolicy> policy = policies.apply(contract);
            policy.ifPresent(chosen -> requireZone(chosen.calendar(), days));
            return policy;
        };
    }

    private static void requireZone(CutCalendar calendar, ZoneId days) {
        if (!OperatorZone.isSame(calendar.zone(), days)) {
            throw new IllegalArgumentException("the calendar of dunning must be in the zone of the contracts, " + days
                    + ", was " + calendar.zone());
        }
    }
}
