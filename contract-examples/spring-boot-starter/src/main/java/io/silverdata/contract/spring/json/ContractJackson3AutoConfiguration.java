package io.silverdata.contract.spring.json;

import io.silverdata.contract.json.jackson3.ContractModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** The library's types with Jackson 3, that of Spring Boot 4. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(JacksonModule.class)
public final class ContractJackson3AutoConfiguration {
    /** For Spring. */
    public ContractJackson3AutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ContractModule contractJackson3Module() {
        return new ContractModule();
    }
}
