package io.silverdata.contract.spring.worker;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spring.contracts.ContractsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/** Delivers and applies what is due in the background, unless {@code contract.worker.enabled} is false. */
@AutoConfiguration(after = ContractsAutoConfiguration.class)
@ConditionalOnBean(Contracts.class)
@EnableConfigurationProperties(ContractWorkerProperties.class)
public final class ContractWorkerAutoConfiguration {
    /** For Spring. */
    public ContractWorkerAutoConfiguration() {}

    @Bean
    @ConditionalOnBooleanProperty(name = "contract.worker.enabled", matchIfMissing = true)
    SmartLifecycle contractWorker(
            Contracts contracts, ContractWorkerProperties properties, ObjectProvider<WorkerRound> rounds) {
        return new WorkerLifecycle(
                contracts, properties.checked(), rounds.orderedStream().toList());
    }
}
