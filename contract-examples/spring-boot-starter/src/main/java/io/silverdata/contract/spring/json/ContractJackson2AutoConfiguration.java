package io.silverdata.contract.spring.json;

import com.fasterxml.jackson.databind.Module;
import io.silverdata.contract.json.jackson2.ContractModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The library's types with Jackson 2, that of Spring Boot 3. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration",
            "org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration"
        })
@ConditionalOnClass(Module.class)
public final class ContractJackson2AutoConfiguration {
    /** For Spring. */
    public ContractJackson2AutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ContractModule contractJackson2Module() {
        return new ContractModule();
    }
}
