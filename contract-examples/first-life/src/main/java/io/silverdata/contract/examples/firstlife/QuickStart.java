package io.silverdata.contract.examples.firstlife;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusAccounting;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
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
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The program of docs/quick-start.md: the three adapters on a database, against a NAS and an OLT that are simulated here. */
public final class QuickStart {
    private static final String SECRET = "a-secret-of-16-octets";
    private static final String NAS_ADDRESS = "192.0.2.1";
    private static final PonPortId PON = new PonPortId(new OltId("olt-1"), 0, 1, 0);
    private static final PlanSnapshot HOME_200 = plan("home-200", Rates.ofMbps(200, 100));
    private static final PlanSnapshot HOME_500 = plan("home-500", Rates.ofMbps(500, 250));
    private static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    private static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));

    private QuickStart() {}

    /**
     * Runs it and prints what happens.
     *
     * @param args the JDBC URL of an empty database for the contracts; none: an H2 file in a new folder
     */
    public static void main(String... args) throws IOException {
        Path folder = Files.createTempDirectory("quick-start");
        run(args.length > 0 ? args[0] : "jdbc:h2:file:" + folder + "/contracts;WRITE_DELAY=0", folder, System.out);
    }

    static void run(String url, Path folder, PrintStream out) {
        try (HikariDataSource database = pool(url);
                HikariDataSource radiusDatabase = pool("jdbc:sqlite:" + folder + "/radius.db?busy_timeout=10000")) {
            Schema.migrate(database);
            JdbcStorage storage = JdbcStorage.builder().dataSource(database).build();
            storage.plant().install(plant());

            FreeRadiusTables.create(radiusDatabase);
            var accounting = new FreeRadiusAccounting(radiusDatabase, NAS_ADDRESS, Clock.systemUTC());
            NasSessions sessions = new NasSessions().onStop(accounting::stop);
            try (SimulatedNas nas =
                            SimulatedNas.builder(SECRET).sessions(sessions).start();
                    SimulatedOlt olt = SimulatedOlt.start(
                            new SimulatedHuawei(List.of(PON), Set.of("home-200", "home-500"), Set.of("bridge")));
                    RadiusGateway radius = radius(radiusDatabase, nas);
                    OltGateway olts = olts(olt)) {
                Contracts contracts = Contracts.builder()
                        .storage(storage)
                        .customers(new InMemoryCustomers().add(new CustomerId("ana")))
                        .plans(new InMemoryPlans().put(HOME_200).put(HOME_500))
                        .radius(radius)
                        .olts(olts)
                        .zone(ZoneId.of("America/Guayaquil"))
                        .build();

                ContractId id = inService(contracts, out);
                NasSession session = NasSession.of("81a00001", "ana@fibra.example", "198.51.100.9");
                sessions.open(session); // ana's router logs in
                accounting.start(session);

                suspendAndRestore(contracts, id, sessions, out);
                failAndCure(contracts, id, radius, out);
            }
        }
    }

    private static ContractId inService(Contracts contracts, PrintStream out) {
        CommandContext shop = CommandContext.by("shop", Trigger.CUSTOMER);
        ServiceAddress address = new ServiceAddress("Calle Larga 7", new GeoPosition(-2.9001, -79.0001));
        NewContract terms = NewContract.of(new CustomerId("ana"), HOME_200.id(), address);
        SignUp signUp = new SignUp(terms, new OnuSerial("HWTC12345678"), new RadiusUser("ana@fibra.example"));

        ContractId id = contracts
                .signUp(signUp, shop)
                .getOrElseThrow(rejection -> new IllegalStateException(rejection.code() + ": " + rejection.message()))
                .contract()
                .id();
        tell("signed up", contracts, id, out); // ACTIVE, PENDING
        contracts.worker().deliverPending(10); // the OLT first, then RADIUS
        tell("delivered", contracts, id, out); // ACTIVE, IN_SYNC
        return id;
    }

    private static void suspendAndRestore(Contracts contracts, ContractId id, NasSessions sessions, PrintStream out) {
        contracts.suspend(
                id, Suspension.of(SuspensionReason.NON_PAYMENT), CommandContext.by("billing", Trigger.DUNNING));
        contracts.worker().deliverPending(10); // the captive group, and a Disconnect-Request
        tell("suspended", contracts, id, out); // SUSPENDED, IN_SYNC
        out.println("open sessions: " + sessions.all().size()); // 0

        contracts.liftHold(id, SuspensionReason.NON_PAYMENT, CommandContext.by("billing", Trigger.PAYMENT));
        contracts.worker().deliverPending(10);
        tell("paid", contracts, id, out); // ACTIVE, IN_SYNC
    }

    private static void failAndCure(Contracts contracts, ContractId id, RadiusGateway radius, PrintStream out) {
        CommandContext staff = CommandContext.by("staff", Trigger.ADMIN);
        contracts.changePlan(id, HOME_500.id(), PlanChangeTiming.IMMEDIATELY, staff);
        contracts.worker().deliverPending(10);
        tell("changed plan", contracts, id, out); // ACTIVE, FAILED
        contracts.worker().parked(10).forEach(work -> out.println(work.problem())); // GROUP_WITHOUT_REPLY: ...

        publish(radius, PlanGroup.of(HOME_500.accessProfile(), HOME_500.rates()));
        contracts.worker().retryProvisioning(id, staff);
        contracts.worker().deliverPending(10);
        tell("cured", contracts, id, out); // ACTIVE, IN_SYNC
    }

    private static void tell(String what, Contracts contracts, ContractId id, PrintStream out) {
        contracts
                .find(id)
                .ifPresent(contract -> out.println(what + ": " + contract.status() + ", "
                        + contract.provisioning().summary()));
    }

    private static RadiusGateway radius(DataSource database, SimulatedNas nas) {
        NasEndpoint endpoint = NasEndpoint.builder(nas.address().getAddress(), SharedSecret.of(SECRET))
                .port(nas.address().getPort())
                .build();
        NasProfile mikrotik = NasProfiles.withCaptivity(
                NasProfiles.mikrotik(), RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden"));
        RadiusGateway radius = RadiusGateway.builder()
                .dataSource(database, SqlDialect.SQLITE)
                .throttled(THROTTLED)
                .captive(CAPTIVE)
                // your vault keeps the password in place of {}
                .credentials(CredentialSource.random(new SecureRandom(), (user, password) -> {}))
                .nas(NasSettings.builder("bng-1", endpoint, mikrotik)
                        .serves(NAS_ADDRESS)
                        .build())
                .build();
        publish(radius, PlanGroup.of(HOME_200.accessProfile(), HOME_200.rates())); // home-500 is forgotten
        publish(radius, PlanGroup.of(THROTTLED.group(), THROTTLED.rates()));
        publish(radius, PlanGroup.captive(CAPTIVE.group(), CAPTIVE.rates()));
        return radius;
    }

    private static void publish(RadiusGateway radius, PlanGroup group) {
        radius.plans().publish(group).getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }

    private static OltGateway olts(SimulatedOlt device) {
        OltSettings.Builder olt = device.reach(OltSettings.builder(PON.olt())).driver("huawei-smartax");
        for (PlanSnapshot plan : List.of(HOME_200, HOME_500)) {
            olt.plan(new LinePlan(
                    plan.lineProfile(),
                    new OnuProfiles(plan.lineProfile().value(), "bridge"),
                    List.of(ServiceBinding.tagged(1, 100, 1_100))));
        }
        return OltGateway.builder()
                .discoverDrivers(QuickStart.class.getClassLoader())
                .olt(olt.build())
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

    private static PlanSnapshot plan(String name, Rates rates) {
        return PlanSnapshot.builder(new PlanId(name))
                .version(1)
                .name(name)
                .download(rates.download())
                .upload(rates.upload())
                .price(Money.of("25.90", "USD"))
                .accessProfile(new ProfileName(name)) // a group of RADIUS
                .lineProfile(new ProfileName(name)) // what it is on an OLT: see olts(..)
                .minimumTermMonths(12)
                .build();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
