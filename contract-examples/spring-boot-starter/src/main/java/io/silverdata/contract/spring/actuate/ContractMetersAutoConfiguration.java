package io.silverdata.contract.spring.actuate;

import io.micrometer.core.instrument.MeterRegistry;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.micrometer.ContractMeters;
import io.silverdata.contract.spring.contracts.ContractsAutoConfiguration;
import io.silverdata.contract.spring.worker.WorkerRound;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The meters of {@code docs/operations.md}; the gauges show the queue as it was after the last round of the worker. */
@AutoConfiguration(
        before = ContractsAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass({MeterRegistry.class, ContractMeters.class})
@ConditionalOnBean(MeterRegistry.class)
public final class ContractMetersAutoConfiguration {
    /** For Spring. */
    public ContractMetersAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ContractMeters contractMeters(MeterRegistry registry) {
        return new ContractMeters(registry);
    }

    @Bean
    WorkerRound contractMetersRound(ContractMeters meters) {
        return (Contracts contracts) -> meters.accept(contracts.worker().health());
    }
}
