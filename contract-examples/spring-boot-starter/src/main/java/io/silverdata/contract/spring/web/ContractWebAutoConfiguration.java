package io.silverdata.contract.spring.web;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.spring.property.PropertyName;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Controllers that take identities and a {@link CommandContext}, and return what a command returned. For Spring MVC; on reactive hosts
 * only the JSON is there.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
@EnableConfigurationProperties(ContractWebProperties.class)
public final class ContractWebAutoConfiguration {
    /** For Spring. */
    public ContractWebAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    CommandRequest contractCommandRequest(ContractWebProperties properties) {
        String anonymous = new PropertyName("contract.web.anonymous")
                .read(properties.anonymous(), Actor::new)
                .value();
        return request -> CommandContext.by(
                Optional.ofNullable(request.getUserPrincipal())
                        .map(Principal::getName)
                        .orElse(anonymous),
                properties.trigger());
    }

    @Bean
    RejectionAdvice contractRejectionAdvice() {
        return new RejectionAdvice();
    }

    @Bean
    TransactionAdvice contractTransactionAdvice() {
        return new TransactionAdvice();
    }

    @Bean
    OutcomeAdvice contractOutcomeAdvice() {
        return new OutcomeAdvice();
    }

    @Bean
    WebMvcConfigurer contractWebMvcConfigurer(CommandRequest requests) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CommandContextResolver(requests));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                TextConverters.addTo(registry);
            }
        };
    }
}
