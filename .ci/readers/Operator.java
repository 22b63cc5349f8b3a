import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusAccounting;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
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
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The task of an operator: two OLTs, of which the second has no line profile for the plan. The worker gives that contract up; what the
 * documents say to look at names the cause; with the profile on the OLT, a retry cures it.
 *
 * <p>Arguments: the jar of the worker, the URL of a PostgreSQL with the databases {@code plant} and {@code radius}, a folder.
 */
class Operator {
    private static final String SECRET = "a-secret-of-16-octets";
    private static final GeoPosition HERE = new GeoPosition(-2.9, -79.0);
    private static final CommandContext BY = CommandContext.by("operator", Trigger.ADMIN);
    private static final PonPortId FIRST = new PonPortId(new OltId("olt-1"), 0, 1, 0);
    private static final PonPortId SECOND = new PonPortId(new OltId("olt-2"), 0, 1, 0);

    public static void main(String... args) throws Exception {
        Path folder = Path.of(args[2]);
        String plantUrl = args[1] + "/plant?user=operator";
        String radiusUrl = args[1] + "/radius?user=operator";
        try (HikariDataSource database = pool(plantUrl);
                HikariDataSource radius = pool(radiusUrl)) {
            Schema.migrate(database);
            JdbcStorage storage = JdbcStorage.builder().dataSource(database).build();
            storage.plant().install(plant());
            FreeRadiusTables.create(radius);
            FreeRadiusAccounting accounting = new FreeRadiusAccounting(radius, "127.0.0.1", Clock.systemUTC());
            NasSessions sessions = new NasSessions().onStop(accounting::stop);
            try (SimulatedNas nas = SimulatedNas.builder(SECRET).sessions(sessions).start();
                    SimulatedOlt good = olt(FIRST, "home-100");
                    SimulatedOlt poor = olt(SECOND, "home-800")) {
                // a host signs up; it has the worker deliver, so its own gateways are never called
                Contracts contracts = Contracts.builder()
                        .storage(storage)
                        .customers(customer -> true)
                        .plans(new InMemoryPlans().put(home100()))
                        .radius(new InMemoryAccess())
                        .olts(new InMemoryLine())
                        .zone(ZoneId.of("America/Guayaquil"))
                        .build();
                ContractId served = signUp(contracts, 1, new GeoPosition(-2.9, -79.0));
                ContractId stuck = signUp(contracts, 2, new GeoPosition(-2.8, -79.0));
                Path log = folder.resolve("worker.log");
                Process worker = worker(args[0], plantUrl, radiusUrl, nas, good, poor, log);
                try {
                    await(worker, log, () -> summary(contracts, served) == ProvisioningState.Summary.IN_SYNC);
                    await(worker, log, () -> summary(contracts, stuck) == ProvisioningState.Summary.FAILED);
                    System.out.println("the log of the worker says");
                    Files.readAllLines(log).stream()
                            .filter(line -> line.contains(stuck.toString()))
                            .limit(3)
                            .forEach(line -> System.out.println("  " + line));
                    System.out.println("the contract says");
                    for (NetworkTarget target : NetworkTarget.values()) {
                        contracts.find(stuck)
                                .orElseThrow()
                                .provisioning()
                                .of(target)
                                .failure()
                                .ifPresent(why -> System.out.println("  " + target + " FAILED " + why.code() + ": " + why.detail()));
                    }
                    System.out.println("parked");
                    contracts.worker().parked(10).forEach(work -> System.out.println("  " + work.problem()));
                } finally {
                    worker.destroy();
                    worker.waitFor();
                }
                // the cure of the page: create the profile on the OLT, which is another simulated one here, then retry
                try (SimulatedOlt mended = olt(SECOND, "home-100")) {
                    contracts.worker()
                            .retryProvisioning(stuck, BY)
                            .getOrElseThrow(refused -> new IllegalStateException(refused.message()));
                    Process again = worker(args[0], plantUrl, radiusUrl, nas, good, mended, log);
                    try {
                        await(again, log, () -> summary(contracts, stuck) == ProvisioningState.Summary.IN_SYNC);
                    } finally {
                        again.destroy();
                        again.waitFor();
                    }
                    System.out.println("after the profile was created and the retry: " + summary(contracts, stuck) + ", on the OLT: "
                            + mended.device().configured());
                }
            }
        }
    }

    /** As docs/worker.md shows. */
    private static Process worker(
            String jar, String plantUrl, String radiusUrl, SimulatedNas nas, SimulatedOlt first, SimulatedOlt second, Path log)
            throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                "java",
                "-jar",
                jar,
                "--jdbc-url=" + plantUrl,
                "--radius-jdbc-url=" + radiusUrl,
                "--nas=mikrotik@127.0.0.1:" + nas.address().getPort() + "/env:NAS_SECRET",
                "--olt=olt-1=huawei-smartax@127.0.0.1:" + first.port(),
                "--olt=olt-2=huawei-smartax@127.0.0.1:" + second.port());
        command.environment().put("NAS_SECRET", SECRET);
        command.environment().put("OLT_USER", SimulatedOlt.USER);
        command.environment().put("OLT_AUTH", SimulatedOlt.AUTH.reveal());
        command.environment().put("OLT_PRIV", SimulatedOlt.PRIV.reveal());
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static ProvisioningState.Summary summary(Contracts contracts, ContractId id) {
        return contracts.find(id).orElseThrow().provisioning().summary();
    }

    private static void await(Process worker, Path log, BooleanSupplier condition) throws Exception {
        for (int tries = 0; !condition.getAsBoolean(); tries++) {
            if (!worker.isAlive() || tries > 1200) {
                throw new IllegalStateException("the worker ended or did nothing:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    private static SimulatedOlt olt(PonPortId port, String lineProfile) throws Exception {
        return SimulatedOlt.start(new SimulatedHuawei(List.of(port), Set.of(lineProfile), Set.of(lineProfile)));
    }

    private static ContractId signUp(Contracts contracts, int number, GeoPosition position) {
        NewContract terms = NewContract.of(
                new CustomerId("c-" + number), new PlanId("HOME-100"), new ServiceAddress("Calle " + number, position));
        SignUp order = new SignUp(terms, new OnuSerial("HWTC0000000" + number), new RadiusUser("user-" + number));
        return contracts
                .signUp(order, BY)
                .getOrElseThrow(refused -> new IllegalStateException(refused.code() + ": " + refused.message()))
                .contract()
                .id();
    }

    /** One splitter near each address, at an OLT of its own. */
    private static PlantLayout plant() {
        return new PlantLayout(
                List.of(new Olt(FIRST.olt(), ServiceState.UP), new Olt(SECOND.olt(), ServiceState.UP)),
                List.of(ponPort(FIRST), ponPort(SECOND)),
                List.of(splitter("NAP-1", FIRST, HERE), splitter("NAP-2", SECOND, new GeoPosition(-2.8, -79.0))));
    }

    private static PonPort ponPort(PonPortId id) {
        return new PonPort(id, Set.of(Technology.GPON), 64, Optional.of(OpticalPower.ofDbm(1.5)), ServiceState.UP);
    }

    private static Splitter splitter(String name, PonPortId port, GeoPosition position) {
        return new Splitter(
                new SplitterId(name),
                port,
                Optional.empty(),
                16,
                position,
                Optional.of(Decibels.of(13.5)),
                Distance.ofMetres(1_200));
    }

    /** The plan of the worker's example that the OLT knows as home-100. */
    private static PlanSnapshot home100() {
        ProfileName profile = new ProfileName("home-100");
        return PlanSnapshot.builder(new PlanId("HOME-100"))
                .version(1)
                .name("Home 100")
                .technology(Technology.GPON)
                .download(Bandwidth.ofMbps(100))
                .upload(Bandwidth.ofMbps(50))
                .price(Money.of("21.90", "USD"))
                .accessProfile(profile)
                .lineProfile(profile)
                .minimumTermMonths(12)
                .build();
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(2);
        return pool;
    }
}
