package io.silverdata.contract.examples.benchmarks.path;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.examples.benchmarks.radius.CoaListener;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.OrdersReport;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.ContractFixtures;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** A process of a host: the library with pools and a RADIUS gateway of its own, and a clock for what is waited for. */
final class Host implements AutoCloseable {
    /** What the NAS calls itself in accounting. */
    static final String NAS = "192.0.2.1";

    private static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    private static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));
    private static final NasProfile PROFILE = NasProfiles.mikrotik();

    private final TimedPool contractPool;
    private final TimedPool radiusPool;
    private final RadiusGateway radius;
    private final JdbcStorage storage;
    private final Optional<ExecutorService> executor;
    private final Contracts contracts;
    private final LongAdder delivering = new LongAdder();

    /** @param devices threads of the executor; 0: none */
    Host(
            String contractsUrl,
            String radiusUrl,
            InetSocketAddress nas,
            LineProvisioner lines,
            int devices,
            String name) {
        // the caller, the renewal of leases, and the executor
        contractPool = new TimedPool(contractsUrl, devices + 2);
        radiusPool = new TimedPool(radiusUrl, devices + 2);
        radius = RadiusGateway.builder()
                .dataSource(radiusPool, SqlDialect.POSTGRESQL)
                .throttled(THROTTLED)
                .captive(CAPTIVE)
                .credentials(user -> new Password("a-password"))
                .nas(NasSettings.builder(
                                "nas",
                                NasEndpoint.builder(nas.getAddress(), SharedSecret.of(CoaListener.SECRET))
                                        .port(nas.getPort())
                                        .build(),
                                PROFILE)
                        .serves(NAS)
                        .build())
                .build();
        storage = JdbcStorage.builder().dataSource(contractPool).build();
        ContractsBuilder builder = Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(new InMemoryPlans().put(ContractFixtures.plan()).put(ContractFixtures.fasterPlan()))
                .radius(radius)
                .olts(lines)
                .zone(ContractFixtures.ZONE)
                .workerName(name)
                .listener(new ContractsListener() {
                    @Override
                    public void onOrders(OrdersReport report) {
                        delivering.add(report.took().toNanos());
                    }
                });
        executor = devices == 0 ? Optional.empty() : Optional.of(Executors.newFixedThreadPool(devices));
        executor.ifPresent(builder::executor);
        contracts = builder.build();
    }

    Contracts contracts() {
        return contracts;
    }

    JdbcStorage storage() {
        return storage;
    }

    RadiusGateway radius() {
        return radius;
    }

    /** Writes the groups of plans and holds. */
    void publishPlans() {
        PlanSnapshot plan = ContractFixtures.plan();
        publish(PlanGroup.of(plan.accessProfile(), plan.rates()));
        publish(PlanGroup.of(THROTTLED.group(), THROTTLED.rates()));
        publish(PlanGroup.of(CAPTIVE.group(), CAPTIVE.rates()));
    }

    private void publish(PlanGroup group) {
        radius.plans().publish(group).getOrElseThrow(wrong -> new IllegalStateException(wrong.message()));
    }

    /** What was waited for so far, by all threads together. */
    Waits waits() {
        return new Waits(contractPool.inUse(), radiusPool.inUse(), delivering.sum());
    }

    /**
     * Nanoseconds of all threads together.
     *
     * @param contractDatabase with a connection to the contracts' database
     * @param radiusDatabase with a connection to RADIUS' database
     * @param delivering in the adapters of the network, RADIUS' database too
     */
    record Waits(long contractDatabase, long radiusDatabase, long delivering) {
        Waits since(Waits before) {
            return new Waits(
                    contractDatabase - before.contractDatabase,
                    radiusDatabase - before.radiusDatabase,
                    delivering - before.delivering);
        }

        Waits plus(Waits other) {
            return new Waits(
                    contractDatabase + other.contractDatabase,
                    radiusDatabase + other.radiusDatabase,
                    delivering + other.delivering);
        }
    }

    @Override
    public void close() {
        executor.ifPresent(ExecutorService::shutdown);
        radius.close();
        radiusPool.close();
        contractPool.close();
    }
}
