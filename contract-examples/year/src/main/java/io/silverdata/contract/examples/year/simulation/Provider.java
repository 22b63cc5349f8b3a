package io.silverdata.contract.examples.year.simulation;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.examples.network.Network;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.examples.network.reading.PlantFile;
import io.silverdata.contract.examples.year.faults.FaultInjector;
import io.silverdata.contract.examples.year.faults.UnreliableAccess;
import io.silverdata.contract.examples.year.faults.UnreliableLine;
import io.silverdata.contract.examples.year.reading.Order;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** The wiring: contracts in a database, on a simulated clock, behind a network that sometimes fails. */
public final class Provider {
    private static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(4), 0.5, 12);
    private static final int PAGE = 500;

    /** Those that fall on the same day each year. */
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(8, 10), MonthDay.of(10, 9), MonthDay.of(12, 25));

    /** Notice on the first day, throttle after ten, cut after twenty, cancel after ninety; no cuts on holidays. */
    private static final DunningPolicy COLLECTION = DunningPolicy.laddered(
            10, 20, 90, CutCalendar.workdays(OrdersCsv.ZONE).without(Provider::isHoliday));

    private final YearDatabase database;
    private final Network network;
    private final SimulatedClock clock;
    private final CountedIds ids;
    private final Contracts contracts;
    private final Contracts operations;
    private final OrderLedger ledger;

    /**
     * A provider at a moment of the year. What is in the plant file is installed unless the year has begun.
     *
     * @param network is the caller's to close
     * @param failRate share of operations on the network that go wrong, 0 to 1
     */
    public Provider(
            YearDatabase database,
            Network network,
            PlantFile plant,
            List<Order> orders,
            Progress progress,
            long seed,
            double failRate) {
        this.database = database;
        this.network = network;
        if (!progress.hasBegun()) {
            plant.installInto(database.storage().plant());
        }
        InMemoryCustomers customers = new InMemoryCustomers();
        orders.forEach(order -> order.customer().ifPresent(customers::add));
        clock = new SimulatedClock(progress.time(), OrdersCsv.ZONE);
        ids = new CountedIds(seed);
        ledger = new OrderLedger(orders, database.storage().contracts(), clock);
        Random random = new Random(seed + progress.orders());
        FaultInjector faults = new FaultInjector(random, failRate);
        Supplier<ContractsBuilder> wiring = () -> Contracts.builder()
                .storage(database.storage())
                .customers(customers)
                .plans(Plans.onSale())
                .debts(ledger)
                .dunning(COLLECTION)
                .clock(clock)
                .zone(OrdersCsv.ZONE)
                .ids(ids)
                .retries(RETRIES)
                .random(random);
        contracts = wiring.get()
                .radius(new UnreliableAccess(network.access(), faults))
                .olts(new UnreliableLine(network.lines(), faults))
                .workerName("year")
                .build();
        operations = wiring.get()
                .radius(network.access())
                .olts(network.lines())
                .workerName("operations")
                .build();
    }

    public Contracts contracts() {
        return contracts;
    }

    /** The same contracts, and the network as it is: an audit meets no injected fault. */
    public Contracts operations() {
        return operations;
    }

    public SimulatedClock clock() {
        return clock;
    }

    OrderLedger ledger() {
        return ledger;
    }

    CountedIds ids() {
        return ids;
    }

    public YearDatabase database() {
        return database;
    }

    public Storage storage() {
        return database.storage();
    }

    /** RADIUS and the OLTs themselves, which do not fail on purpose. */
    public Network network() {
        return network;
    }

    /** Every contract, in the order in which they were begun. */
    public List<Contract> all() {
        List<Contract> all = new ArrayList<>();
        Optional<ContractId> last = Optional.empty();
        List<ContractId> page;
        do {
            page = storage().contracts().page(last, PAGE);
            page.forEach(id -> contracts.find(id).ifPresent(all::add));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        return all;
    }

    private static boolean isHoliday(LocalDate day) {
        return HOLIDAYS.contains(MonthDay.from(day));
    }
}
