package io.silverdata.contract.spring.web;

import io.silverdata.contract.model.Trigger;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Commands of requests.
 *
 * @param trigger why the commands of requests are given, unless a bean says otherwise
 * @param anonymous the actor of a request without a logged-in user, 1 to 128 characters
 */
@ConfigurationProperties(prefix = "contract.web", ignoreUnknownFields = false)
public record ContractWebProperties(
        @DefaultValue("ADMIN") Trigger trigger,
        @DefaultValue("anonymous") String anonymous) {}
