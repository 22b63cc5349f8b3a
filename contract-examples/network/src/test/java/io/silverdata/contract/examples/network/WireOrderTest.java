package io.silverdata.contract.examples.network;

import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
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
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In which order the network hears of a contract, seen at the devices: whenever a request reaches the NAS, what RADIUS' tables and
 * the OLT say at that moment is written down; and where the OLT is silent, what RADIUS got to know.
 */
class WireOrderTest {
    private static final String SECRET = "secret-of-the-test";
    private static final String NAS = "192.0.2.1";
    private static final OltSettings.Timing IMPATIENT = new OltSettings.Timing(
            Duration.ofMillis(300), 0, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final CommandContext STAFF = CommandContext.by("ana", Trigger.ADMIN);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final List<String> trace = Collections.synchronizedList(new ArrayList<>());
    private final NasSessions sessions = new NasSessions();

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private RadiusDatabase tables;

    @SuppressWarnings("NullAway.Init")
    private Accounting accounting;

    @SuppressWarnings("NullAway.Init")
    private SimulatedNas nas;

    @SuppressWarnings("NullAway.Init")
    private SimulatedOlt olt;

    @SuppressWarnings("NullAway.Init")
    private RadiusGateway radius;

    @SuppressWarnings("NullAway.Init")
    private OltGateway olts;

    @SuppressWarnings("NullAway.Init")
    private Contracts contracts;

    @BeforeEach
    void wire() {
        List<PlanSnapshot> plans = List.of(plan(), fasterPlan());
        tables = RadiusDatabase.in(folder);
        accounting = new Accounting(tables.pool(), tables.dialect(), NAS);
        sessions.onStop(session -> accounting.stop(session.userName(), session.sessionId(), clock.instant()));
        nas = SimulatedNas.builder(SECRET)
                .sessions(sessions)
                .behaviour((request, secret) -> {
                    trace.add(name(request) + " while " + state());
                    return sessions.answer(request, secret);
                })
                .start();
        olt = SimulatedOlt.start(OltVendor.HUAWEI.device(ponPortId(1).olt(), List.of(ponPortId(1)), plans));
        radius = radius(plans);
        olts = olts(plans);
        InMemoryStorage storage = new InMemoryStorage();
        storage.plant().install(ContractFixtures.smallPlant());
        contracts = Contracts.builder()
                .storage(storage)
                .customers(new InMemoryCustomers().add(customer(1)))
                .plans(new InMemoryPlans().put(plan()).put(fasterPlan()))
                .radius(radius)
                .olts(olts)
                .clock(clock)
                .zone(ZoneOffset.UTC)
                .build();
    }

    @AfterEach
    void close() {
        olts.close();
        radius.close();
        nas.close();
        olt.close();
        tables.close();
    }

    @Test
    void to_build_is_to_tell_the_OLT_and_then_RADIUS() {
        ContractId id = signUp();
        olt.silent(true);
        contracts.worker().deliverPending(1);
        assertThat(state()).isEqualTo("RADIUS knows nothing, the OLT nothing");

        olt.silent(false);
        deliver();

        assertThat(state()).isEqualTo("RADIUS lets in with access-home-100, the OLT serves");
        assertThat(trace).isEmpty();
        assertThat(isInSync(id)).isTrue();
    }

    @Test
    void to_change_the_plan_is_to_write_rows_and_then_to_tell_the_session() {
        ContractId id = inService();

        contracts
                .changePlan(id, fasterPlan().id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                .get();
        deliver();

        assertThat(trace).containsExactly("CoA-Request while RADIUS lets in with access-home-300, the OLT serves");
        assertThat(sessions.all()).hasSize(1);
    }

    @Test
    void to_cut_is_to_write_rows_then_to_close_the_session_then_to_tell_the_OLT() {
        ContractId id = inService();

        suspend(id, Enforcement.LINE_DISABLED);
        deliver();

        assertThat(trace).containsExactly("Disconnect-Request while RADIUS rejects, the OLT serves");
        assertThat(state()).isEqualTo("RADIUS rejects, the OLT has it disabled");
        assertThat(sessions.all()).isEmpty();
        assertThat(isInSync(id)).isTrue();
    }

    @Test
    void to_cut_goes_on_without_an_OLT_that_is_silent() {
        ContractId id = inService();
        suspend(id, Enforcement.LINE_DISABLED);
        olt.silent(true);

        contracts.worker().deliverPending(1);

        assertThat(trace).containsExactly("Disconnect-Request while RADIUS rejects, the OLT serves");
        olt.silent(false);
        deliver();
        assertThat(state()).isEqualTo("RADIUS rejects, the OLT has it disabled");
    }

    @Test
    void to_restore_is_to_tell_the_OLT_and_then_RADIUS_even_if_the_OLT_is_silent() {
        ContractId id = inService();
        suspend(id, Enforcement.LINE_DISABLED);
        deliver();
        contracts.liftHold(id, SuspensionReason.ADMINISTRATIVE, STAFF).get();

        olt.silent(true);
        contracts.worker().deliverPending(1);
        assertThat(state()).isEqualTo("RADIUS lets in with access-home-100, the OLT has it disabled");

        olt.silent(false);
        deliver();
        assertThat(state()).isEqualTo("RADIUS lets in with access-home-100, the OLT serves");
        assertThat(isInSync(id)).isTrue();
    }

    @Test
    void to_remove_is_to_delete_rows_then_to_close_the_session_then_to_tell_the_OLT() {
        ContractId id = inService();

        contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, STAFF).get();
        deliver();

        assertThat(trace).containsExactly("Disconnect-Request while RADIUS knows nothing, the OLT serves");
        assertThat(state()).isEqualTo("RADIUS knows nothing, the OLT nothing");
    }

    private ContractId signUp() {
        NewContract terms = NewContract.of(customer(1), plan().id(), address(1));
        return contracts
                .signUp(new SignUp(terms, onu(1), radiusUser(1)), STAFF)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))
                .contract()
                .id();
    }

    private ContractId inService() {
        ContractId id = signUp();
        deliver();
        Accounting.Login login = accounting.offline().get(0);
        sessions.open(NasSession.of("s1", login.user(), "198.51.100.9"));
        accounting.start("unique-s1", "s1", login, "198.51.100.9", clock.instant());
        assertThat(trace).isEmpty();
        return id;
    }

    private void suspend(ContractId id, Enforcement enforcement) {
        contracts
                .suspend(id, Suspension.of(SuspensionReason.ADMINISTRATIVE).enforcing(enforcement), STAFF)
                .get();
    }

    private void deliver() {
        clock.advance(Duration.ofHours(1));
        contracts.worker().deliverPending(10);
    }

    private boolean isInSync(ContractId id) {
        return contracts
                .runs()
                .audit(Selection.of(List.of(id)), STAFF)
                .searchingExtras()
                .begin()
                .advance(100, item -> trace.add(item.toString()))
                .isClean();
    }

    private String state() {
        List<ConfiguredOnu> configured = olt.device().configured();
        String line = configured.isEmpty() ? "nothing" : configured.get(0).enabled() ? "serves" : "has it disabled";
        return "RADIUS " + rows() + ", the OLT " + line;
    }

    private String rows() {
        if (!column("select value from radcheck where attribute = 'Auth-Type'").isEmpty()) {
            return "rejects";
        }
        List<String> groups = column("select groupname from radusergroup order by priority");
        return groups.isEmpty() ? "knows nothing" : "lets in with " + groups.get(0);
    }

    private List<String> column(String sql) {
        try (Connection connection = tables.pool().getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private RadiusGateway radius(List<PlanSnapshot> plans) {
        HoldGroup throttled = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
        HoldGroup captive = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));
        NasEndpoint endpoint = NasEndpoint.builder(nas.address().getAddress(), SharedSecret.of(SECRET))
                .port(nas.address().getPort())
                .build();
        RadiusGateway gateway = RadiusGateway.builder()
                .dataSource(tables.pool(), tables.dialect())
                .throttled(throttled)
                .captive(captive)
                .credentials(user -> new Password("a-password"))
                .nas(NasSettings.builder("nas", endpoint, NasProfiles.mikrotik())
                        .serves(NAS)
                        .build())
                .build();
        plans.forEach(sold -> gateway.plans()
                .publish(PlanGroup.of(sold.accessProfile(), sold.rates()))
                .get());
        return gateway;
    }

    private OltGateway olts(List<PlanSnapshot> plans) {
        OltSettings.Builder settings = olt.reach(
                        OltSettings.builder(ponPortId(1).olt()))
                .driver(OltVendor.HUAWEI.driver())
                .timing(IMPATIENT);
        plans.forEach(sold -> settings.plan(OltVendor.HUAWEI.plan(1, sold)));
        return OltGateway.builder()
                .discoverDrivers(getClass().getClassLoader())
                .circuitBreaker(1_000, Duration.ZERO)
                .olt(settings.build())
                .build();
    }

    private static String name(NasRequest request) {
        return request.code() == NasRequest.COA_REQUEST
                ? "CoA-Request"
                : Optional.of(request.code())
                        .filter(code -> code == NasRequest.DISCONNECT_REQUEST)
                        .map(code -> "Disconnect-Request")
                        .orElse("code " + request.code());
    }
}
