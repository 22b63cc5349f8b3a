package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * What happens to a provider in a year or so: sales, installations, plan changes, debts and payments, pauses, moves, ends. Everything is a
 * command of the library at its time, and the network is delivered to each day. For one thread.
 */
final class DemoYear {
    private static final long SEED = 17;
    private static final int FULL_PERCENT = 100;
    private static final int BATCH = 500;
    private static final Duration EVERY = Duration.ofHours(20);
    private static final List<String> HOME_PLANS =
            List.of("HOME-100", "HOME-200", "HOME-200", "HOME-400", "HOME-400", "HOME-400", "HOME-800");
    private static final List<String> VENDORS = List.of("HWTC", "ZTEG", "FHTT");
    private static final List<String> SELLERS = List.of("amanda", "bruno", "carla");
    private static final List<String> INSTALLERS = List.of("nelson", "olga", "patricio");
    private static final CommandContext COLLECTION = CommandContext.by("collection", Trigger.DUNNING);
    private static final CommandContext BANK = CommandContext.by("bank", Trigger.PAYMENT);
    private static final List<CancellationReason> WHY = List.of(
            CancellationReason.CUSTOMER_REQUEST,
            CancellationReason.CUSTOMER_REQUEST,
            CancellationReason.CUSTOMER_REQUEST,
            CancellationReason.NON_PAYMENT,
            CancellationReason.DECEASED_OR_LEGAL);

    private final Contracts contracts;
    private final PastClock clock;
    private final DemoPlant plant;
    private final InMemoryDebts debts;
    private final Random random = new Random(SEED);
    private final int wanted;
    private final Instant begin;
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::order));
    private long order;
    private int number;
    private int onus;

    /** Something that is done at a time; those of one time in the order in which they were thought of. */
    private record Task(Instant at, long order, Runnable action) {}

    DemoYear(Contracts contracts, PastClock clock, DemoPlant plant, InMemoryDebts debts, int wanted) {
        this.contracts = contracts;
        this.clock = clock;
        this.plant = plant;
        this.debts = debts;
        this.wanted = wanted;
        this.begin = clock.instant();
    }

    /** Lives until a time, and tells how many percent of it are over. */
    void live(Instant end, IntConsumer percent) {
        plan(end);
        Duration all = Duration.between(begin, end);
        Instant delivered = begin;
        for (Task task = tasks.poll(); task != null && task.at().isBefore(end); task = tasks.poll()) {
            if (task.at().isAfter(delivered.plus(EVERY))) {
                delivered = task.at();
                deliver();
                percent.accept((int) (Duration.between(begin, delivered).toMinutes() * FULL_PERCENT / all.toMinutes()));
            }
            clock.set(task.at());
            task.action().run();
        }
        clock.set(end);
        deliver();
    }

    private void deliver() {
        clock.set(clock.instant().plus(Duration.ofMinutes(2 + random.nextInt(20))));
        while (contracts.worker().applyDue(BATCH).contracts() == BATCH) {
            // each call takes the next contracts
        }
        while (contracts.worker().deliverPending(BATCH).leased() == BATCH) {
            // each call takes the next contracts
        }
    }

    /** Three in ten were there before; the others are sold a few more each month. */
    private void plan(Instant end) {
        int before = wanted * 3 / 10;
        for (int i = 0; i < before; i++) {
            at(begin, () -> signUp(true));
        }
        long minutes = Duration.between(begin, end).toMinutes();
        for (int i = before; i < wanted; i++) {
            at(begin.plus(Duration.ofMinutes((long) (minutes * Math.sqrt(random.nextDouble())))), this::sell);
        }
    }

    private void sell() {
        if (random.nextInt(3) == 0) {
            draft();
        } else {
            signUp(false);
        }
    }

    private void signUp(boolean isOld) {
        NewContract terms = terms();
        CommandContext seller = CommandContext.by(any(SELLERS), Trigger.ADMIN);
        Either<Rejection, CommandResult> signed =
                contracts.signUp(new SignUp(isOld ? terms.servedBefore() : terms, nextOnu(), login(number)), seller);
        signed.peek(this::begin);
    }

    private void draft() {
        CommandContext seller = CommandContext.by(any(SELLERS), Trigger.ADMIN);
        int mine = number + 1;
        contracts.draft(terms(), seller).peek(drafted -> {
            ContractId id = drafted.contract().id();
            contracts.assess(id, seller).flatMap(assessed -> contracts.reserve(id, seller));
            if (random.nextInt(12) == 0) {
                in(Duration.ofDays(6), () -> contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, seller));
            } else {
                in(Duration.ofHours(20 + random.nextInt(110)), () -> install(id, mine));
            }
        });
    }

    private void install(ContractId id, int mine) {
        contracts
                .activate(id, nextOnu(), login(mine), CommandContext.by(any(INSTALLERS), Trigger.ADMIN))
                .peek(this::begin);
    }

    /** One thing or none happens to it. */
    private void begin(CommandResult active) {
        ContractId id = active.contract().id();
        CommandContext staff = CommandContext.by(any(SELLERS), Trigger.ADMIN);
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> in(days(30, 300), () -> changePlan(id, staff));
            case 3, 4, 5, 6 -> in(days(25, 390), () -> owe(id));
            case 7 -> in(days(20, 360), () -> pause(id, staff));
            case 8, 9 -> in(days(40, 380), () -> end(id, staff));
            case 10 -> in(days(10, 300), () -> swap(id));
            case 11 -> in(days(30, 360), () -> contracts.relocate(id, plant.address(random), staff));
            case 12 -> in(days(1, 200), () -> note(id, staff));
            default -> {
                // a quiet subscriber
            }
        }
    }

    private void changePlan(ContractId id, CommandContext staff) {
        PlanChangeTiming timing = random.nextBoolean() ? PlanChangeTiming.AT_CYCLE_END : PlanChangeTiming.IMMEDIATELY;
        contracts.changePlan(id, new PlanId(any(HOME_PLANS)), timing, staff);
    }

    private void owe(ContractId id) {
        Money money = Money.of(20 + random.nextInt(40) + ".90", "USD");
        Instant since = clock.instant();
        LocalDate due = LocalDate.ofInstant(since, clock.getZone());
        debts.put(id, DunningFacts.overdue(money, due, since));
        in(
                days(10, 10),
                () -> ifOwing(
                        id,
                        () -> contracts.suspend(
                                id,
                                Suspension.of(SuspensionReason.NON_PAYMENT).enforcing(Enforcement.THROTTLE),
                                COLLECTION)));
        in(
                days(20, 20),
                () -> ifOwing(
                        id,
                        () -> contracts.changeEnforcement(
                                id, SuspensionReason.NON_PAYMENT, Enforcement.CAPTIVE, COLLECTION)));
        if (random.nextInt(10) > 0) {
            in(days(4, 45), () -> pay(id));
        } else {
            in(days(75, 90), () -> leaveWithDebt(id));
        }
        // the ledger is booked each night
        in(days(1, 1), () -> book(id, money, due));
    }

    /** Who has paid before is not cut. */
    private void ifOwing(ContractId id, Runnable step) {
        if (debts.debt(id).isPresent()) {
            step.run();
        }
    }

    private void book(ContractId id, Money money, LocalDate due) {
        if (debts.debt(id).isPresent()) {
            debts.put(id, DunningFacts.overdue(money, due, clock.instant()));
            in(days(1, 1), () -> book(id, money, due));
        }
    }

    private void pay(ContractId id) {
        debts.remove(id);
        contracts.liftHold(id, SuspensionReason.NON_PAYMENT, BANK);
    }

    private void leaveWithDebt(ContractId id) {
        debts.remove(id);
        contracts.cancel(id, CancellationReason.NON_PAYMENT, COLLECTION);
    }

    private void pause(ContractId id, CommandContext staff) {
        contracts.suspend(
                id,
                Suspension.of(SuspensionReason.CUSTOMER_REQUEST)
                        .until(clock.instant().plus(days(15, 60))),
                staff);
    }

    private void end(ContractId id, CommandContext staff) {
        contracts.cancel(id, any(WHY), staff);
    }

    private void swap(ContractId id) {
        contracts.swapOnu(id, nextOnu(), CommandContext.by(any(INSTALLERS), Trigger.ADMIN));
    }

    private void note(ContractId id, CommandContext staff) {
        contracts.notes().add(id, "Called about the wireless signal; moved the router to the living room.", staff);
    }

    private NewContract terms() {
        number++;
        boolean isOffice = random.nextInt(40) == 0;
        CustomerId customer = DemoCustomers.customer(number);
        return NewContract.of(
                        customer,
                        new PlanId(isOffice ? "OFFICE-2000" : any(HOME_PLANS)),
                        isOffice ? plant.officeAddress(random) : plant.address(random))
                .billedOn(1 + random.nextInt(28))
                .numbered(new ContractNumber(String.format(Locale.ROOT, "C-%06d", number)));
    }

    private OnuSerial nextOnu() {
        onus++;
        return new OnuSerial(
                String.format(Locale.ROOT, "%s%08X", VENDORS.get(onus % VENDORS.size()), 0x4A10_0000 + onus));
    }

    private static RadiusUser login(int number) {
        return new RadiusUser(String.format(Locale.ROOT, "c%06d@fibra.example", number));
    }

    private Duration days(int least, int most) {
        return Duration.ofDays(least).plusMinutes(random.nextInt((most - least + 1) * 24 * 60));
    }

    private void in(Duration wait, Runnable action) {
        at(clock.instant().plus(wait), action);
    }

    private void at(Instant time, Runnable action) {
        tasks.add(new Task(time, order++, action));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
