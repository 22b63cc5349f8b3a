package io.silverdata.contract.spring.actuate;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the application counts as down.
 *
 * @param maxLag since how long the longest due delivery may be due; any, if empty
 */
@ConfigurationProperties("contract.health")
public record ContractHealthProperties(@DefaultValue Optional<Duration> maxLag) {
    boolean allows(Duration lag) {
        return maxLag.map(most -> lag.compareTo(most) <= 0).orElse(true);
    }
}
