package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.peer.FreeRadius;
import io.silverdata.contract.adapters.radius.peer.RadClient;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.Burst;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real FreeRADIUS makes of the rows, on its own tables, asked by radclient in place of a NAS. */
abstract class FreeRadiusContract {
    private static final AccessService FULL = ContractFixtures.accessService(1);
    private static final RadiusUser USER = FULL.user();
    private static final String PASSWORD = "aA1@._:/!#$*+,;=?~^()-";
    private static final AccessSettings SETTINGS = AccessSettings.NONE
            .with(new IpAddress("203.0.113.7"))
            .withPrefix(new IpPrefix("2001:db8:1::/64"))
            .withDelegatedPrefix(new IpPrefix("2001:db8:7::/56"))
            .with(FramedRoute.to(new IpPrefix("198.51.100.64/28")))
            .with(new FramedRoute(new IpPrefix("198.51.100.96/28"), Optional.of(new IpAddress("203.0.113.1")), 5))
            .with(FramedRoute.to(new IpPrefix("2001:db8:9::/48")))
            .with(new ReplyAttribute("Session-Timeout", "3600"));
    private static final String FULL_RATE = "Mikrotik-Rate-Limit = \"50M/100M\"";

    private final RadClient radclient = new RadClient();
    private final List<SessionResult> told = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private FreeRadius radius;

    @SuppressWarnings("NullAway.Init")
    private RadiusGateway gateway;

    /** With FreeRADIUS' own tables, empty. */
    abstract TestDatabase database();

    /** A FreeRADIUS that works on them. It may be the same for all tests. */
    abstract FreeRadius radius();

    @BeforeEach
    void open() {
        database = database();
        radius = radius();
        told.clear();
        gateway = Gateways.withGroups(builder(PasswordEncoding.CLEARTEXT).build());
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_subscriber_logs_in_by_every_method_with_the_rates_of_the_plan() {
        assertApplied(gateway.ensure(FULL));

        for (String proof : List.of("User-Password", "CHAP-Password", "MS-CHAP-Password")) {
            assertThat(login(proof)).as(proof).matches(reply -> reply.is("Access-Accept") && reply.has(FULL_RATE));
        }
        assertThat(radclient.send(
                        radius.auth(), "auth", FreeRadius.SECRET, "User-Name=" + USER + ",User-Password=wrong-one"))
                .matches(reply -> reply.is("Access-Reject"));
    }

    @ParameterizedTest(name = "{0}: PAP {1}, CHAP {2}, MS-CHAP {3}")
    @CsvSource({"CLEARTEXT, Accept, Accept, Accept", "NT, Accept, Reject, Accept", "SSHA512, Accept, Reject, Reject"})
    void a_password_serves_the_methods_of_its_encoding(
            PasswordEncoding encoder, String pap, String chap, String mschap) {
        try (RadiusGateway encoding = builder(encoder).build()) {
            assertApplied(encoding.ensure(FULL));

            assertThat(login("User-Password")).matches(reply -> reply.is("Access-" + pap));
            assertThat(login("CHAP-Password")).matches(reply -> reply.is("Access-" + chap));
            assertThat(login("MS-CHAP-Password")).matches(reply -> reply.is("Access-" + mschap));
        }
    }

    @Test
    void a_throttled_subscriber_gets_the_rate_of_the_hold_and_nothing_of_the_plan() {
        assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));

        assertThat(login("CHAP-Password"))
                .matches(reply -> reply.is("Access-Accept")
                        && reply.has("Mikrotik-Rate-Limit = \"1M/1M\"")
                        && !reply.has("100M"));
    }

    @Test
    void each_of_many_subscribers_gets_what_its_order_says() {
        gateway.carryOut(orders(Enforcement.NONE));

        assertThat(gateway.carryOut(orders(Enforcement.THROTTLE))).containsOnly(new DeviceOutcome.Applied());

        for (int n = 1; n <= 20; n++) {
            String rate = n % 2 == 0 ? "\"1M/1M\"" : "\"50M/100M\"";
            assertThat(login(ContractFixtures.radiusUser(n), "User-Password"))
                    .as("subscriber %d", n)
                    .matches(reply -> reply.is("Access-Accept") && reply.has(rate));
        }
    }

    /** Every second subscriber under this enforcement, the others in full service. */
    private static List<AccessOrder> orders(Enforcement enforcement) {
        return IntStream.rangeClosed(1, 20)
                .<AccessOrder>mapToObj(n -> {
                    AccessService full = ContractFixtures.accessService(n);
                    return new AccessOrder.Ensure(new AccessService(
                            full.contract(),
                            full.user(),
                            full.profile(),
                            full.rates(),
                            n % 2 == 0 ? enforcement : Enforcement.NONE));
                })
                .toList();
    }

    @Test
    void a_throttled_subscriber_keeps_what_the_plan_says_besides_the_rate() {
        ProfileName plan = new ProfileName("with-pool");
        gateway.plans()
                .publish(PlanGroup.of(plan, FULL.rates())
                        .with(
                                RadiusAttribute.text(Attributes.FRAMED_POOL, "home"),
                                RadiusAttribute.integer(Attributes.ACCT_INTERIM_INTERVAL, 300)))
                .get();

        assertApplied(
                gateway.ensure(new AccessService(FULL.contract(), USER, plan, FULL.rates(), Enforcement.THROTTLE)));

        assertThat(login("CHAP-Password"))
                .matches(reply -> reply.is("Access-Accept")
                        && reply.has("Mikrotik-Rate-Limit = \"1M/1M\"")
                        && reply.has("Framed-Pool = \"home\"")
                        && reply.has("Acct-Interim-Interval = 300")
                        && !reply.has("100M"));
    }

    @Test
    void a_plan_with_a_burst_is_accepted_with_it() {
        ProfileName plan = new ProfileName("with-burst");
        Rates rates = FULL.rates().with(Burst.of(Rates.ofMbps(200, 100), Rates.ofMbps(80, 40), Duration.ofSeconds(8)));
        gateway.plans().publish(PlanGroup.of(plan, FULL.rates())).get();
        AccessService service = new AccessService(FULL.contract(), USER, plan, rates, Enforcement.NONE);
        assertThat(gateway.ensure(service)).as("a group without it").isInstanceOf(DeviceOutcome.Refused.class);

        gateway.plans().publish(PlanGroup.of(plan, rates)).get();

        assertApplied(gateway.ensure(service));
        assertThat(login("User-Password"))
                .matches(reply -> reply.has("Mikrotik-Rate-Limit = \"50M/100M 100M/200M 40M/80M 8/8\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {":=", "=", "+=", "==", "!=", "=*", "-=", "=~", "!*"})
    void a_plan_is_applied_only_if_its_rate_comes_with_the_accept(String op) {
        ProfileName plan = new ProfileName("by-hand");
        database.run("insert into radgroupreply (groupname, attribute, op, value) values ('by-hand',"
                + " 'Mikrotik-Rate-Limit', '" + op + "', '50M/100M'), ('by-hand', 'Framed-Pool', ':=', 'home')");
        AccessService service = new AccessService(FULL.contract(), USER, plan, FULL.rates(), Enforcement.NONE);
        assertApplied(gateway.ensure(FULL));

        DeviceOutcome outcome = gateway.ensure(service);
        // as the operator would have it who put the login there by hand
        database.run("update radusergroup set groupname = 'by-hand' where username = '" + USER + "'");

        assertThat(outcome instanceof DeviceOutcome.Applied)
                .as("%s: %s", op, outcome)
                .isEqualTo(login("User-Password").has(FULL_RATE));
    }

    @Test
    void a_throttled_subscriber_whose_own_row_ends_the_walk_is_never_told_as_applied() {
        assertApplied(gateway.ensure(FULL));
        database.run("insert into radreply (username, attribute, op, value) values ('" + USER
                + "', 'Fall-Through', '=', 'No')");

        DeviceOutcome outcome = gateway.ensure(with(Enforcement.THROTTLE));

        assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
        assertThat(login("User-Password"))
                .as("without any limit")
                .matches(reply -> reply.is("Access-Accept") && !reply.has("Mikrotik-Rate-Limit"));
    }

    @Test
    void a_subscriber_whom_another_tool_disabled_stays_disabled() {
        assertApplied(gateway.ensure(FULL));
        database.run("insert into radusergroup (username, groupname, priority) values ('" + USER
                + "', 'daloRADIUS-Disabled-Users', -1)");
        database.run("insert into radgroupcheck (groupname, attribute, op, value) values"
                + " ('daloRADIUS-Disabled-Users', 'Auth-Type', ':=', 'Reject')");

        DeviceOutcome outcome = gateway.ensure(FULL);

        assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
        assertThat(login("User-Password")).matches(reply -> reply.is("Access-Reject"));
    }

    @Test
    void a_captive_subscriber_gets_into_the_garden_and_out_of_it_again() {
        assertApplied(gateway.ensure(with(Enforcement.CAPTIVE)));
        assertThat(login("CHAP-Password"))
                .matches(reply -> reply.is("Access-Accept")
                        && reply.has("Mikrotik-Rate-Limit = \"1M/2M\"")
                        && reply.has("Mikrotik-Address-List = \"walled-garden\""));

        assertApplied(gateway.ensure(FULL));

        assertThat(login("CHAP-Password"))
                .matches(reply -> reply.is("Access-Accept") && reply.has(FULL_RATE) && !reply.has("walled-garden"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Enforcement.class,
            names = {"HARD_BLOCK", "LINE_DISABLED"})
    void a_blocked_subscriber_is_rejected_and_accepted_again_with_the_old_password(Enforcement enforcement) {
        assertApplied(gateway.ensure(FULL));

        assertApplied(gateway.ensure(with(enforcement)));
        for (String proof : List.of("User-Password", "CHAP-Password", "MS-CHAP-Password")) {
            assertThat(login(proof)).as(proof).matches(reply -> reply.is("Access-Reject"));
        }

        assertApplied(gateway.ensure(FULL));
        assertThat(login("User-Password")).matches(reply -> reply.is("Access-Accept"));
    }

    @Test
    void a_subscriber_gets_the_addresses_routes_and_attributes_of_the_contract() {
        assertApplied(gateway.ensure(having(SETTINGS)));

        assertThat(login("User-Password"))
                .matches(reply -> reply.is("Access-Accept")
                        && reply.has(FULL_RATE)
                        && reply.has("Framed-IP-Address = 203.0.113.7")
                        && reply.has("Framed-IPv6-Prefix = 2001:db8:1::/64")
                        && reply.has("Delegated-IPv6-Prefix = 2001:db8:7::/56")
                        && reply.has("Framed-Route = \"198.51.100.64/28 0.0.0.0 1\"")
                        && reply.has("Framed-Route = \"198.51.100.96/28 203.0.113.1 5\"")
                        && reply.has("Framed-IPv6-Route = \"2001:db8:9::/48 :: 1\"")
                        && reply.has("Session-Timeout = 3600"));

        assertApplied(gateway.ensure(FULL));
        assertThat(login("User-Password"))
                .matches(reply -> reply.is("Access-Accept") && !reply.has("Framed-") && !reply.has("Session-Timeout"));
    }

    @Test
    void what_an_open_session_cannot_be_told_it_gets_by_a_new_login() {
        try (SimulatedNas telling = nas("192.0.2.1");
                SimulatedNas other = nas("192.0.2.2");
                RadiusGateway networked = Gateways.withoutNas(database)
                        .credentials(user -> new Password(PASSWORD))
                        .nas(NasSettings.builder(
                                        "192.0.2.1",
                                        Gateways.endpoint(telling.address()),
                                        NasProfiles.withLiveAttributes(
                                                Gateways.mikrotik(),
                                                Attributes.FRAMED_ROUTE,
                                                Attributes.SESSION_TIMEOUT))
                                .serves("192.0.2.1")
                                .build())
                        .nas(at(other, "192.0.2.2"))
                        .sessionListener(told::add)
                        .build()) {
            AccessSettings before = AccessSettings.NONE.with(new IpAddress("203.0.113.7"));
            AccessSettings more = before.with(FramedRoute.to(new IpPrefix("198.51.100.64/28")))
                    .with(new ReplyAttribute("Session-Timeout", "3600"));
            assertApplied(networked.ensure(having(before)));
            comesOnline(telling, "192.0.2.1", "s1");
            comesOnline(other, "192.0.2.2", "s2");

            assertApplied(networked.ensure(having(more)));

            assertThat(telling.requests()).singleElement().satisfies(request -> {
                assertThat(request.code()).isEqualTo(NasRequest.COA_REQUEST);
                assertThat(request.text(22)).contains("198.51.100.64/28 0.0.0.0 1");
                assertThat(request.find(27).orElseThrow().value()).containsExactly(0, 0, 14, 16);
            });
            assertThat(telling.sessions().all()).hasSize(1);
            assertThat(other.sessions().all())
                    .as("closed, as its NAS does not change routes")
                    .isEmpty();

            // a plan change tells the rates alone
            assertApplied(networked.ensure(new AccessService(
                    FULL.contract(), USER, faster().profile(), faster().rates(), Enforcement.NONE, more)));
            assertThat(telling.requests()).hasSize(2);
            assertThat(telling.requests().get(1).find(22)).isEmpty();

            // another address, and a route less, need a new login
            assertApplied(networked.ensure(having(before)));
            assertThat(telling.sessions().all()).isEmpty();
            assertThat(login("User-Password"))
                    .matches(reply -> reply.has("Framed-IP-Address = 203.0.113.7") && !reply.has("Framed-Route"));
        }
    }

    @Test
    void a_removed_subscriber_is_rejected() {
        assertApplied(gateway.ensure(FULL));

        assertApplied(gateway.remove(USER));

        assertThat(login("User-Password")).matches(reply -> reply.is("Access-Reject"));
    }

    @Test
    void a_faster_plan_counts_from_the_next_login() {
        assertApplied(gateway.ensure(FULL));

        assertApplied(gateway.ensure(faster()));

        assertThat(login("User-Password")).matches(reply -> reply.has("Mikrotik-Rate-Limit = \"150M/300M\""));
    }

    @Test
    void every_attribute_of_every_maker_is_in_the_dictionary() {
        ProfileName group = new ProfileName("all-makers");
        NasProfile wispr = NasProfiles.withCaptivity(
                NasProfiles.wispr(), RadiusAttribute.text(Attributes.WISPR_REDIRECTION_URL, "http://portal.example/"));
        try (RadiusGateway all = builder(PasswordEncoding.CLEARTEXT)
                .profile(NasProfiles.ciscoIsg("up-{up}", "down-{down}"))
                .profile(NasProfiles.juniper("up-{up}", "down-{down}"))
                .profile(NasProfiles.juniperService("internet({down},{up})"))
                .profile(NasProfiles.huawei())
                .profile(NasProfiles.huaweiProfile("fiber-{down}-{up}"))
                .profile(NasProfiles.nokiaSr("fiber-{down}"))
                .profile(NasProfiles.nokiaSrOverride())
                .profile(NasProfiles.accelPpp())
                .profile(wispr)
                .build()) {
            all.plans().publish(PlanGroup.of(group, Rates.ofMbps(100, 50))).get();

            assertApplied(all.ensure(new AccessService(FULL.contract(), USER, group, FULL.rates(), Enforcement.NONE)));

            RadClient.Reply reply = login("User-Password");
            assertThat(reply.printed())
                    .contains(
                            FULL_RATE,
                            "Cisco-AVPair = \"subscriber:sub-qos-policy-in=up-50M\"",
                            "Cisco-AVPair = \"subscriber:sub-qos-policy-out=down-100M\"",
                            "ERX-Ingress-Policy-Name = \"up-50M\"",
                            "ERX-Egress-Policy-Name = \"down-100M\"",
                            "ERX-Service-Activate:1 = \"internet(100M,50M)\"",
                            "Huawei-Input-Average-Rate = 50000000",
                            "Huawei-Input-Peak-Rate = 50000000",
                            "Huawei-Output-Average-Rate = 100000000",
                            "Huawei-Output-Peak-Rate = 100000000",
                            "Huawei-Qos-Profile-Name = \"fiber-100M-50M\"",
                            "Alc-SLA-Prof-Str = \"fiber-100M\"",
                            "Alc-Subscriber-QoS-Override = \"i:q:1:pir=50000\"",
                            "Alc-Subscriber-QoS-Override = \"e:r:rate=100000\"",
                            "Filter-Id = \"100000/50000\"",
                            "WISPr-Bandwidth-Max-Up = 50000000",
                            "WISPr-Bandwidth-Max-Down = 100000000");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Enforcement.class,
            names = {"CAPTIVE", "HARD_BLOCK"})
    void a_subscriber_with_sessions_at_two_nases_is_suspended_at_both(Enforcement enforcement) {
        try (SimulatedNas one = nas("192.0.2.1");
                SimulatedNas two = nas("192.0.2.2");
                RadiusGateway networked = networked(one, two)) {
            assertApplied(networked.ensure(FULL));
            comesOnline(one, "192.0.2.1", "81;a0=0001");
            comesOnline(two, "192.0.2.2", "81a00002");
            assertThat(networked.openSessions(List.of(USER)).get(USER))
                    .extracting(Session::sessionId)
                    .containsExactlyInAnyOrder("81;a0=0001", "81a00002");

            DeviceOutcome outcome = networked.ensure(with(enforcement));

            assertApplied(outcome);
            assertThat(one.sessions().all()).isEmpty();
            assertThat(two.sessions().all()).isEmpty();
            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.CLOSED, Outcome.CLOSED);
            assertThat(database.rows("select acctterminatecause from radacct where acctstoptime is not null"))
                    .containsExactly("Admin-Reset", "Admin-Reset");
            assertThat(networked.observe(with(enforcement))).isEqualTo(new Observation.InSync());
            assertThat(login("CHAP-Password"))
                    .matches(reply -> reply.is(enforcement.allowsLogin() ? "Access-Accept" : "Access-Reject"));
        }
    }

    @Test
    void the_class_in_accounting_tells_which_session_began_under_the_new_rows() {
        try (SimulatedNas one = nas("192.0.2.1");
                SimulatedNas two = nas("192.0.2.2");
                RadiusGateway networked = networked(one, two)) {
            assertApplied(networked.ensure(FULL));
            two.behave((request, secret) -> List.of());
            comesOnline(one, "192.0.2.1", "s1");
            comesOnline(two, "192.0.2.2", "s2");
            assertThat(networked.ensure(with(Enforcement.CAPTIVE))).isInstanceOf(DeviceOutcome.NoAnswer.class);
            assertThat(one.sessions().all()).as("closed").isEmpty();
            comesOnline(one, "192.0.2.1", "s3");
            two.behave(two.sessions());

            assertApplied(networked.ensure(with(Enforcement.CAPTIVE)));

            assertThat(one.sessions().all())
                    .as("in the garden already")
                    .extracting(NasSession::sessionId)
                    .containsExactly("s3");
            assertThat(two.sessions().all()).isEmpty();
        }
    }

    private RadiusGateway.Builder builder(PasswordEncoding encoder) {
        return Gateways.builder(database).passwordEncoding(encoder).credentials(user -> new Password(PASSWORD));
    }

    private RadiusGateway networked(SimulatedNas one, SimulatedNas two) {
        return Gateways.withoutNas(database)
                .credentials(user -> new Password(PASSWORD))
                .nas(at(one, "192.0.2.1"))
                .nas(at(two, "192.0.2.2"))
                .sessionListener(told::add)
                .build();
    }

    private static NasSettings at(SimulatedNas nas, String address) {
        return NasSettings.builder(address, Gateways.endpoint(nas.address()), Gateways.mikrotik())
                .serves(address)
                .build();
    }

    /** A NAS that accounts for what it closes. */
    private SimulatedNas nas(String address) {
        return SimulatedNas.builder(Gateways.SECRET)
                .sessions(new NasSessions()
                        .onStop(session -> account(address, session.sessionId(), "Stop", "Admin-Reset")))
                .start();
    }

    /** Logs in, and begins the session with the Class that it was given, as RFC 2865 asks of a NAS. */
    private void comesOnline(SimulatedNas nas, String address, String sessionId) {
        String given = login("User-Password").printed();
        String mark = given.replaceAll("(?s).*Class = (0x[0-9a-f]+).*", "$1");
        assertThat(mark).startsWith("0x");
        account(address, sessionId, "Start", "User-Request,Class=" + mark);
        nas.sessions().open(new NasSession(sessionId, USER.value(), "198.51.100.9", Map.of()));
    }

    private void account(String address, String sessionId, String status, String cause) {
        RadClient.Reply reply = radclient.send(
                radius.acct(),
                "acct",
                FreeRadius.SECRET,
                "User-Name='" + USER + "',Acct-Session-Id='" + sessionId + "',NAS-IP-Address=" + address
                        + ",Framed-IP-Address=198.51.100.9,Acct-Status-Type=" + status + ",Acct-Terminate-Cause="
                        + cause);
        assertThat(reply).matches(answer -> answer.is("Accounting-Response"), reply.printed());
    }

    private RadClient.Reply login(String proof) {
        return login(USER, proof);
    }

    private RadClient.Reply login(RadiusUser user, String proof) {
        return radclient.send(
                radius.auth(),
                "auth",
                FreeRadius.SECRET,
                "User-Name='" + user + "'," + proof + "='" + PASSWORD + "',Message-Authenticator=0x00");
    }

    private static AccessService having(AccessSettings settings) {
        return new AccessService(FULL.contract(), USER, FULL.profile(), FULL.rates(), Enforcement.NONE, settings);
    }

    private static AccessService with(Enforcement enforcement) {
        return new AccessService(FULL.contract(), USER, FULL.profile(), FULL.rates(), enforcement);
    }

    private static AccessService faster() {
        return new AccessService(
                FULL.contract(),
                USER,
                ContractFixtures.fasterPlan().accessProfile(),
                ContractFixtures.fasterPlan().rates(),
                Enforcement.NONE);
    }

    private static void assertApplied(DeviceOutcome outcome) {
        assertThat(outcome).isEqualTo(new DeviceOutcome.Applied());
    }
}
