package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Preparation;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fills an empty database with a provider that has been in business for a year, lived by the library's own commands on a clock of its own.
 * It runs once the web server answers and before the worker begins, so that the first page says how far it is, and no worker meets a
 * row of the past. What the network of that past was told, {@link DemoDevices} tells the demo's afterwards.
 */
final class DemoProvider implements SmartLifecycle, Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(DemoProvider.class);
    private static final int AT_ONCE = 1_000;
    private static final int SHARE_OF_THE_YEAR = 60;
    private static final int AFTER_THE_WEB_SERVER = Integer.MAX_VALUE - 512;

    private final DemoProperties properties;
    private final ZoneId zone;
    private final Storage storage;
    private final Reports reports;
    private final DemoPlant plant;
    private final PlanCatalog plans;
    private final DemoCustomers customers;
    private final InMemoryDebts debts;
    private volatile int percent;
    private volatile boolean isReady;

    DemoProvider(
            DemoProperties properties,
            ZoneId zone,
            Storage storage,
            Reports reports,
            DemoPlant plant,
            PlanCatalog plans,
            DemoCustomers customers,
            InMemoryDebts debts) {
        this.properties = properties;
        this.zone = zone;
        this.storage = storage;
        this.reports = reports;
        this.plant = plant;
        this.plans = plans;
        this.customers = customers;
        this.debts = debts;
    }

    @Override
    public OptionalInt percent() {
        return isReady ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    @Override
    public void start() {
        if (storage.contracts().page(Optional.empty(), 1).isEmpty()) {
            fill();
        }
        isReady = true;
    }

    private void fill() {
        long begun = System.nanoTime();
        Instant end = Instant.now();
        Storage past = live(end);
        storage.plant().install(plant.layout());
        storage.unitOfWork().execute(() -> copy(past, end));
        while (reports.update(AT_ONCE)) {
            // each call takes the next events
        }
        LOG.info(
                "the demo provider has {} contracts, made in {} ms",
                properties.demoContracts(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /** In memory a command takes a fraction of what it takes in a database. */
    private Storage live(Instant end) {
        Storage past = new InMemoryStorage();
        past.plant().install(plant.layout());
        PastClock clock = new PastClock(end.minus(Duration.ofDays(properties.demoDays())), zone);
        Contracts contracts = Contracts.builder()
                .storage(past)
                .customers(customers)
                .plans(plans)
                .debts(debts)
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .clock(clock)
                .zone(zone)
                .workerName("demo")
                .build();
        new DemoYear(contracts, clock, plant, debts, properties.demoContracts())
                .live(end, done -> percent = done * SHARE_OF_THE_YEAR / 100);
        return past;
    }

    /** All or nothing, so that a database that outlives the process has a whole provider or none. */
    private void copy(Storage past, Instant end) {
        Optional<ContractId> last = Optional.empty();
        List<ContractId> page;
        int copied = 0;
        do {
            page = past.contracts().page(last, AT_ONCE);
            for (ContractId id : page) {
                copy(past, past.contracts().find(id).orElseThrow(), end);
                copied++;
                percent = SHARE_OF_THE_YEAR + (99 - SHARE_OF_THE_YEAR) * copied / properties.demoContracts();
            }
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == AT_ONCE);
        EventCursor read = EventCursor.START;
        EventPage events;
        do {
            events = past.events().read(read, AT_ONCE);
            storage.events().append(events.events());
            read = events.end();
        } while (!events.events().isEmpty());
    }

    private void copy(Storage past, Contract contract, Instant end) {
        PortClaim.of(contract).forEach((output, claim) -> storage.plant().claim(output, contract.id(), claim, end));
        storage.contracts().save(contract, 0);
        past.notes().page(contract.id(), Page.first(Page.MAX_SIZE)).items().forEach(storage.notes()::append);
    }

    @Override
    public void stop() {
        isReady = false;
    }

    @Override
    public boolean isRunning() {
        return isReady;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_WEB_SERVER;
    }
}
