package io.silverdata.contract.spring.contracts;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How contracts are run.
 *
 * @param zone the operator's time zone, such as America/Guayaquil; days and billing periods begin in it
 * @param workerName the name under which this process takes leases, 1 to 128 characters
 * @param lease how long a lease lasts, 1 second to 1 day
 * @param clockTolerance how far the clock may be ahead of the database's, 0 or more
 * @param conflictAttempts how often a unit of work that lost against another is attempted, 1 or more
 */
@ConfigurationProperties("contract")
public record ContractsProperties(
        @Nullable ZoneId zone,
        @DefaultValue Optional<String> workerName,
        @DefaultValue Optional<Duration> lease,
        @DefaultValue Optional<Duration> clockTolerance,
        @DefaultValue Optional<Integer> conflictAttempts) {}
