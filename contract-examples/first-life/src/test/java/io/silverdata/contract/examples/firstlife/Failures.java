package io.silverdata.contract.examples.firstlife;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
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
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusAccounting;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.SettableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The three adapters on two databases, against a NAS and an OLT that are simulated; each of the four can fail. */
final class Failures implements AutoCloseable {
    static final PonPortId PON = new PonPortId(new OltId("olt-1"), 0, 1, 0);
    static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);
    private static final String SECRET = "a-secret-of-16-octets";
    private static final String NAS_ADDRESS = "192.0.2.1";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final PlanSnapshot HOME = plan();

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T15:00:00Z"));
    final NasSessions sessions = new NasSessions();
    final List<DeliveryReport> deliveries = new ArrayList<>();
    final SimulatedNas nas;
    final SimulatedOlt olt;
    final JdbcStorage storage;
    final Contracts contracts;
    final HikariDataSource database;
    final HikariDataSource radiusDatabase;
    boolean databaseIsDown;
    boolean radiusDatabaseIsDown;

    private final RadiusGateway radius;
    private final OltGateway olts;
    private final FreeRadiusAccounting accounting;

    Failures(Path folder) {
        this(folder, builder -> builder);
    }

    /** What a test wires besides. */
    interface Wiring {
        ContractsBuilder wire(ContractsBuilder builder);
    }

    Failures(Path folder, Wiring besides) {
        database = pool("jdbc:h2:file:" + folder + "/contracts;WRITE_DELAY=0");
        radiusDatabase = pool("jdbc:sqlite:" + folder + "/radius.db?busy_timeout=10000");
        Schema.migrate(database);
        storage = JdbcStorage.builder()
                .dataSource(failing(database, () -> databaseIsDown))
                .build();
        storage.plant().install(plant());
        FreeRadiusTables.create(radiusDatabase);
        accounting = new FreeRadiusAccounting(radiusDatabase, NAS_ADDRESS, Clock.systemUTC());
        sessions.onStop(accounting::stop);
        nas = SimulatedNas.builder(SECRET).sessions(sessions).start();
        olt = SimulatedOlt.start(new SimulatedHuawei(List.of(PON), Set.of("home-200"), Set.of("bridge")));
        radius = radius();
        olts = olts();
        contracts = besides.wire(wired(storage)).build();
    }

    private ContractsBuilder wired(Storage at) {
        return Contracts.builder()
                .storage(at)
                .customers(new InMemoryCustomers().add(new CustomerId("ana")))
                .plans(new InMemoryPlans().put(HOME))
                .radius(radius)
                .olts(olts)
                .clock(clock)
                .listener(new ContractsListener() {
                    @Override
                    public void onDelivery(DeliveryReport report) {
                        deliveries.add(report);
                    }
                })
                .zone(ZoneId.of("America/Guayaquil"));
    }

    /** Another host on the same network, with a database and a plant of its own. */
    Contracts anotherHost(Storage at) {
        at.plant().install(plant());
        return wired(at).build();
    }

    /** A contract number n, signed up and not yet delivered. */
    ContractId signUp(int n) {
        return signUp(contracts, n);
    }

    static ContractId signUp(Contracts host, int n) {
        ServiceAddress address = new ServiceAddress("Calle Larga 7", new GeoPosition(-2.9001, -79.0001));
        NewContract terms = NewContract.of(new CustomerId("ana"), HOME.id(), address);
        SignUp order = new SignUp(
                terms, new OnuSerial("HWTC" + (12_345_670 + n)), new RadiusUser("ana" + n + "@fibra.example"));
        return host.signUp(order, STAFF)
                .getOrElseThrow(rejection -> new IllegalStateException(rejection.message()))
                .contract()
                .id();
    }

    /** A contract in service whose subscriber is online. */
    ContractId online() {
        ContractId id = signUp(1);
        deliver();
        session();
        return id;
    }

    /** The subscriber of contract number 1 logs in. */
    void session() {
        NasSession session = NasSession.of("81a00001", "ana1@fibra.example", "198.51.100.9");
        sessions.open(session);
        accounting.start(session);
    }

    /** What the next call of the worker reports. */
    List<DeliveryReport> deliver() {
        deliveries.clear();
        contracts.worker().deliverPending(10);
        return List.copyOf(deliveries);
    }

    /** The same after the longest wait between two attempts. */
    List<DeliveryReport> deliverLater() {
        clock.advance(Duration.ofMinutes(30));
        return deliver();
    }

    ProvisioningState.Summary network(ContractId id) {
        return contracts.find(id).orElseThrow().provisioning().summary();
    }

    DeviceState.Condition condition(String device) {
        return contracts.worker().health().devices().stream()
                .filter(state -> state.device().contains(device))
                .findFirst()
                .orElseThrow()
                .condition();
    }

    /** The findings of an audit, whatever is in sync left out. */
    static List<AuditItem> findings(Audit audit) {
        List<AuditItem> found = new ArrayList<>();
        AuditRun run = audit.begin();
        while (run.advance(100, found::add).state() == RunState.MORE) {}
        return found;
    }

    static int count(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static void update(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        olts.close();
        radius.close();
        olt.close();
        nas.close();
        radiusDatabase.close();
        database.close();
    }

    private RadiusGateway radius() {
        NasEndpoint endpoint = NasEndpoint.builder(nas.address().getAddress(), SharedSecret.of(SECRET))
                .port(nas.address().getPort())
                .retransmission(new RetransmissionPolicy(SOON.dividedBy(4), SOON, 2, SOON, 0))
                .build();
        HoldGroup throttled = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
        HoldGroup captive = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));
        RadiusGateway gateway = RadiusGateway.builder()
                .dataSource(failing(radiusDatabase, () -> radiusDatabaseIsDown), SqlDialect.SQLITE)
                .throttled(throttled)
                .captive(captive)
                .credentials(user -> new Password("a-password"))
                .accountingTimeout(SOON)
                .nas(NasSettings.builder(
                                "bng-1",
                                endpoint,
                                NasProfiles.withCaptivity(
                                        NasProfiles.mikrotik(),
                                        RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden")))
                        .serves(NAS_ADDRESS)
                        .build())
                .build();
        gateway.plans().publish(PlanGroup.of(HOME.accessProfile(), HOME.rates()));
        gateway.plans().publish(PlanGroup.of(throttled.group(), throttled.rates()));
        gateway.plans().publish(PlanGroup.captive(captive.group(), captive.rates()));
        return gateway;
    }

    private OltGateway olts() {
        OltSettings settings = olt.reach(OltSettings.builder(PON.olt()))
                .driver("huawei-smartax")
                .timing(new OltSettings.Timing(SOON, 0, SOON, Duration.ofSeconds(30), Duration.ofSeconds(10)))
                .plan(new LinePlan(HOME.lineProfile(), new OnuProfiles("home-200", "bridge"), List.of()))
                .build();
        return OltGateway.builder()
                .discoverDrivers(Failures.class.getClassLoader())
                .clock(clock)
                .olt(settings)
                .build();
    }

    private static PlantLayout plant() {
        return new PlantLayout(
                List.of(new Olt(PON.olt(), ServiceState.UP)),
                List.of(new PonPort(
                        PON, Set.of(Technology.GPON), 64, Optional.of(OpticalPower.ofDbm(1.5)), ServiceState.UP)),
                List.of(new Splitter(
                        new SplitterId("NAP-1"),
                        PON,
                        Optional.empty(),
                        16,
                        new GeoPosition(-2.9, -79.0),
                        Optional.of(Decibels.of(13.5)),
                        Distance.ofMetres(1_200))));
    }

    private static PlanSnapshot plan() {
        return PlanSnapshot.builder(new PlanId("home-200"))
                .version(1)
                .name("home-200")
                .download(Rates.ofMbps(200, 100).download())
                .upload(Rates.ofMbps(200, 100).upload())
                .price(Money.of("25.90", "USD"))
                .accessProfile(new ProfileName("home-200"))
                .lineProfile(new ProfileName("home-200"))
                .minimumTermMonths(12)
                .build();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private interface Down {
        boolean isDown();
    }

    private static DataSource failing(DataSource real, Down down) {
        return (DataSource) Proxy.newProxyInstance(
                Failures.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (down.isDown()) {
                        throw new SQLNonTransientConnectionException("the database is down", "08001");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
