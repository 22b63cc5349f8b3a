package io.silverdata.contract.adapters.jdbc;

import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.spi.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private final DataSource dataSource = h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @Test
    void migrates_once_and_then_does_nothing() {
        Schema.migrate(dataSource);
        Schema.migrate(dataSource);

        assertWorks(JdbcStorage.builder().dataSource(dataSource).build());
    }

    @Test
    void takes_another_prefix_and_another_schema() {
        execute("CREATE SCHEMA billing");
        Schema schema = Schema.defaults().withTablePrefix("isp_").in("billing");
        schema.migrateTables(dataSource);
        Schema.migrate(dataSource);

        assertWorks(JdbcStorage.builder().dataSource(dataSource).schema(schema).build());

        assertThat(JdbcStorage.builder()
                        .dataSource(dataSource)
                        .build()
                        .contracts()
                        .find(contractId(1)))
                .isEmpty();
    }

    @Test
    void is_migrated_by_the_hosts_Flyway_from_the_same_files() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:META-INF/contract/schema/h2") // or postgresql, or mariadb
                .table("contract_history")
                .placeholders(Map.of("tables", "ct_", "prefix", "ct_"))
                .load()
                .migrate();

        assertWorks(JdbcStorage.builder().dataSource(dataSource).build());
    }

    @Test
    void is_migrated_by_the_hosts_Liquibase_from_the_same_files() throws LiquibaseException, SQLException {
        try (Connection connection = dataSource.getConnection();
                Liquibase liquibase = new Liquibase(
                        "host/changelog.xml", new ClassLoaderResourceAccessor(), new JdbcConnection(connection))) {
            liquibase.update(new Contexts());
        }

        assertWorks(JdbcStorage.builder().dataSource(dataSource).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "Ct_", "ct-", "ct_; DROP TABLE x", "ct\"", "abcdefghijklmnopqrstuvwxyzabcde"})
    void refuses_a_prefix_that_is_no_identifier(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.defaults().withTablePrefix(prefix))
                .withMessageContaining("tablePrefix must be 1 to 30 characters")
                .withMessageContaining("\"" + prefix + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Billing", "a.b", "x'"})
    void refuses_a_schema_that_is_no_identifier(String schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.defaults().in(schema))
                .withMessageContaining("schema must");
    }

    @Test
    void says_what_to_do_where_there_are_no_tables() {
        assertRefused("the tables ct_* are not there", "call Schema.migrate");
    }

    @Test
    void names_tables_that_are_missing() {
        Schema.migrate(dataSource);
        execute("DROP TABLE ct_work");

        assertRefused("these are missing: ct_work");
    }

    @Test
    void says_that_the_tables_are_of_a_newer_release() {
        Schema.migrate(dataSource);
        int newer = Schema.VERSION + 1;
        execute("INSERT INTO ct_schema_version (version) VALUES (" + newer + ")");

        assertRefused("are of version " + newer + ", newer than version " + Schema.VERSION);
        assertThatThrownBy(() -> Schema.migrate(dataSource))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("newer");
    }

    @Test
    void refuses_an_H2_file_that_loses_commits_with_the_process(@TempDir Path folder) {
        DataSource lossy = h2(folder.resolve("lossy").toString());
        DataSource durable = h2(folder.resolve("durable") + ";WRITE_DELAY=0");
        Schema.migrate(lossy);
        Schema.migrate(durable);

        assertThatThrownBy(() -> JdbcStorage.builder().dataSource(lossy).build())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(";WRITE_DELAY=0");
        assertWorks(
                JdbcStorage.builder().dataSource(lossy).acceptDelayedWrites().build());
        assertWorks(JdbcStorage.builder().dataSource(durable).build());
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> JdbcStorage.builder().dataSource(dataSource).build())
                .isInstanceOf(StorageException.class)
                .hasMessageContainingAll(parts);
    }

    static void assertWorks(JdbcStorage storage) {
        storage.contracts().save(aDraft(1), 0);

        assertThat(storage.contracts().find(contractId(1))).contains(aDraft(1));
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DataSource h2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + name);
        return source;
    }
}
