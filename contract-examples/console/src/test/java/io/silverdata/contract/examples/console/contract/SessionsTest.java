package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.examples.network.Accounting;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where FreeRADIUS accounts into a database that the console knows. */
class SessionsTest {
    @TempDir
    private static Path folder;

    private static Console console;
    private static Sales sales;
    private static Visitor visitor;

    /** A gateway beside the demo's RADIUS in memory, which stays the one that is told. No configuration that others would find by their scan. */
    static class WithAccounting {

        @Bean(destroyMethod = "close")
        @Fallback
        RadiusGateway accounting(Environment environment) {
            DataSource tables = tables(environment.getRequiredProperty("test.radius"));
            FreeRadiusTables.create(tables);
            return RadiusGateway.builder()
                    .dataSource(tables, SqlDialect.SQLITE)
                    .throttled(new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1)))
                    .captive(new HoldGroup(new ProfileName("captive"), Rates.ofMbps(1, 1)))
                    .credentials(CredentialSource.random(new SecureRandom(), (login, password) -> {}))
                    .nasTable(NasTableSettings.of(NasProfiles.mikrotik()))
                    .build();
        }
    }

    private static DataSource tables(String url) {
        return new DriverManagerDataSource(url);
    }

    private static String url() {
        return "jdbc:sqlite:" + folder.resolve("radius.db") + "?busy_timeout=10000";
    }

    @BeforeAll
    static void start() {
        console = Console.start(
                "contract.worker.enabled=false",
                "spring.main.sources=" + WithAccounting.class.getName(),
                "test.radius=" + url());
        sales = new Sales(console);
        visitor = Visitor.of(console, Role.LOOK);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void open_sessions_are_a_part_of_the_page_with_address_and_nas() {
        Contract contract = sales.active();
        String login = contract.radiusUser().orElseThrow().value();
        new Accounting(tables(url()), SqlDialect.SQLITE, "192.0.2.7")
                .start("u-1", "0000a1", new Accounting.Login(login, null), "100.64.3.9", Instant.now());

        String page = visitor.get("/contracts/" + contract.id()).body();
        Visitor.Answer sessions = visitor.get("/contracts/" + contract.id() + "/sessions");

        assertThat(page).contains("hx-get=\"/contracts/" + contract.id() + "/sessions\"");
        assertThat(sessions.status()).isEqualTo(200);
        assertThat(sessions.body()).contains("100.64.3.9", "192.0.2.7");
    }

    @Test
    void a_subscriber_without_a_session_is_told_as_such() {
        assertThat(visitor.get("/contracts/" + sales.active().id() + "/sessions")
                        .body())
                .contains("No session is open.");
    }
}
