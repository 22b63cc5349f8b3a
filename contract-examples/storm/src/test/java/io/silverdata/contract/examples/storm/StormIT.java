package io.silverdata.contract.examples.storm;

import static io.silverdata.contract.examples.storm.StormHost.VENDORS;
import static io.silverdata.contract.examples.storm.StormHost.olt;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.olt.testkit.InjectedFault;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.network.Accounting;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.testkit.PostgresServer;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.StorageException;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three worker processes on one PostgreSQL, an OLT of each of three vendors and a NAS over UDP, a stream of commands, and all the
 * while processes are killed, PostgreSQL among them, connections cut, OLTs made silent, refusing and restarted, and a NAS is silent,
 * lies and restarts. Afterwards everything must be as it was acknowledged. The profile {@code storm} makes it long.
 */
class StormIT {
    private static final System.Logger LOG = System.getLogger(StormIT.class.getName());
    private static final List<Enforcement> ENFORCEMENTS = List.of(Enforcement.values());
    private static final List<InjectedFault> TROUBLES = List.of(InjectedFault.values());
    private static final int WORKERS = 3;
    private static final int PORTS_PER_OLT = Integer.getInteger("storm.ports", 1);
    private static final int SUBSCRIBERS = Integer.getInteger("storm.subscribers", 60);
    private static final int COMMANDS = Integer.getInteger("storm.commands", 400);
    private static final int FAULT_EVERY = 20;
    private static final int BULK_PAGE = 250;
    private static final int FAULTS = 11;
    // far beyond what it takes, so that a hang is a failure and not a build that never ends
    private static final Duration PATIENCE = Duration.ofMinutes(10).plusMillis(200L * SUBSCRIBERS);

    private final Random random = new Random(20_261_128);
    private final Map<ContractId, Long> acknowledged = new HashMap<>();
    private final List<StormWorkerProcess> workers = new ArrayList<>();
    private final List<SimulatedOlt> olts = new ArrayList<>();
    private final Queue<NasSession> stops = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> nextFaults = new ArrayDeque<>();
    private int keys;
    private int cut;
    private int kills;
    private int crashes;
    private int nasRestarts;
    private int cuts;
    private int silences;
    private int restarts;
    private int troubles;

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private PostgresServer postgres;

    @SuppressWarnings("NullAway.Init")
    private NasSessions sessions;

    @SuppressWarnings("NullAway.Init")
    private SimulatedNas nas;

    @SuppressWarnings("NullAway.Init")
    private StormHost.Addresses addresses;

    @SuppressWarnings("NullAway.Init")
    private StormHost host;

    @SuppressWarnings("NullAway.Init")
    private Accounting accounting;

    @SuppressWarnings("NullAway.Init")
    private HikariDataSource observer;

    @BeforeEach
    void build() throws IOException, SQLException {
        postgres = new PostgresServer(folder);
        String url = postgres.url();
        observer = StormHost.pool(url + "&ApplicationName=observer");
        Schema.migrate(observer);
        FreeRadiusTables.create(observer);
        accounting = new Accounting(observer, SqlDialect.POSTGRESQL, StormHost.NAS);
        startNas(0);
        VENDORS.forEach(vendor -> olts.add(SimulatedOlt.start(
                vendor.device(olt(vendor), StormHost.ponPorts(vendor, PORTS_PER_OLT), StormHost.plans()))));
        addresses = new StormHost.Addresses(
                url,
                nas.address().getPort(),
                olts.stream().map(SimulatedOlt::port).toList(),
                PORTS_PER_OLT);
        host = new StormHost(addresses, "the test");
        host.storage().plant().install(StormHost.plant(PORTS_PER_OLT));
        host.publishPlans();
        for (int n = 0; n < WORKERS; n++) {
            workers.add(start(n));
        }
    }

    @AfterEach
    void tearDown() {
        workers.forEach(StormWorkerProcess::kill);
        host.close();
        olts.forEach(SimulatedOlt::close);
        nas.close();
        observer.close();
        postgres.close();
    }

    @Test
    void passes_and_everything_is_as_it_was_acknowledged() throws IOException {
        for (int n = 1; n <= SUBSCRIBERS; n++) {
            signUp(VENDORS.get(n % VENDORS.size()), n / VENDORS.size() % PORTS_PER_OLT);
            if (n % BULK_PAGE == 0) {
                injectFault();
            }
        }
        for (int n = 1; n <= COMMANDS; n++) {
            command();
            if (n % FAULT_EVERY == 0) {
                comeOnline();
                injectFault();
            }
        }
        bulk(
                "day-of-the-cut",
                (contract, context) -> host.contracts()
                        .suspend(
                                contract,
                                Suspension.of(SuspensionReason.NON_PAYMENT).enforcing(Enforcement.HARD_BLOCK),
                                context));
        bulk(
                "all-have-paid",
                (contract, context) -> host.contracts().liftHold(contract, SuspensionReason.NON_PAYMENT, context));

        heal();
        settle();

        assertThat(kills).as("workers killed").isPositive();
        assertThat(crashes).as("crashes of PostgreSQL").isPositive();
        assertNothingAcknowledgedIsLost();
        assertRowsEqualEvents();
        List<Contract> failed = contracts(Summary.FAILED);
        failed.forEach(contract -> {
            assertThat(contract.provisioning().toString()).contains("failure");
            host.contracts().worker().retryProvisioning(contract.id(), by());
        });
        settle();
        repair();
        assertThat(audit(false).isClean()).as(String.join("\n", differences())).isTrue();
        assertThat(olts)
                .allSatisfy(olt -> assertThat(olt.overlappingSets())
                        .as("sets that came before the one before was answered")
                        .isZero());
        LOG.log(
                System.Logger.Level.INFO,
                "{0} contracts, {1} commands and {10} of bulks; {2} times a worker killed, {3} times PostgreSQL crashed, {4} times all"
                        + " connections cut, {5} times the NAS restarted, {6} times it or an OLT made silent, {7} times an"
                        + " OLT restarted, {8} sets gone wrong; {9} contracts had been given up",
                acknowledged.size(),
                COMMANDS,
                kills,
                crashes,
                cuts,
                nasRestarts,
                silences,
                restarts,
                troubles,
                failed.size(),
                cut);
    }

    // commands

    private void command() {
        Contracts contracts = host.contracts();
        if (acknowledged.isEmpty() || random.nextInt(3) == 0) {
            signUp(VENDORS.get(random.nextInt(VENDORS.size())), random.nextInt(PORTS_PER_OLT));
            return;
        }
        List<ContractId> known = List.copyOf(acknowledged.keySet());
        ContractId id = known.get(random.nextInt(known.size()));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                Enforcement enforcement = ENFORCEMENTS.get(random.nextInt(ENFORCEMENTS.size()));
                acknowledge(context -> contracts.suspend(
                        id, Suspension.of(SuspensionReason.ADMINISTRATIVE).enforcing(enforcement), context));
            }
            case 3, 4 -> acknowledge(context -> contracts.liftHold(id, SuspensionReason.ADMINISTRATIVE, context));
            case 5 -> {
                int plan = random.nextInt(StormHost.plans().size());
                acknowledge(context -> contracts.changePlan(
                        id, StormHost.plans().get(plan).id(), PlanChangeTiming.IMMEDIATELY, context));
            }
            case 6 -> {
                OnuSerial other = onu(++keys);
                acknowledge(context -> contracts.swapOnu(id, other, context));
            }
            default -> acknowledge(context -> contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, context));
        }
    }

    private void signUp(OltVendor vendor, int port) {
        int n = ++keys;
        NewContract terms = NewContract.of(
                new CustomerId("c-" + n),
                StormHost.plans().get(0).id(),
                new ServiceAddress("Calle " + n, StormHost.place(vendor, port)));
        SignUp order = new SignUp(terms, onu(n), new RadiusUser("user-" + n + "@fibra.example"));
        acknowledge(context -> host.contracts().signUp(order, context));
    }

    /** One command on all contracts, with faults between its pages. */
    private void bulk(String name, Bulk.Action action) throws IOException {
        BulkRun run = again(() -> host.contracts()
                .runs()
                .bulk(name, Selection.all(), action, by())
                .begin()
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message())));
        BulkProgress progress;
        do {
            progress = again(() -> run.advance(BULK_PAGE, this::acknowledge));
            comeOnline();
            injectFault();
        } while (progress.state() == RunState.MORE);
    }

    private void acknowledge(BulkItem item) {
        item.result().ifPresent(result -> {
            acknowledge(result);
            cut++;
        });
    }

    private void acknowledge(CommandResult result) {
        acknowledged.merge(result.contract().id(), result.contract().version(), Math::max);
    }

    /** A caller who got no answer asks again with the same key. */
    private void acknowledge(Function<CommandContext, Either<Rejection, CommandResult>> command) {
        CommandContext context = by().once("storm-" + ++keys);
        again(() -> command.apply(context)).peek(this::acknowledge);
    }

    /** A pool gives away connections that were cut until it has seen each of them. */
    private static <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StorageException broken) {
                if (attempt == 20) {
                    throw broken;
                }
            }
        }
    }

    // faults

    private void injectFault() throws IOException {
        switch (nextFault()) {
            case 0, 1 -> {
                int victim = random.nextInt(WORKERS);
                workers.get(victim).kill();
                workers.set(victim, start(victim));
                kills++;
            }
            case 2 -> {
                cutConnections();
                cuts++;
            }
            case 3 -> {
                olts.get(random.nextInt(olts.size())).silent(true);
                silences++;
            }
            case 4 -> {
                olts.get(random.nextInt(olts.size())).restart();
                restarts++;
            }
            case 5, 6 -> {
                SimulatedOlt olt = olts.get(random.nextInt(olts.size()));
                for (int set = 1; set <= 5; set++) {
                    olt.faultOnSet(set, TROUBLES.get(random.nextInt(TROUBLES.size())));
                }
                troubles += 5;
            }
            case 7 -> {
                nas.behave((request, secret) -> List.of());
                silences++;
            }
            case 8 -> crashPostgres();
            case 9 -> restartNas();
            default -> sessions.acknowledgingOnly(true);
        }
        if (random.nextInt(3) == 0) {
            heal();
        }
    }

    /** By chance, but none again before all others. */
    private int nextFault() {
        if (nextFaults.isEmpty()) {
            List<Integer> all =
                    new ArrayList<>(IntStream.range(0, FAULTS).boxed().toList());
            Collections.shuffle(all, random);
            nextFaults.addAll(all);
        }
        return nextFaults.remove();
    }

    private void crashPostgres() {
        postgres.crash();
        crashes++;
        observer.getHikariPoolMXBean().softEvictConnections();
        accountForStops();
    }

    /** It forgets every session, and says so when it is back. */
    private void restartNas() {
        int port = nas.address().getPort();
        nas.close();
        startNas(port);
        accounting.on(Instant.now());
        nasRestarts++;
    }

    private void startNas(int port) {
        sessions = new NasSessions().onStop(session -> {
            stops.add(session);
            accountForStops();
        });
        nas = SimulatedNas.builder(StormHost.SECRET)
                .port(port)
                .sessions(sessions)
                .network(new NetworkConditions(0.02, 0.02, 0.02, Duration.ofMillis(5), Duration.ofMillis(10)))
                .start();
    }

    /** As a NAS does, says again what was not taken down. */
    private void accountForStops() {
        try {
            for (NasSession session = stops.peek(); session != null; session = stops.peek()) {
                accounting.stop(session.userName(), session.sessionId(), Instant.now());
                stops.remove(session);
            }
        } catch (IllegalStateException databaseIsGone) {
            LOG.log(System.Logger.Level.DEBUG, "accounting waits for the database", databaseIsGone);
        }
    }

    private void heal() {
        accountForStops();
        olts.forEach(olt -> {
            olt.silent(false);
            olt.clearFaults();
        });
        nas.behave(sessions);
        sessions.acknowledgingOnly(false);
    }

    /** Those of all workers and of the commands; the ones that watch stay. */
    private void cutConnections() {
        try (Connection connection = observer.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name <> 'observer' and backend_type = 'client backend'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void comeOnline() {
        for (Accounting.Login login : accounting.offline()) {
            String session = "s" + ++keys;
            sessions.open(NasSession.of(session, login.user(), "198.51.100.9"));
            accounting.start("u" + session, session, login, "198.51.100.9", Instant.now());
        }
    }

    // what must hold afterwards

    private void settle() {
        Instant end = Instant.now().plus(PATIENCE);
        QueueDepth depth = depth();
        while (depth.due() + depth.waiting() + depth.leased() > 0) {
            assertThat(Instant.now()).as("still to be delivered: %s", depth).isBefore(end);
            workers.get(random.nextInt(WORKERS)).awaitRound();
            depth = depth();
        }
    }

    private QueueDepth depth() {
        return again(() -> host.storage().work().depth(Instant.now()));
    }

    /** What a restart took from an OLT, and what a NAS lied about, an audit finds. */
    private void repair() {
        for (int round = 0; round < 5 && !audit(true).isClean(); round++) {
            settle();
        }
    }

    private AuditProgress audit(boolean repair) {
        return advance(repair, new ArrayList<>());
    }

    private List<String> differences() {
        List<AuditItem> items = new ArrayList<>();
        advance(false, items);
        return items.stream().map(AuditItem::toString).toList();
    }

    private AuditProgress advance(boolean repair, List<AuditItem> items) {
        var audit = host.contracts().runs().audit(Selection.all(), by()).searchingExtras();
        AuditRun run = (repair ? audit.repairing(RunLimits.none()) : audit).begin();
        AuditProgress progress = run.advance(1_000, items::add);
        while (progress.state() == RunState.MORE) {
            progress = run.advance(1_000, items::add);
        }
        return progress;
    }

    private void assertNothingAcknowledgedIsLost() {
        acknowledged.forEach((id, version) ->
                assertThat(host.contracts().find(id).orElseThrow().version()).isGreaterThanOrEqualTo(version));
    }

    private void assertRowsEqualEvents() {
        List<String> differences = new ArrayList<>();
        host.storage().verify(ContractRange.all(), Instant.now(), difference -> differences.add(difference.toString()));
        assertThat(differences).isEmpty();
    }

    private List<Contract> contracts(Summary summary) {
        return acknowledged.keySet().stream()
                .map(id -> host.contracts().find(id).orElseThrow())
                .filter(contract -> contract.provisioning().summary() == summary)
                .toList();
    }

    private static OnuSerial onu(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n));
    }

    private static CommandContext by() {
        return CommandContext.by("the storm", Trigger.ADMIN);
    }

    private StormWorkerProcess start(int n) throws IOException {
        return StormWorkerProcess.start(StormWorker.class, "worker-" + n, addresses);
    }
}
