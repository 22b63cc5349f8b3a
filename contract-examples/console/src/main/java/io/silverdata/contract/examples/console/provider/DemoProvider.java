package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Preparation;
import io.silverdata.contract.examples.network.Network;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fills an empty database with a provider that has been in business for a year, by the library's own commands on a clock of its own.
 * It runs once the web server answers and before the worker begins, so that the first page says how far it is, and no worker meets a
 * row of the past.
 */
final class DemoProvider implements SmartLifecycle, Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(DemoProvider.class);
    private static final long SEED = 17;
    private static final int EVENTS_AT_ONCE = 5_000;
    private static final int AFTER_THE_WEB_SERVER = Integer.MAX_VALUE - 512;

    private final DemoProperties properties;
    private final ZoneId zone;
    private final Storage storage;
    private final Reports reports;
    private final Network network;
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
            Network network,
            PlanCatalog plans,
            DemoCustomers customers,
            InMemoryDebts debts) {
        this.properties = properties;
        this.zone = zone;
        this.storage = storage;
        this.reports = reports;
        this.network = network;
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
        PastClock clock = new PastClock(end.minus(Duration.ofDays(properties.demoDays())), zone);
        Contracts past = Contracts.builder()
                .storage(storage)
                .customers(customers)
                .plans(plans)
                .debts(debts)
                .radius(network.access())
                .olts(network.lines())
                .clock(clock)
                .zone(zone)
                .workerName("demo")
                .build();
        Random random = new Random(SEED);
        DemoPlant plant = new DemoPlant(properties.demoContracts(), random);
        storage.plant().install(plant.layout());
        DemoYear year = new DemoYear(past, clock, plant, debts, random, properties.demoContracts());
        year.live(end, done -> percent = done);
        while (reports.update(EVENTS_AT_ONCE)) {
            // each call takes the next events
        }
        LOG.info(
                "the demo provider has {} contracts, made in {} ms",
                year.contracts(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
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
