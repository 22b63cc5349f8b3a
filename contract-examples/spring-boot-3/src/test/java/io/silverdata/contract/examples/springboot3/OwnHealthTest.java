package io.silverdata.contract.examples.springboot3;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.spring.host.ProviderApplication;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The health that a host on Spring Boot 3.5 writes itself; all else of the actuator is the starter's. */
class OwnHealthTest {

    @Configuration
    @Import(ProviderApplication.class)
    static class WithHealth {
        // tag::health
        @Bean
        HealthIndicator contractsHealthIndicator(Contracts contracts) {
            return new AbstractHealthIndicator("the storage of contracts failed") {
                @Override
                protected void doHealthCheck(Health.Builder health) {
                    long due = contracts.worker().health().queue().due();
                    health.up().withDetail("due", due);
                }
            };
        }
        // end::health
    }

    @Test
    void the_host_tells_its_own_health_and_the_endpoint_and_the_meters_are_there() {
        try (Host host = Host.of(
                WithHealth.class,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "contract.worker.enabled=false")) {
            host.bean(Desk.class).signUp(1);

            assertThat(SpringBootVersion.getVersion()).startsWith("3.5.");
            assertThat(host.get("/actuator/health").body())
                    .contains("\"contracts\":{\"status\":\"UP\",\"details\":{\"due\":1");
            assertThat(host.get("/actuator/contracts").body()).contains("\"queue\":{\"due\":1", "\"parked\":[]");
            assertThat(host.get("/actuator/metrics/contract.commands?tag=command:signUp")
                            .body())
                    .contains("\"name\":\"contract.commands\"");
        }
    }
}
