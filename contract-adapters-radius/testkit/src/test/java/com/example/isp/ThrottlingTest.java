package com.example.isp;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusAccounting;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spi.DeviceOutcome;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The worked example of the kit: in its package's Javadoc and in docs/radius.md. */
class ThrottlingTest {
    private static final ProfileName HOME = new ProfileName("home-100");
    private static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    private static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @BeforeEach
    void open() {
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + directory.resolve("radius.db"));
        database = sqlite;
    }

    // example
    private static final String SECRET = "a-secret-of-16-octets";

    @Test
    void a_throttled_subscriber_is_changed_at_the_nas() throws InterruptedException {
        FreeRadiusTables.create(database);
        var accounting = new FreeRadiusAccounting(database, "192.0.2.1", Clock.systemUTC());
        NasSessions sessions = new NasSessions().onStop(accounting::stop);
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).sessions(sessions).start();
                RadiusGateway radius = gateway(nas.address())) {
            radius.plans().publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50)));
            radius.plans().publish(PlanGroup.of(THROTTLED.group(), THROTTLED.rates()));
            radius.ensure(alice(Enforcement.NONE));
            NasSession session = NasSession.of("81a00001", "alice", "198.51.100.9");
            sessions.open(session);
            accounting.start(session);

            DeviceOutcome outcome = radius.ensure(alice(Enforcement.THROTTLE));

            assertThat(outcome).isEqualTo(new DeviceOutcome.Applied());
            assertThat(nas.nextRequest(Duration.ofSeconds(5)).code()).isEqualTo(NasRequest.COA_REQUEST);
            // vendor 14988, number 8: Mikrotik-Rate-Limit
            assertThat(sessions.all().get(0).applied()).isEqualTo(Map.of("14988:8", "1M/1M"));
        }
    }

    private RadiusGateway gateway(InetSocketAddress nas) {
        NasEndpoint endpoint = NasEndpoint.builder(nas.getAddress(), SharedSecret.of(SECRET))
                .port(nas.getPort())
                .build();
        return RadiusGateway.builder()
                .dataSource(database, SqlDialect.SQLITE)
                .throttled(THROTTLED)
                .captive(CAPTIVE)
                .credentials(user -> new Password("a-password"))
                .nas(NasSettings.builder("bng-1", endpoint, NasProfiles.mikrotik())
                        .serves("192.0.2.1")
                        .build())
                .build();
    }
    // end of the example

    private static AccessService alice(Enforcement enforcement) {
        return new AccessService(
                new ContractId(new UUID(0, 1)), new RadiusUser("alice"), HOME, Rates.ofMbps(100, 50), enforcement);
    }
}
