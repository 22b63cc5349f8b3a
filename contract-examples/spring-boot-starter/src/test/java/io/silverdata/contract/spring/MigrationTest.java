package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The library's tables beside those of the application's Flyway, in one schema. */
class MigrationTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void each_has_a_history_of_its_own_and_a_second_start_changes_neither() {
        List<String> first;
        try (Host host = migrated()) {
            first = histories(host);
            host.bean(Desk.class).signUp(1);
        }

        try (Host host = migrated()) {
            assertThat(histories(host)).isEqualTo(first);
            assertThat(host.bean(Desk.class).signUp(1)).isNotNull();
        }
        assertThat(first).contains("host 1 invoice").anyMatch(line -> line.startsWith("contract "));
    }

    @Test
    void the_tables_may_have_another_prefix_and_another_schema() {
        try (Host host = Host.inMemory(
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:billing-schema.sql",
                "contract.worker.enabled=false",
                "contract.storage.schema=billing",
                "contract.storage.table-prefix=isp_")) {
            host.bean(Desk.class).signUp(1);

            assertThat(host.bean(JdbcTemplate.class)
                            .queryForObject("SELECT COUNT(*) FROM billing.isp_contract", Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_tool_of_the_application_may_run_the_scripts_in_a_schema_that_has_other_tables() {
        DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
        new JdbcTemplate(dataSource).execute("CREATE TABLE invoice (id INTEGER PRIMARY KEY)");

        // tag::flyway
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:META-INF/contract/schema/h2") // or postgresql, or mariadb
                .table("contract_history")
                .baselineOnMigrate(true) // the schema may have tables of yours,
                .baselineVersion("0") // and version 1 is still to be run
                .placeholders(Map.of("tables", "ct_", "prefix", "ct_"))
                .load()
                .migrate();
        // end::flyway

        try (Host host = Host.on(url, "contract.worker.enabled=false")) {
            assertThat(host.bean(Desk.class).signUp(1)).isNotNull();
        }
    }

    private Host migrated() {
        return Host.on(
                url,
                "contract.worker.enabled=false",
                "spring.flyway.enabled=true",
                "spring.flyway.locations=classpath:host-migrations");
    }

    private static List<String> histories(Host host) {
        JdbcTemplate jdbc = host.bean(JdbcTemplate.class);
        List<String> all = new ArrayList<>(jdbc.queryForList(
                "SELECT 'host ' || \"version\" || ' ' || \"description\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL",
                String.class));
        all.addAll(jdbc.queryForList("SELECT 'contract ' || version FROM ct_schema_version ORDER BY 1", String.class));
        return all;
    }
}
