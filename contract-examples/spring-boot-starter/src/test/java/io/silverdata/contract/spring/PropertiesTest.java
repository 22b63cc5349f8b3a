package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is made of properties, and what is said where one is missing. */
class PropertiesTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    /** An application without a network of its own. */
    @Configuration
    @EnableAutoConfiguration
    static class WithoutNetwork {
        @Bean
        CustomerDirectory customers() {
            return customer -> true;
        }

        @Bean
        PlanCatalog plans() {
            return plan -> Optional.empty();
        }

        @Bean
        AccessProvisioner radius() {
            return new InMemoryAccess();
        }
    }

    @Test
    void olts_come_from_properties() {
        try (Host host = Host.of(
                WithoutNetwork.class,
                url,
                "contract.worker.enabled=false",
                "contract.olts.olt-1.host=192.0.2.5",
                "contract.olts.olt-1.driver=huawei-smartax",
                "contract.olts.olt-1.v3.user=contract",
                "contract.olts.olt-1.v3.auth-passphrase=authentication",
                "contract.olts.olt-1.v3.priv-passphrase=encryption!",
                "contract.olts.olt-1.plans[0].profile=line-home-100",
                "contract.olts.olt-1.plans[0].line=ftth-100",
                "contract.olts.olt-1.plans[0].service=bridge",
                "contract.olts.olt-1.plans[0].bindings[0].gem-port=1",
                "contract.olts.olt-1.plans[0].bindings[0].user=100",
                "contract.olts.olt-1.plans[0].bindings[0].outer=1100")) {
            assertThat(host.bean(OltGateway.class).devices())
                    .extracting(DeviceState::device)
                    .containsExactly("olt-1");
            assertThat(host.has(WorkerRound.class))
                    .as("saves what OLTs are told")
                    .isTrue();
        }
    }

    @Test
    void the_zone_is_asked_for() {
        assertThatThrownBy(() -> Host.of(WithoutNetwork.class, url, "contract.zone="))
                .hasStackTraceContaining("contract.zone is required");
    }

    @Test
    void an_olt_without_a_way_in_is_named() {
        assertThatThrownBy(() -> Host.of(
                        WithoutNetwork.class,
                        url,
                        "contract.olts.olt-1.host=192.0.2.5",
                        "contract.olts.olt-1.driver=huawei-smartax"))
                .hasStackTraceContaining("contract.olts.olt-1 needs v3.user with its passphrases, or community");
    }

    @Test
    void a_listener_that_is_missing_for_passwords_is_asked_for() {
        assertThatThrownBy(() -> Host.of(
                        WithoutRadius.class,
                        url,
                        "contract.radius.dialect=postgresql",
                        "contract.worker.enabled=false"))
                .hasStackTraceContaining("a bean of type CredentialSource or CredentialListener is required");
    }

    /** An application that leaves RADIUS to properties. */
    @Configuration
    @EnableAutoConfiguration
    static class WithoutRadius {
        @Bean
        CustomerDirectory customers() {
            return customer -> true;
        }

        @Bean
        PlanCatalog plans() {
            return plan -> Optional.empty();
        }
    }
}
