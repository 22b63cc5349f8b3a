package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.RetransmissionPolicy;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.peer.FreeRadius;
import io.silverdata.contract.adapters.radius.peer.Hostapd;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway makes of the answers of listeners that others wrote: FreeRADIUS', and the strict one of hostapd. */
class RealNasIT {
    private final List<SessionResult> told = new CopyOnWriteArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite(directory.resolve("radius.db"));
    }

    @ParameterizedTest(name = "FreeRADIUS, login {0}: {1}")
    @CsvSource({
        "alice, CLOSE_ACKNOWLEDGED, Unknown",
        "ghost, NOT_FOUND, Applied",
        "silent, NO_ANSWER, NoAnswer",
        "ec401, REFUSED, Refused",
        "ec403, REFUSED, Refused",
        "ec404, REFUSED, Refused",
        "ec406, REFUSED, Refused",
        "ec501, REFUSED, Refused",
        "ec504, LATER, Unknown",
        "ec506, LATER, Unknown"
    })
    void a_session_is_closed_at_freeradius(String login, Outcome session, String delivery) {
        try (FreeRadius radius =
                        FreeRadius.builder().messageAuthenticatorRequired(true).start();
                RadiusGateway gateway = gateway(radius.coa(), FreeRadius.SECRET, Clock.systemUTC())) {
            comesOnline(login, "81a00001");

            DeviceOutcome came = gateway.remove(new RadiusUser(login));

            assertThat(came.getClass().getSimpleName()).isEqualTo(delivery);
            assertThat(told).extracting(SessionResult::outcome).containsExactly(session);
        }
    }

    @ParameterizedTest(name = "FreeRADIUS, login {0}: {1}")
    @CsvSource({
        "alice, CHANGE_ACKNOWLEDGED, Applied",
        "ghost, NOT_FOUND, Applied",
        "ec407, REFUSED, Refused",
        "ec506, LATER, Unknown"
    })
    void a_session_is_changed_at_freeradius(String login, Outcome session, String delivery) {
        try (FreeRadius radius =
                        FreeRadius.builder().messageAuthenticatorRequired(true).start();
                RadiusGateway gateway =
                        Gateways.withGroups(gateway(radius.coa(), FreeRadius.SECRET, Clock.systemUTC()))) {
            comesOnline(login, "81a00001");

            DeviceOutcome came = gateway.ensure(service(login));

            assertThat(came.getClass().getSimpleName()).isEqualTo(delivery);
            assertThat(told).extracting(SessionResult::outcome).containsExactly(session);
        }
    }

    @Test
    void hostapd_answers_a_request_that_is_signed_and_dated() {
        try (Hostapd hostapd = Hostapd.start();
                RadiusGateway gateway = gateway(hostapd.das(), Hostapd.SECRET, Clock.systemUTC())) {
            comesOnline("alice", "0123456789ABCDEF");

            DeviceOutcome came = gateway.remove(new RadiusUser("alice"));

            // 401 to Framed-IP-Address, then 503 to User-Name and Acct-Session-Id: hostapd has no sessions here
            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.NOT_FOUND);
            assertThat(told.get(0).detail()).contains("503 Session-Context-Not-Found");
            assertThat(came).isEqualTo(new DeviceOutcome.Applied());
        }
    }

    @Test
    void hostapd_does_not_answer_another_secret_and_its_silence_is_no_success() {
        try (Hostapd hostapd = Hostapd.start();
                RadiusGateway gateway = gateway(hostapd.das(), "another-secret-of-16", Clock.systemUTC())) {
            comesOnline("alice", "0123456789ABCDEF");

            assertThat(gateway.remove(new RadiusUser("alice"))).isInstanceOf(DeviceOutcome.NoAnswer.class);

            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.NO_ANSWER);
        }
    }

    @Test
    void hostapd_does_not_answer_a_clock_that_is_six_minutes_late() {
        Clock late = new SettableClock(Clock.systemUTC().instant().minus(Duration.ofMinutes(6)));
        try (Hostapd hostapd = Hostapd.start();
                RadiusGateway gateway = gateway(hostapd.das(), Hostapd.SECRET, late)) {
            comesOnline("alice", "0123456789ABCDEF");

            assertThat(gateway.remove(new RadiusUser("alice"))).isInstanceOf(DeviceOutcome.NoAnswer.class);

            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.NO_ANSWER);
        }
    }

    private RadiusGateway gateway(InetSocketAddress address, String secret, Clock clock) {
        NasEndpoint endpoint = NasEndpoint.builder(address.getAddress(), SharedSecret.of(secret))
                .port(address.getPort())
                .retransmission(new RetransmissionPolicy(
                        Duration.ofMillis(150), Duration.ofMillis(600), 3, Duration.ofSeconds(1), 0))
                .build();
        return Gateways.withoutNas(database)
                .nas(NasSettings.builder(
                                "peer",
                                endpoint,
                                NasProfiles.withCaptivity(
                                        NasProfiles.mikrotik(),
                                        Gateways.mikrotik().captivity().get(0)))
                        .serves("127.0.0.1")
                        .build())
                .dynamicAuthorization(DynamicAuthorizationClient.builder().clock(clock))
                .accountingTimeout(Duration.ZERO)
                .sessionListener(told::add)
                .build();
    }

    private static AccessService service(String login) {
        AccessService full = ContractFixtures.accessService(1);
        return new AccessService(
                full.contract(), new RadiusUser(login), full.profile(), full.rates(), full.enforcement());
    }

    private void comesOnline(String login, String sessionId) {
        database.run("insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime,"
                + " framedipaddress) values ('" + sessionId + "', 'u', '" + login
                + "', '127.0.0.1', 1772366400, '198.51.100.9')");
    }
}
