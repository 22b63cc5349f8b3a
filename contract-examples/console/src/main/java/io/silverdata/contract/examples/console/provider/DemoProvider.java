package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Preparation;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final int EVENTS_AT_ONCE = 5_000;
    private static final int AFTER_THE_WEB_SERVER = Integer.MAX_VALUE - 512;

    private final DemoProperties properties;
    private final ZoneId zone;
    private final Storage storage;
    private final Reports reports;
    private final DemoPlant plant;
    private final DemoNetwork network;
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
            DemoNetwork network,
            PlanCatalog plans,
            DemoCustomers customers,
            InMemoryDebts debts) {
        this.properties = properties;
        this.zone = zone;
        this.storage = storage;
        this.reports = reports;
        this.plant = plant;
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
        ExecutorService threads = Executors.newFixedThreadPool(network.size());
        try {
            int contracts = fill(threads);
            LOG.info(
                    "the demo provider has {} contracts, made in {} ms",
                    contracts,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } finally {
            threads.shutdown();
        }
    }

    private int fill(Executor executor) {
        Instant end = Instant.now();
        PastClock clock = new PastClock(end.minus(Duration.ofDays(properties.demoDays())), zone);
        Contracts past = Contracts.builder()
                .storage(storage)
                .customers(customers)
                .plans(plans)
                .debts(debts)
                .radius(network.radius())
                .olts(network.gateway())
                .executor(executor)
                .clock(clock)
                .zone(zone)
                .workerName("demo")
                .build();
        storage.plant().install(plant.layout());
        DemoYear year = new DemoYear(past, clock, plant, network, debts, properties.demoContracts());
        year.live(end, done -> percent = done);
        while (reports.update(EVENTS_AT_ONCE)) {
            // each call takes the next events
        }
        return year.contracts();
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
