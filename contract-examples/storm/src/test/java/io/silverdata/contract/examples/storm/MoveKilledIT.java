package io.silverdata.contract.examples.storm;

import static io.silverdata.contract.examples.storm.StormHost.VENDORS;
import static io.silverdata.contract.examples.storm.StormHost.olt;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.testkit.PostgresServer;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.QueueDepth;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A splitter moves from an OLT to one of another make, on PostgreSQL, with its subscribers in service, while the process that moves it is
 * killed (SIGKILL) in the middle of its rounds: nobody is ever without a registration where the drop is, and at the end everybody has one.
 */
class MoveKilledIT {
    static final String MOVE = "night-work";

    private static final int KILLS = Integer.getInteger("storm.move-kills", 2);
    private static final int SUBSCRIBERS = 20;
    private static final int PORTS_PER_OLT = 2;
    private static final SplitterId MOVING = new SplitterId("NAP-0-0");
    private static final PonPortId OLD =
            StormHost.ponPorts(OltVendor.HUAWEI, PORTS_PER_OLT).get(0);
    private static final PonPortId NEW =
            StormHost.ponPorts(OltVendor.ZTE, PORTS_PER_OLT).get(1);
    // far beyond what it takes, so that a hang is a failure and not a build that never ends
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Random random = new Random(20_261_130);
    private final List<SimulatedOlt> olts = new ArrayList<>();
    private final Set<OnuSerial> subscribers = new HashSet<>();
    private final List<ContractId> contracts = new ArrayList<>();
    private int workers;

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private PostgresServer postgres;

    @SuppressWarnings("NullAway.Init")
    private HikariDataSource pool;

    @SuppressWarnings("NullAway.Init")
    private SimulatedNas nas;

    @SuppressWarnings("NullAway.Init")
    private StormHost.Addresses addresses;

    @SuppressWarnings("NullAway.Init")
    private StormHost host;

    @BeforeEach
    void begin() throws IOException, SQLException {
        postgres = new PostgresServer(folder);
        pool = StormHost.pool(postgres.url());
        Schema.migrate(pool);
        FreeRadiusTables.create(pool);
        nas = SimulatedNas.builder(StormHost.SECRET).start();
        VENDORS.forEach(vendor -> olts.add(SimulatedOlt.start(
                vendor.device(olt(vendor), StormHost.ponPorts(vendor, PORTS_PER_OLT), StormHost.plans()))));
        addresses = new StormHost.Addresses(
                postgres.url(),
                nas.address().getPort(),
                olts.stream().map(SimulatedOlt::port).toList(),
                PORTS_PER_OLT);
        host = new StormHost(addresses, "the test");
        host.storage().plant().install(StormHost.plant(PORTS_PER_OLT));
        host.publishPlans();
        IntStream.rangeClosed(1, SUBSCRIBERS).forEach(this::signUp);
        deliver();
        PlantMove plan =
                accepted(host.contracts().moves().planSplitter(MOVE, MOVING, SplicePoint.of(NEW), Instant.now()));
        accepted(host.contracts().moves().begin(plan, MoveWorker.BY));
    }

    @AfterEach
    void end() {
        host.close();
        olts.forEach(SimulatedOlt::close);
        nas.close();
        pool.close();
        postgres.close();
    }

    @Test
    void goes_on_after_each_kill_and_leaves_nobody_without_a_registration() throws IOException {
        killUntil(() -> registered(NEW).equals(subscribers), OLD);

        accepted(host.contracts().moves().spliced(MOVE, MOVING));
        killUntil(() -> registered(OLD).isEmpty() && stage() == PlantMoveState.Stage.DONE, NEW);

        deliver();
        assertThat(registered(OLD)).isEmpty();
        assertThat(registered(NEW)).isEqualTo(subscribers);
        assertNothingDiffers(NEW);
    }

    @Test
    void turned_back_it_goes_back_after_each_kill_and_restores_what_was() throws IOException {
        killUntil(() -> registered(NEW).size() > SUBSCRIBERS / 2, OLD);

        accepted(host.contracts().moves().turnBack(MOVE));
        killUntil(() -> registered(NEW).isEmpty() && stage() == PlantMoveState.Stage.RETURNED, OLD);

        deliver();
        assertThat(registered(NEW)).isEmpty();
        assertThat(registered(OLD)).isEqualTo(subscribers);
        assertNothingDiffers(OLD);
    }

    /** Kills the process that moves in the middle of rounds, then lets one run until a condition holds. Meanwhile all are registered somewhere. */
    private void killUntil(BooleanSupplier condition, PonPortId always) throws IOException {
        for (int kill = 0; kill < KILLS; kill++) {
            StormWorkerProcess worker = start();
            int rounds = 1 + random.nextInt(3);
            for (int round = 0; round < rounds; round++) {
                worker.awaitRound();
            }
            worker.kill();
            assertThat(registered(always))
                    .as("registered after kill %d", kill + 1)
                    .isEqualTo(subscribers);
        }
        StormWorkerProcess last = start();
        try {
            Instant end = Instant.now().plus(PATIENCE);
            while (!condition.getAsBoolean()) {
                assertThat(Instant.now()).as("the move does not go on").isBefore(end);
                last.awaitRound();
                assertThat(registered(always)).isEqualTo(subscribers);
            }
        } finally {
            last.kill();
        }
    }

    private StormWorkerProcess start() throws IOException {
        return StormWorkerProcess.start(MoveWorker.class, "mover-" + ++workers, addresses);
    }

    private Set<OnuSerial> registered(PonPortId port) {
        Set<OnuSerial> serials = new HashSet<>();
        for (SimulatedOlt olt : olts) {
            olt.device().configured().stream()
                    .filter(onu -> onu.port().equals(port))
                    .map(ConfiguredOnu::serial)
                    .forEach(serials::add);
        }
        return serials;
    }

    private PlantMoveState.Stage stage() {
        return host.contracts().moves().find(MOVE).orElseThrow().stage();
    }

    private void assertNothingDiffers(PonPortId where) {
        List<AuditItem> items = new ArrayList<>();
        AuditRun run = host.contracts()
                .runs()
                .audit(Selection.all(), MoveWorker.BY)
                .searchingExtras()
                .begin();
        while (run.advance(1_000, items::add).state() == RunState.MORE) {}
        assertThat(items).isEmpty();
        for (ContractId id : contracts) {
            Contract contract = host.contracts().find(id).orElseThrow();
            assertThat(contract.provisioning().summary()).isEqualTo(Summary.IN_SYNC);
            assertThat(contract.line().orElseThrow().ports().ponPort()).isEqualTo(where);
        }
    }

    /** All that is due, once the leases of the killed are over. */
    private void deliver() {
        Instant end = Instant.now().plus(PATIENCE);
        QueueDepth depth = host.storage().work().depth(Instant.now());
        while (depth.due() + depth.waiting() + depth.leased() > 0) {
            assertThat(Instant.now()).as("still to be delivered: %s", depth).isBefore(end);
            host.contracts().worker().deliverPending(SUBSCRIBERS);
            depth = host.storage().work().depth(Instant.now());
        }
    }

    private void signUp(int n) {
        OnuSerial onu = new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n));
        NewContract terms = NewContract.of(
                new CustomerId("c-" + n),
                StormHost.plans().get(0).id(),
                new ServiceAddress("Calle " + n, StormHost.place(OltVendor.HUAWEI, 0)));
        SignUp order = new SignUp(terms, onu, new RadiusUser("user-" + n));
        contracts.add(accepted(host.contracts().signUp(order, MoveWorker.BY))
                .contract()
                .id());
        subscribers.add(onu);
    }

    private static <T> T accepted(Either<Rejection, T> answer) {
        return answer.getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }
}
