package io.silverdata.contract.spring.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.silverdata.contract.adapters.radius.credential.CredentialListener;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spring.actuate.ContractHealthAutoConfiguration;
import io.silverdata.contract.spring.contracts.ContractsAutoConfiguration;
import io.silverdata.contract.spring.olt.OltAutoConfiguration;
import io.silverdata.contract.spring.radius.RadiusAutoConfiguration;
import io.silverdata.contract.spring.storage.ContractStorageAutoConfiguration;
import io.silverdata.contract.spring.worker.ContractWorkerAutoConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A property that cannot be used ends the start, and is told with its name, its value and what is allowed. */
class RefusedPropertiesTest {
    private static final Object MISSING = new Object();
    private static final Map<String, Object> GOOD = Map.ofEntries(
            Map.entry("contract.zone", "America/Guayaquil"),
            Map.entry("contract.worker.enabled", "true"),
            Map.entry("contract.reply-attributes[0].name", "Filter-Id"),
            Map.entry("contract.reply-attributes[0].type", "TEXT"),
            Map.entry("contract.radius.reply-attributes[0].name", "Acme-Shape"),
            Map.entry("contract.radius.reply-attributes[0].vendor", "99999"),
            Map.entry("contract.radius.reply-attributes[0].code", "7"),
            Map.entry("contract.radius.dialect", "sqlite"),
            Map.entry("contract.radius.nas[0].name", "bng-1"),
            Map.entry("contract.radius.nas[0].address", "192.0.2.1"),
            Map.entry("contract.radius.nas[0].secret", "a-secret-of-16-octets"),
            Map.entry("contract.radius.nas[0].profile", "mikrotik"),
            Map.entry("contract.olts.olt-1.host", "192.0.2.5"),
            Map.entry("contract.olts.olt-1.driver", "huawei-smartax"),
            Map.entry("contract.olts.olt-1.v3.user", "contract"),
            Map.entry("contract.olts.olt-1.v3.auth-passphrase", "authentication"),
            Map.entry("contract.olts.olt-1.v3.priv-passphrase", "encryption!"),
            Map.entry("contract.olts.olt-1.plans[0].profile", "home-100"),
            Map.entry("contract.olts.olt-1.plans[0].line", "ftth-100"),
            Map.entry("contract.olts.olt-1.plans[0].service", "bridge"),
            Map.entry("contract.olts.olt-1.plans[0].bindings[0].gem-port", "1"),
            Map.entry("contract.olts.olt-1.plans[0].bindings[0].outer", "1100"));

    /** What the application itself has: a storage in memory, and a data source for FreeRADIUS' tables. */
    @Configuration
    static class Ports {
        @Bean
        Storage storage() {
            return new InMemoryStorage();
        }

        @Bean
        DataSource dataSource() {
            return emptyDatabase();
        }

        @Bean
        CustomerDirectory customers() {
            return customer -> true;
        }

        @Bean
        PlanCatalog plans() {
            return new InMemoryPlans();
        }

        @Bean
        CredentialListener passwords() {
            return (user, password) -> {};
        }
    }

    /** The same without a storage of its own. */
    @Configuration
    static class Database {
        @Bean
        DataSource dataSource() {
            return emptyDatabase();
        }
    }

    @Test
    void what_is_right_starts() {
        assertThatNoException().isThrownBy(() -> start(Ports.class, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contract.worker-name                                      | a\tb        | must be 1 to 128 characters
                    contract.lease                                            | 10ms        | must be 1 second to 1 day
                    contract.clock-tolerance                                  | -1s         | must be zero or more
                    contract.conflict-attempts                                | 0           | must be 1 or more
                    contract.reply-attributes[0].name                         | Framed-Route | an attribute that neither RADIUS nor this library works by
                    contract.reply-attributes[0].max                          | 17          | 1 to 16
                    contract.reply-attributes[1].name                         | Filter-Id   | must be another name
                    contract.worker.deliver-every                             | 0s          | must be 1 millisecond or more
                    contract.worker.apply-due-every                           | -5s         | must be 1 millisecond or more
                    contract.worker.batch                                     | 0           | must be 1 or more
                    contract.health.max-lag                                   | -1m         | must be 0 or more
                    contract.radius.database.url                              | jdbc:nobody:x | must be a URL of JDBC whose driver is on the class path
                    contract.radius.owner                                     | North!      | 1 to 32 of a-z, 0-9 and -
                    contract.radius.nas-table                                 | cisco       | must be one of [accel-ppp, huawei, mikrotik, nokia-sr-override, wispr]
                    contract.radius.throttled.group                           | a\tb        | must be
                    contract.radius.throttled.down-mbps                       | 0           | must be
                    contract.radius.throttled.up-mbps                         | -1          | must be
                    contract.radius.captive.group                             | throttled   | must be another group than for throttling
                    contract.radius.captive.down-mbps                         | 0           | must be
                    contract.radius.captive.up-mbps                           | 0           | must be
                    contract.radius.nas[0].name                               | a\tb        | 1 to 64 characters
                    contract.radius.nas[0].address                            | 0.0.0.0     | that of a host
                    contract.radius.nas[0].address                            | no.such.invalid | must be an IP address, or a name that can be resolved
                    contract.radius.nas[0].port                               | 70000       | 1 to 65535
                    contract.radius.nas[0].profile                            | cisco       | must be one of [accel-ppp, huawei, mikrotik, nokia-sr-override, wispr]
                    contract.radius.nas[0].serves[0]                          | 10.0.0.0/99 | serves
                    contract.radius.reply-attributes[0].name                  | Cool!       | letters, digits and -._/
                    contract.radius.reply-attributes[0].vendor                | -1          | 0 to 16777215
                    contract.radius.reply-attributes[0].code                  | 256         | 1 to 255
                    contract.radius.reply-attributes[1].name                  | Acme-Shape  | must be another name
                    contract.olts.olt-1.port                                  | 0           | must be 1 to 65535
                    contract.olts.olt-1.driver                                | cisco       | must be one of [
                    contract.olts.olt-1.v3.user                               | a-name-of-more-than-32-characters | must be 1 to 32 characters
                    contract.olts.olt-1.v3.context                            | a-name-of-more-than-32-characters | must be at most 32 characters
                    contract.olts.olt-1.plans[0].profile                      | a\tb        | must be
                    contract.olts.olt-1.plans[0].line                         | a-name-of-more-than-32-characters | must be 1 to 32 printable
                    contract.olts.olt-1.plans[0].service                      | a-name-of-more-than-32-characters | must be 1 to 32 printable
                    contract.olts.olt-1.plans[0].bindings[0].gem-port         | 1024        | must be 0 to 1023
                    contract.olts.olt-1.plans[0].bindings[0].user             | 4095        | must be 1 to 4094
                    contract.olts.olt-1.plans[0].bindings[0].outer            | 0           | must be 1 to 4094
                    contract.olts.olt-1.plans[0].bindings[0].inner            | 5000        | must be 1 to 4094
                    """)
    void a_value_that_cannot_be_used_is_named(String property, String value, String allowed) {
        FailureAnalysis analysis = analysis(Ports.class, Map.of(property, value));

        assertThat(analysis.getDescription())
                .contains("Property: " + property, "Reason: ", allowed)
                .contains("Origin: \"" + property + "\" from property source \"test\"");
        assertThat(analysis.getAction()).isEqualTo("Correct " + property + ".");
    }

    @Test
    void options_that_the_driver_does_not_take_are_named_together() {
        FailureAnalysis analysis = analysis(Ports.class, Map.of("contract.olts.olt-1.options.traffic", "fast"));

        assertThat(analysis.getDescription())
                .contains("Property: contract.olts.olt-1.options", "must be name or index: 'fast'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contract.radius.nas[0].secret             | short | must be 16 to 128 octets
                    contract.olts.olt-1.v3.auth-passphrase    | short | must be at least 8 characters
                    contract.olts.olt-1.v3.priv-passphrase    | short | must be at least 8 characters
                    """)
    void a_secret_is_refused_and_not_shown(String property, String value, String allowed) {
        FailureAnalysis analysis = analysis(Ports.class, Map.of(property, value));

        assertThat(analysis.getDescription())
                .contains("Property: " + property, "Value: \"***\"", allowed)
                .doesNotContain("\"short\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contract.zone",
                "contract.reply-attributes[0].name",
                "contract.radius.reply-attributes[0].name",
                "contract.radius.reply-attributes[0].code",
                "contract.radius.nas[0].name",
                "contract.radius.nas[0].address",
                "contract.radius.nas[0].secret",
                "contract.radius.nas[0].profile",
                "contract.olts.olt-1.host",
                "contract.olts.olt-1.driver",
                "contract.olts.olt-1.v3.user",
                "contract.olts.olt-1.v3.auth-passphrase",
                "contract.olts.olt-1.v3.priv-passphrase",
                "contract.olts.olt-1.plans[0].profile",
                "contract.olts.olt-1.plans[0].line",
                "contract.olts.olt-1.plans[0].service",
                "contract.olts.olt-1.plans[0].bindings[0].gem-port",
                "contract.olts.olt-1.plans[0].bindings[0].outer"
            })
    void a_property_that_is_missing_is_named(String property) {
        FailureAnalysis analysis = analysis(Ports.class, Map.of(property, MISSING));

        assertThat(analysis.getDescription()).contains("Property: " + property, "Reason: is required: ");
        assertThat(analysis.getAction()).isEqualTo("Set " + property + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contract.storage.schema       | Billing! | schema
                    contract.storage.table-prefix | 1st      | tablePrefix
                    """)
    void a_name_that_no_table_may_have_is_named(String property, String value, String allowed) {
        FailureAnalysis analysis = analysis(Database.class, Map.of(property, value));

        assertThat(analysis.getDescription())
                .contains("Property: " + property, "Value: \"" + value + "\"", allowed + " must be");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contract.zone                          | Quito
                    contract.lease                         | soon
                    contract.conflict-attempts             | many
                    contract.worker.enabled                | perhaps
                    contract.reply-attributes[0].type      | NUMBER
                    contract.radius.reply-attributes[0].kind | NUMBER
                    contract.radius.dialect                | oracle
                    contract.radius.adopts-logins          | perhaps
                    contract.olts.olt-1.allow-experimental | EVERYTHING
                    contract.olts.olt-1.v3.auth            | MD5
                    contract.olts.olt-1.v3.priv            | DES
                    """)
    void a_value_of_another_type_is_told_by_spring_with_property_and_value(String property, String value) {
        Throwable failure = failure(Ports.class, Map.of(property, value));

        assertThat(failure).hasStackTraceContaining(property).hasStackTraceContaining(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contract.radius.nas[0].secert",
                "contract.storage.migrated",
                "contract.worker.delivery-every",
                "contract.health.lag"
            })
    void a_name_that_no_property_has_is_refused(String property) {
        Class<?> application = property.startsWith("contract.storage") ? Database.class : Ports.class;

        assertThat(failure(application, Map.of(property, "1"))).hasStackTraceContaining(property);
    }

    @Test
    void an_application_without_any_olt_is_told_so() {
        Map<String, Object> none = new LinkedHashMap<>();
        GOOD.keySet().stream()
                .filter(name -> name.startsWith("contract.olts."))
                .forEach(name -> none.put(name, MISSING));

        assertThat(analysis(Ports.class, none).getDescription())
                .contains("Property: contract.olts", "a bean of type OltSettings or LineProvisioner");
    }

    @Test
    void an_application_without_any_nas_is_told_so() {
        Map<String, Object> none = new LinkedHashMap<>();
        GOOD.keySet().stream()
                .filter(name -> name.startsWith("contract.radius.nas"))
                .forEach(name -> none.put(name, MISSING));

        assertThat(analysis(Ports.class, none).getDescription())
                .contains("Property: contract.radius.nas", "contract.radius.nas-table");
    }

    @Test
    void a_captive_group_that_is_only_slowed_down_keeps_its_name() {
        assertThatNoException().isThrownBy(() -> start(Ports.class, Map.of("contract.radius.captive.down-mbps", "4")));
    }

    private static FailureAnalysis analysis(Class<?> application, Map<String, Object> changed) {
        Throwable failure = failure(application, changed);
        FailureAnalysis analysis = new StartFailureAnalyzer(environment(changed)).analyze(failure);
        if (analysis == null) {
            throw new AssertionError("there is no analysis", failure);
        }
        return analysis;
    }

    private static Throwable failure(Class<?> application, Map<String, Object> changed) {
        return catchThrowable(() -> start(application, changed));
    }

    private static void start(Class<?> application, Map<String, Object> changed) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment(changed));
            context.register(
                    application,
                    ContractStorageAutoConfiguration.class,
                    RadiusAutoConfiguration.class,
                    OltAutoConfiguration.class,
                    ContractsAutoConfiguration.class,
                    ContractWorkerAutoConfiguration.class,
                    ContractHealthAutoConfiguration.class);
            context.refresh();
        }
    }

    private static ConfigurableEnvironment environment(Map<String, Object> changed) {
        Map<String, Object> all = new LinkedHashMap<>(GOOD);
        all.putAll(changed);
        all.values().removeIf(value -> value == MISSING);
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static DataSource emptyDatabase() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }
}
