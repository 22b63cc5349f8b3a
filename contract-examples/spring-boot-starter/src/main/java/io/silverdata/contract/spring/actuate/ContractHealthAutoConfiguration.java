package io.silverdata.contract.spring.actuate;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spring.contracts.ContractsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of queue and storage, on Spring Boot 4. */
@AutoConfiguration(after = ContractsAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(Contracts.class)
@EnableConfigurationProperties(ContractHealthProperties.class)
public final class ContractHealthAutoConfiguration {
    /** For Spring. */
    public ContractHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnBooleanProperty(name = "management.health.contracts.enabled", matchIfMissing = true)
    HealthIndicator contractsHealthIndicator(Contracts contracts, ContractHealthProperties properties) {
        return new ContractHealthIndicator(contracts.worker(), properties.checked());
    }
}
