package io.silverdata.contract.spring.actuate;

import io.silverdata.contract.spring.property.PropertyName;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the application counts as down.
 *
 * @param maxLag since how long the longest due delivery may be due, 0 or more; any, if empty
 */
@ConfigurationProperties(prefix = "contract.health", ignoreUnknownFields = false)
public record ContractHealthProperties(@DefaultValue Optional<Duration> maxLag) {

    /** Refuses what no lag can be. */
    ContractHealthProperties checked() {
        maxLag.filter(Duration::isNegative).ifPresent(negative -> {
            throw new PropertyName("contract.health.max-lag").refuse(negative, "must be 0 or more");
        });
        return this;
    }

    boolean allows(Duration lag) {
        return maxLag.map(most -> lag.compareTo(most) <= 0).orElse(true);
    }
}
