package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.SpoiltServer;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What an operator gets wrong: each time a typed error says what to do, nothing half is there, and the same storage goes on
 * once it was put right.
 */
class BadDatabaseIT {
    private final SettableClock clock = new SettableClock(ContractFixtures.START);

    @ParameterizedTest
    @EnumSource
    void says_that_nobody_answers_at_the_address(SpoiltServer server) {
        DataSource nobody = SpoiltServer.source(server.url("victim").replaceAll(":\\d+/", ":1/"), "shop", "secret");

        assertRefused(() -> JdbcStorage.builder().dataSource(nobody).build(), "cannot be reached", "check address");
        assertRefused(() -> Schema.migrate(nobody), "cannot be reached");
    }

    @ParameterizedTest
    @EnumSource
    void says_that_there_is_no_such_database(SpoiltServer server) {
        DataSource nowhere =
                SpoiltServer.source(server.url("nowhere"), server == SpoiltServer.POSTGRESQL ? "postgres" : "root", "");

        assertRefused(() -> JdbcStorage.builder().dataSource(nowhere).build(), "no such database", "check the URL");
    }

    @ParameterizedTest
    @EnumSource
    void says_that_the_user_is_unknown(SpoiltServer server) {
        server.create();

        assertRefused(
                () -> JdbcStorage.builder()
                        .dataSource(server.as("stranger", "x"))
                        .build(),
                "user or password are wrong");
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_once_the_password_is_right_again(SpoiltServer server) {
        server.create();
        server.letShopWrite();
        DriverManagerDataSource source = new DriverManagerDataSource(server.url("victim"), "shop", "secret");
        JdbcStorage storage = JdbcStorage.builder().dataSource(source).build();
        Shop shop = shop(storage);
        assertThat(shop.signUp(1).isRight()).isTrue();

        server.changePassword();
        assertRefused(() -> shop.signUp(2), "user or password are wrong");
        assertRefused(() -> JdbcStorage.builder().dataSource(source).build(), "user or password are wrong");
        source.setPassword("");
        assertRefused(() -> shop.signUp(2), "password");

        source.setPassword("changed");
        assertThat(shop.signUp(2).isRight()).isTrue();
        verifyThatNothingIsHalf(server);
    }

    @ParameterizedTest
    @EnumSource
    void says_that_the_password_has_expired(SpoiltServer server) {
        server.create();
        server.letShopWrite();
        Shop shop = shop(
                JdbcStorage.builder().dataSource(server.as("shop", "secret")).build());

        server.letPasswordExpire();

        assertRefused(() -> shop.signUp(1), "password", server == SpoiltServer.MARIADB ? "has expired" : "are wrong");
        verifyThatNothingIsHalf(server);
    }

    @ParameterizedTest
    @EnumSource
    void says_that_the_tables_are_not_there_old_or_newer(SpoiltServer server) {
        server.createEmpty();
        JdbcStorage.Builder builder = JdbcStorage.builder().dataSource(server.asAdministrator());
        assertRefused(builder::build, "not there", "call Schema.migrate");
        Schema.migrate(server.asAdministrator());

        server.administrate("victim", List.of("DELETE FROM ct_schema_version WHERE version > 3"));
        assertRefused(builder::build, "of version 3", "works with version " + Schema.VERSION, "call Schema.migrate");
        server.administrate(
                "victim", List.of("INSERT INTO ct_schema_version (version) VALUES (" + (Schema.VERSION + 1) + ")"));
        assertRefused(builder::build, "newer than version " + Schema.VERSION);

        server.administrate(
                "victim",
                List.of("UPDATE ct_schema_version SET version = " + Schema.VERSION + " WHERE version > "
                        + Schema.VERSION));
        assertThat(builder.build().contracts().countByStatus()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tells_its_health_without_the_right_to_see_transactions_of_others(SpoiltServer server) {
        server.create();
        server.letShopWrite();
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(server.as("shop", "secret")).build();

        assertThat(shop(storage).contracts().worker().health().longestTransaction())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_once_a_missing_right_was_granted(SpoiltServer server) {
        server.create();
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(server.as("shop", "secret")).build();
        Shop shop = shop(storage);

        assertRefused(() -> shop.signUp(1), "lacks a right", "grant SELECT, INSERT");

        verifyThatNothingIsHalf(server);
        server.letShopWrite();
        assertThat(shop.signUp(1).isRight()).isTrue();
        verifyThatNothingIsHalf(server);
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_once_the_database_can_be_written_again(SpoiltServer server) {
        server.create();
        server.letShopWrite();
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(server.as("shop", "secret")).build();
        Shop shop = shop(storage);
        assertThat(shop.signUp(1).isRight()).isTrue();

        server.makeReadOnly();
        try {
            assertRefused(() -> shop.signUp(2), "read-only", "use its primary");
            assertThat(storage.contracts().countByStatus().values()).contains(1L);
        } finally {
            server.makeWritable();
        }

        assertThat(shop.signUp(2).isRight()).isTrue();
        verifyThatNothingIsHalf(server);
    }

    @Test
    void a_user_of_H2_that_is_unknown_is_told_so(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("contract") + ";WRITE_DELAY=0";
        Schema.migrate(SpoiltServer.source(url, "sa", ""));

        assertRefused(
                () -> JdbcStorage.builder()
                        .dataSource(SpoiltServer.source(url, "sa", "x"))
                        .build(),
                "user or password are wrong");
    }

    @Test
    void a_user_of_H2_that_lacks_a_right_goes_on_once_it_is_granted() throws SQLException {
        String url = "jdbc:h2:mem:victim";
        DataSource administrator = SpoiltServer.source(url, "sa", "");
        try (Connection open = administrator.getConnection();
                Statement statement = open.createStatement()) {
            Schema.migrate(administrator);
            JdbcStorage.builder().dataSource(administrator).build().plant().install(HostShop.plant());
            statement.execute("CREATE USER shop PASSWORD 'secret'");
            statement.execute("GRANT SELECT ON SCHEMA public TO shop");
            JdbcStorage storage = JdbcStorage.builder()
                    .dataSource(SpoiltServer.source(url, "shop", "secret"))
                    .build();
            Shop shop = shop(storage);

            assertRefused(() -> shop.signUp(1), "lacks a right", "grant SELECT, INSERT");

            assertThat(storage.contracts().page(Optional.empty(), 1)).isEmpty();
            statement.execute("GRANT INSERT, UPDATE, DELETE ON SCHEMA public TO shop");
            assertThat(shop.signUp(1).isRight()).isTrue();
        }
    }

    @Test
    void a_user_of_an_H2_file_has_to_be_an_administrator(@TempDir Path directory) throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("contract");
        DataSource administrator = SpoiltServer.source(url + ";WRITE_DELAY=0", "sa", "");
        Schema.migrate(administrator);
        try (Connection open = administrator.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("CREATE USER shop PASSWORD 'secret'");
            statement.execute("GRANT ALL ON SCHEMA public TO shop");
            JdbcStorage.Builder builder = JdbcStorage.builder().dataSource(SpoiltServer.source(url, "shop", "secret"));

            assertRefused(builder::build, "must be an administrator", "ALTER USER");

            statement.execute("ALTER USER shop ADMIN TRUE");
            assertThat(builder.build().contracts().countByStatus()).isNotEmpty();
        }
    }

    @Test
    void a_file_of_H2_that_is_not_there_is_not_made(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("contract") + ";WRITE_DELAY=0;IFEXISTS=TRUE";

        assertRefused(
                () -> JdbcStorage.builder()
                        .dataSource(SpoiltServer.source(url, "sa", ""))
                        .build(),
                "no such database");
    }

    @Test
    void a_file_of_H2_that_is_read_only_says_so_and_goes_on_once_it_is_not(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("contract") + ";WRITE_DELAY=0";
        DataSource writable = SpoiltServer.source(url, "sa", "");
        Schema.migrate(writable);
        JdbcStorage.builder().dataSource(writable).build().plant().install(HostShop.plant());
        DriverManagerDataSource source = new DriverManagerDataSource(url + ";ACCESS_MODE_DATA=r", "sa", "");
        JdbcStorage storage = JdbcStorage.builder().dataSource(source).build();
        Shop shop = shop(storage);

        assertRefused(() -> shop.signUp(1), "read-only");

        source.setUrl(url);
        assertThat(shop.signUp(1).isRight()).isTrue();
    }

    private void verifyThatNothingIsHalf(SpoiltServer server) {
        Verify.nothingIsHalf(
                JdbcStorage.builder().dataSource(server.asAdministrator()).build(), clock.instant());
    }

    private Shop shop(JdbcStorage storage) {
        return Shop.on(storage, clock, new InMemoryLine(), "worker");
    }

    private static void assertRefused(ThrowingCallable attempt, String... parts) {
        assertThatThrownBy(attempt).isInstanceOf(StorageException.class).hasMessageContainingAll(parts);
    }
}
