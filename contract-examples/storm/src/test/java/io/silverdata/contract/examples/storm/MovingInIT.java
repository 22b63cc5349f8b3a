package io.silverdata.contract.examples.storm;

import static io.silverdata.contract.examples.storm.StormHost.VENDORS;
import static io.silverdata.contract.examples.storm.StormHost.olt;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.testkit.PostgresServer;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.model.WriteSwitch;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.runs.AdoptionItem;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.runs.KeyedAdoption;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another system has filled an OLT of each of three vendors and the tables of a FreeRADIUS, and half of its subscribers are online. Its contracts
 * are adopted and compared, and the two systems go side by side for a while. All that time no OLT is sent a set, no NAS a request, and
 * no row of RADIUS changes: counted at the devices and in the database. The profile {@code storm} has 20,000 subscribers.
 */
class MovingInIT {
    private static final System.Logger LOG = System.getLogger(MovingInIT.class.getName());
    private static final int SUBSCRIBERS = Integer.getInteger("moving.subscribers", 500);
    private static final int OUTPUTS = 64;
    private static final int PORTS_PER_OLT = SUBSCRIBERS / VENDORS.size() / OUTPUTS + 1;
    private static final int STRANGERS = 3;
    private static final int ROWS = 1_000;
    private static final int GROUP = 100;
    /** Contracts that are suspended, ended and given another plan while another system is in charge: so many of each. */
    private static final int OF_EACH = 10;

    private static final int ORDERED = 3 * OF_EACH;
    private static final List<String> TABLES =
            List.of("radcheck", "radreply", "radusergroup", "radgroupcheck", "radgroupreply", "radacct");
    private static final CommandContext STAFF = CommandContext.by("moving in", Trigger.ADMIN);
    private static final PlanSnapshot PLAN = StormHost.plans().get(0);

    @TempDir
    private Path folder = Path.of("");

    private final List<SimulatedOlt> olts = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private PostgresServer postgres;

    @SuppressWarnings("NullAway.Init")
    private HikariDataSource observer;

    @SuppressWarnings("NullAway.Init")
    private RealRadius freeRadius;

    @SuppressWarnings("NullAway.Init")
    private SimulatedNas nas;

    @SuppressWarnings("NullAway.Init")
    private StormHost host;

    /** What the network was sent, and what is in RADIUS' tables. */
    private record Network(List<Integer> sets, int nasRequests, Map<String, String> tables) {}

    @BeforeEach
    void build() throws IOException, SQLException {
        postgres = opened(new PostgresServer(folder));
        observer = opened(StormHost.pool(postgres.url()));
        Schema.migrate(observer);
        run(RealRadius.schema());
        freeRadius = opened(new RealRadius(Files.createDirectory(folder.resolve("freeradius")), port(postgres.url())));
        nas = opened(SimulatedNas.builder(StormHost.SECRET)
                .behaviour(NasBehaviour.acknowledging())
                .start());
        VENDORS.forEach(vendor -> olts.add(opened(SimulatedOlt.start(
                vendor.device(olt(vendor), StormHost.ponPorts(vendor, PORTS_PER_OLT), StormHost.plans())))));
        host = opened(new StormHost(
                new StormHost.Addresses(
                        postgres.url(),
                        nas.address().getPort(),
                        olts.stream().map(SimulatedOlt::port).toList(),
                        PORTS_PER_OLT),
                "moving in",
                OltSettings.Timing.DEFAULT));
        host.storage().plant().install(StormHost.plant(PORTS_PER_OLT));
        host.publishPlans();
    }

    @AfterEach
    void tearDown() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private <T extends AutoCloseable> T opened(T peer) {
        open.push(peer);
        return peer;
    }

    @Test
    void sends_no_set_no_CoA_no_Disconnect_and_changes_no_row() throws SQLException {
        timed("the other system builds", this::fillNetwork);
        assertThat(freeRadius.letsIn(login(1), password(1))).isTrue();
        Network before = network();

        timed("adopted", this::adopt);
        drain();
        List<AuditItem> compared = audited("compared", Audit::searchingExtras);
        assertThat(network()).as("after adoption and comparison").isEqualTo(before);
        assertThat(compared.stream().filter(item -> item.extra().isPresent())).hasSize(STRANGERS);

        observeEverything();
        int restricted = goOn();
        drain();
        List<AuditItem> again = audited("compared again", audit -> audit.repairing(RunLimits.none()));
        assertThat(again).noneMatch(item -> item.result().isPresent());
        removeExtras(compared);
        assertThat(contracts().coexistence().switchTo(write(), STAFF).getLeft())
                .isInstanceOfSatisfying(
                        Rejection.WouldRestrict.class,
                        refusal -> assertThat(refusal.contracts()).isEqualTo(restricted));
        drain();
        assertThat(network()).as("side by side").isEqualTo(before);
        assertThat(freeRadius.letsIn(login(1), password(1))).isTrue();
        assertThat(contracts().worker().health().queue().held()).isEqualTo(ORDERED);
        assertThat(contracts().worker().health().lag()).isZero();

        assertThat(host.storage()
                        .verify(
                                ContractRange.all(),
                                Instant.now(),
                                difference -> LOG.log(System.Logger.Level.ERROR, () -> difference.toString()))
                        .differences())
                .isZero();
        LOG.log(
                System.Logger.Level.INFO,
                () -> "sets " + before.sets() + ", requests to the NAS " + before.nasRequests() + ", rows "
                        + before.tables() + ": the same before and after");
    }

    /** A hold here and there, a plan, an ended contract: orders to this system that the other one does not know of. */
    private int goOn() {
        List<ContractId> some = host.storage().contracts().page(Optional.empty(), 2 * ORDERED).stream()
                .filter(id -> contracts().find(id).orElseThrow().holds().isEmpty())
                .limit(ORDERED)
                .toList();
        some.subList(0, OF_EACH)
                .forEach(id -> contracts()
                        .suspend(
                                id,
                                Suspension.of(SuspensionReason.NON_PAYMENT).enforcing(Enforcement.LINE_DISABLED),
                                STAFF)
                        .get());
        some.subList(OF_EACH, 2 * OF_EACH)
                .forEach(id -> contracts()
                        .cancel(id, CancellationReason.CUSTOMER_REQUEST, STAFF)
                        .get());
        some.subList(2 * OF_EACH, ORDERED)
                .forEach(id -> contracts()
                        .changePlan(id, StormHost.plans().get(1).id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                        .get());
        return 2 * OF_EACH;
    }

    private void fillNetwork() throws SQLException {
        fillRadius();
        VENDORS.parallelStream().forEach(vendor -> {
            List<LineOrder> orders = Stream.concat(
                            subscribers(vendor).mapToObj(n -> registration(vendor, n, onu(n))),
                            vendor == VENDORS.get(0)
                                    ? IntStream.range(0, STRANGERS)
                                            .mapToObj(n -> registration(vendor, n, onu(SUBSCRIBERS + 1 + n)))
                                    : Stream.empty())
                    .toList();
            for (int from = 0; from < orders.size(); from += GROUP) {
                register(olt(vendor), orders.subList(from, Math.min(from + GROUP, orders.size())));
            }
        });
        assertThat(olts.stream()
                        .mapToInt(olt -> olt.device().configured().size())
                        .sum())
                .isEqualTo(SUBSCRIBERS + STRANGERS);
    }

    /** Until the OLT has done all: on a machine that is busy some answers are late. */
    private void register(OltId olt, List<LineOrder> orders) {
        List<LineOrder> left = orders;
        while (!left.isEmpty()) {
            List<LineOrder> asked = left;
            List<DeviceOutcome> outcomes = host.olts().carryOut(olt, asked);
            left = IntStream.range(0, asked.size())
                    .filter(at -> !(outcomes.get(at) instanceof DeviceOutcome.Applied)
                            && !(outcomes.get(at) instanceof DeviceOutcome.Pending))
                    .mapToObj(asked::get)
                    .toList();
        }
    }

    private static LineOrder registration(OltVendor vendor, int n, OnuSerial onu) {
        return new LineOrder.Ensure(new LineService(
                new ContractId(UUID.randomUUID()),
                new Line(
                        new PortAssignment(
                                output(n),
                                StormHost.ponPorts(vendor, PORTS_PER_OLT).get(ponPort(n))),
                        onu),
                PLAN.lineProfile(),
                true));
    }

    /** As many systems write them: no mark of this library, a password, a group, here and there an attribute. */
    private void fillRadius() throws SQLException {
        try (Connection connection = observer.getConnection();
                PreparedStatement check = connection.prepareStatement(
                        "insert into radcheck (username, attribute, op, value) values (?, 'Cleartext-Password', ':=', ?)");
                PreparedStatement reply = connection.prepareStatement(
                        "insert into radreply (username, attribute, op, value) values (?, 'Reply-Message', ':=', 'hello')");
                PreparedStatement group = connection.prepareStatement(
                        "insert into radusergroup (username, groupname, priority) values (?, ?, 1)");
                PreparedStatement session = connection.prepareStatement(
                        "insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime,"
                                + " framedipaddress) values (?, ?, ?, cast(? as inet), now(), cast(? as inet))")) {
            connection.setAutoCommit(false);
            for (int n = 1; n <= SUBSCRIBERS; n++) {
                add(check, login(n), password(n));
                add(group, login(n), PLAN.accessProfile().value());
                if (n % 3 == 0) {
                    add(reply, login(n));
                }
                if (n % 2 == 0) {
                    add(session, "s" + n, "u" + n, login(n), StormHost.NAS, "100.64.0.1");
                }
            }
            for (PreparedStatement statement : List.of(check, reply, group, session)) {
                statement.executeBatch();
            }
            connection.commit();
        }
    }

    private static void add(PreparedStatement statement, String... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setString(at + 1, values[at]);
        }
        statement.addBatch();
    }

    private void adopt() {
        Instant activatedAt = Instant.now().minus(Duration.ofDays(700)).truncatedTo(ChronoUnit.MICROS);
        List<KeyedAdoption> adoptions = IntStream.rangeClosed(1, SUBSCRIBERS)
                .mapToObj(n -> new KeyedAdoption(new IdempotencyKey("other/" + n), adoption(n, activatedAt)))
                .toList();
        List<AdoptionItem> items = contracts().runs().adopt(adoptions, STAFF);
        assertThat(items).allMatch(item -> item.result().isPresent());
    }

    private static Adoption adoption(int n, Instant activatedAt) {
        OltVendor vendor = vendor(n);
        Adoption adoption = Adoption.of(
                        NewContract.of(
                                new CustomerId("c-" + n),
                                PLAN.id(),
                                new ServiceAddress("Calle " + n, StormHost.place(vendor, ponPort(n)))),
                        activatedAt,
                        LocalDate.now(ZoneOffset.UTC),
                        onu(n),
                        new RadiusUser(login(n)))
                .at(output(n));
        return n % 20 == 0
                ? adoption.held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, activatedAt.plus(Duration.ofDays(600))))
                : adoption;
    }

    private List<AuditItem> audited(String name, UnaryOperator<Audit> kind) throws SQLException {
        List<AuditItem> items = new ArrayList<>();
        timed(name, () -> {
            AuditRun run = kind.apply(contracts().runs().audit(Selection.live(), STAFF))
                    .begin();
            AuditProgress progress = run.advance(ROWS, items::add);
            while (progress.state() == RunState.MORE) {
                progress = run.advance(ROWS, items::add);
            }
            assertThat(progress.state()).isEqualTo(RunState.FINISHED);
            Map<AuditItem.Finding, Long> findings = progress.findings();
            LOG.log(System.Logger.Level.INFO, () -> name + ": " + findings);
        });
        long unverified = contracts()
                .count(ContractQuery.builder().provisioning(Summary.UNVERIFIED).build());
        LOG.log(System.Logger.Level.INFO, () -> "unverified: " + unverified);
        return items;
    }

    private void removeExtras(List<AuditItem> items) {
        List<Extra> extras =
                items.stream().flatMap(item -> item.extra().stream()).toList();
        assertThat(contracts().runs().removeExtras(extras, STAFF))
                .hasSize(STRANGERS)
                .allMatch(outcome -> outcome.isLeft() && outcome.getLeft() instanceof Rejection.OnlyObserved);
    }

    private void observeEverything() {
        contracts()
                .coexistence()
                .switchTo(
                        WriteSwitch.of(WriteMode.OBSERVE, "the other system is in charge", new WriteScope.Everything()),
                        STAFF)
                .get();
    }

    private static WriteSwitch write() {
        return WriteSwitch.of(WriteMode.WRITE, "cut over", new WriteScope.Everything());
    }

    private void drain() {
        while (contracts().worker().deliverPending(ROWS).leased() > 0) {
            // until nothing is due
        }
    }

    private Network network() throws SQLException {
        Map<String, String> tables = new HashMap<>();
        for (String table : TABLES) {
            tables.put(table, checksum(table));
        }
        return new Network(
                olts.stream().map(olt -> olt.sets().size()).toList(),
                nas.requests().size(),
                tables);
    }

    private String checksum(String table) throws SQLException {
        try (Connection connection = observer.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), md5(string_agg(t::text, '|' order by t::text)) from " + table + " t")) {
            row.next();
            return row.getLong(1) + " rows, " + row.getString(2);
        }
    }

    private void run(String script) throws SQLException {
        try (Connection connection = observer.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    /** What throws SQLException, too. */
    private interface Work {
        void run() throws SQLException;
    }

    private static void timed(String what, Work work) throws SQLException {
        Instant start = Instant.now();
        work.run();
        LOG.log(
                System.Logger.Level.INFO,
                () -> SUBSCRIBERS + " subscribers, " + what + ": " + Duration.between(start, Instant.now()));
    }

    private Contracts contracts() {
        return host.contracts();
    }

    private static OltVendor vendor(int n) {
        return VENDORS.get(n % VENDORS.size());
    }

    private static IntStream subscribers(OltVendor vendor) {
        return IntStream.rangeClosed(1, SUBSCRIBERS).filter(n -> vendor(n) == vendor);
    }

    private static int ponPort(int n) {
        return n / VENDORS.size() % PORTS_PER_OLT;
    }

    private static SplitterOutputId output(int n) {
        return new SplitterOutputId(
                new SplitterId("NAP-" + VENDORS.indexOf(vendor(n)) + "-" + ponPort(n)),
                n / VENDORS.size() / PORTS_PER_OLT + 1);
    }

    private static OnuSerial onu(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n));
    }

    private static String login(int n) {
        return "user" + n + "@isp.example";
    }

    private static String password(int n) {
        return "pw-" + n;
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*localhost:(\\d+)/.*", "$1"));
    }
}
