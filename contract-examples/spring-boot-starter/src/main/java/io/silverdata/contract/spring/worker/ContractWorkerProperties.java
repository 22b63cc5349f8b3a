package io.silverdata.contract.spring.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What runs in the background.
 *
 * @param enabled whether this process delivers and applies what is due; others on the same database may
 * @param deliverEvery how long it waits when no delivery is due
 * @param applyDueEvery how long it waits when no scheduled change is due
 * @param batch how many contracts one call takes at most, 1 or more
 */
@ConfigurationProperties("contract.worker")
public record ContractWorkerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration deliverEvery,
        @DefaultValue("30s") Duration applyDueEvery,
        @DefaultValue("500") int batch) {}
