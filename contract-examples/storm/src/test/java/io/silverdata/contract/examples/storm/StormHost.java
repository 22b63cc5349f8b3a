package io.silverdata.contract.examples.storm;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.RetransmissionPolicy;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.worker.RetryPolicy;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A process of a host in a storm: one database for contracts and RADIUS, an OLT of each vendor and one NAS over UDP. Every time-out
 * is short, and so is the storm.
 */
final class StormHost implements AutoCloseable {
    static final String SECRET = "secret-of-the-storm";
    static final String NAS = "192.0.2.1";
    static final List<OltVendor> VENDORS = List.of(OltVendor.values());

    private static final int OUTPUTS = 64;
    // PON ports of a card
    private static final int CARD = 8;
    private static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    private static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));
    private static final NasProfile MIKROTIK = NasProfiles.withCaptivity(
            NasProfiles.mikrotik(), RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden"));
    private static final OltSettings.Timing IMPATIENT = new OltSettings.Timing(
            Duration.ofMillis(400), 1, Duration.ofMillis(800), Duration.ofSeconds(3), Duration.ofSeconds(2));
    // shorter than a device may take: it is renewed
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final JdbcStorage storage;
    private final RadiusGateway radius;
    private final OltGateway olts;
    private final ExecutorService threads = Executors.newFixedThreadPool(VENDORS.size());
    private final Contracts contracts;

    /** Where everything is; travels to a process on its command line. */
    record Addresses(String database, int nas, List<Integer> olts, int portsPerOlt) {
        List<String> arguments() {
            List<String> arguments =
                    new ArrayList<>(List.of(database, Integer.toString(nas), Integer.toString(portsPerOlt)));
            olts.forEach(port -> arguments.add(Integer.toString(port)));
            return arguments;
        }

        static Addresses of(List<String> arguments) {
            return new Addresses(
                    arguments.get(0),
                    Integer.parseInt(arguments.get(1)),
                    arguments.subList(3, arguments.size()).stream()
                            .map(Integer::parseInt)
                            .toList(),
                    Integer.parseInt(arguments.get(2)));
        }
    }

    StormHost(Addresses addresses, String worker) {
        this(addresses, worker, IMPATIENT);
    }

    /** With patience of its own for OLTs. */
    StormHost(Addresses addresses, String worker, OltSettings.Timing timing) {
        pool = pool(addresses.database());
        storage = JdbcStorage.builder().dataSource(pool).build();
        radius = radius(addresses);
        olts = olts(addresses, timing);
        InMemoryPlans catalog = new InMemoryPlans();
        plans().forEach(catalog::put);
        contracts = Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(catalog)
                .radius(radius)
                .olts(olts)
                .retries(new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(2), 0.5, 100_000))
                .lease(LEASE)
                .executor(threads)
                .zone(ZoneOffset.UTC)
                .workerName(worker)
                .build();
    }

    static HikariDataSource pool(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    static List<PlanSnapshot> plans() {
        return List.of(ContractFixtures.plan(), ContractFixtures.fasterPlan());
    }

    private static int number(OltVendor vendor) {
        return VENDORS.indexOf(vendor);
    }

    static OltId olt(OltVendor vendor) {
        return new OltId("olt-" + (number(vendor) + 1));
    }

    static List<PonPortId> ponPorts(OltVendor vendor, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> switch (vendor) {
                    case HUAWEI -> new PonPortId(olt(vendor), 0, 1 + n / CARD, n % CARD);
                    case ZTE -> new PonPortId(olt(vendor), 1, 1 + n / CARD, n % CARD + 1);
                    case NSCRTV -> new PonPortId(olt(vendor), 1, 0, n + 1);
                })
                .toList();
    }

    static GeoPosition place(OltVendor vendor, int port) {
        return new GeoPosition(-0.18 + number(vendor) * 0.1, -78.48 + port * 0.01);
    }

    static PlantLayout plant(int portsPerOlt) {
        List<Olt> built = new ArrayList<>();
        List<PonPort> ports = new ArrayList<>();
        List<Splitter> splitters = new ArrayList<>();
        for (OltVendor vendor : VENDORS) {
            built.add(new Olt(olt(vendor), ServiceState.UP));
            List<PonPortId> ids = ponPorts(vendor, portsPerOlt);
            for (int n = 0; n < ids.size(); n++) {
                ports.add(new PonPort(
                        ids.get(n),
                        Set.of(Technology.GPON, Technology.XGS_PON),
                        OUTPUTS,
                        Optional.of(OpticalPower.ofDbm(4)),
                        ServiceState.UP));
                splitters.add(new Splitter(
                        new SplitterId("NAP-" + number(vendor) + "-" + n),
                        ids.get(n),
                        Optional.empty(),
                        OUTPUTS,
                        place(vendor, n),
                        Optional.of(Decibels.of(18)),
                        Distance.ofMetres(500)));
            }
        }
        return new PlantLayout(built, ports, splitters);
    }

    Contracts contracts() {
        return contracts;
    }

    OltGateway olts() {
        return olts;
    }

    JdbcStorage storage() {
        return storage;
    }

    void publishPlans() {
        plans().forEach(sold -> publish(PlanGroup.of(sold.accessProfile(), sold.rates())));
        publish(PlanGroup.of(THROTTLED.group(), THROTTLED.rates()));
        publish(PlanGroup.captive(CAPTIVE.group(), CAPTIVE.rates()));
    }

    private void publish(PlanGroup group) {
        radius.plans().publish(group).getOrElseThrow(wrong -> new IllegalStateException(wrong.message()));
    }

    private RadiusGateway radius(Addresses addresses) {
        NasEndpoint endpoint = NasEndpoint.builder(InetAddress.getLoopbackAddress(), SharedSecret.of(SECRET))
                .port(addresses.nas())
                .identifierReuseDelay(Duration.ZERO)
                .retransmission(new RetransmissionPolicy(
                        Duration.ofMillis(100), Duration.ofMillis(400), 3, Duration.ofSeconds(2), 0.1))
                .build();
        return RadiusGateway.builder()
                .dataSource(pool, SqlDialect.POSTGRESQL)
                .throttled(THROTTLED)
                .captive(CAPTIVE)
                .credentials(user -> new Password("a-password"))
                .accountingTimeout(Duration.ofMillis(300))
                .nas(NasSettings.builder("nas", endpoint, MIKROTIK).serves(NAS).build())
                .build();
    }

    private static OltGateway olts(Addresses addresses, OltSettings.Timing timing) {
        OltGateway.Builder gateway = OltGateway.builder()
                .discoverDrivers(StormHost.class.getClassLoader())
                .circuitBreaker(5, Duration.ofSeconds(1));
        for (OltVendor vendor : VENDORS) {
            OltSettings.Builder settings = OltSettings.builder(olt(vendor))
                    .address("127.0.0.1", addresses.olts().get(number(vendor)))
                    .access(SnmpAccess.v3(SimulatedOlt.USER, SimulatedOlt.AUTH, SimulatedOlt.PRIV))
                    .driver(vendor.driver())
                    .timing(timing)
                    .allowExperimental(
                            Operation.REGISTER,
                            Operation.CHANGE_PROFILES,
                            Operation.BIND_SERVICE,
                            Operation.SET_ADMIN_STATE,
                            Operation.DELETE);
            int number = 1;
            for (PlanSnapshot sold : plans()) {
                settings.plan(vendor.plan(number++, sold));
            }
            gateway.olt(settings.build());
        }
        return gateway.build();
    }

    @Override
    public void close() {
        threads.shutdown();
        olts.close();
        radius.close();
        pool.close();
    }
}
