package io.silverdata.contract.spring.actuate;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spring.contracts.ContractsAutoConfiguration;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code contracts}; it is exposed as others are, by {@code management.endpoints.web.exposure.include}. */
@AutoConfiguration(after = ContractsAutoConfiguration.class)
@ConditionalOnClass(Endpoint.class)
@ConditionalOnBean(Contracts.class)
public final class ContractActuatorAutoConfiguration {
    /** For Spring. */
    public ContractActuatorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ContractsEndpoint contractsEndpoint(Contracts contracts) {
        return new ContractsEndpoint(contracts.worker());
    }
}
