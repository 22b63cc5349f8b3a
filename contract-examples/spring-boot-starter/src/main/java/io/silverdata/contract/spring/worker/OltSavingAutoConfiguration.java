package io.silverdata.contract.spring.worker;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.spring.contracts.ContractsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Lets OLTs save their configuration after deliveries, as often as each may: what is not saved is lost when an OLT restarts. The process
 * that delivers does it, since its gateway knows what was changed.
 */
@AutoConfiguration(after = ContractsAutoConfiguration.class)
@ConditionalOnClass(OltGateway.class)
@ConditionalOnBean(OltGateway.class)
public final class OltSavingAutoConfiguration {
    /** For Spring. */
    public OltSavingAutoConfiguration() {}

    @Bean
    WorkerRound contractOltSaving(OltGateway olts) {
        return (Contracts contracts) -> olts.saveDue();
    }
}
