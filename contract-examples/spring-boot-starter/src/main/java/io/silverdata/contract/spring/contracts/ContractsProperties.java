package io.silverdata.contract.spring.contracts;

import io.silverdata.contract.model.AllowedReplyAttribute;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
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
 * @param replyAttributes the further RADIUS attributes that contracts may have, each name once; none if empty
 */
@ConfigurationProperties("contract")
public record ContractsProperties(
        @Nullable ZoneId zone,
        @DefaultValue Optional<String> workerName,
        @DefaultValue Optional<Duration> lease,
        @DefaultValue Optional<Duration> clockTolerance,
        @DefaultValue Optional<Integer> conflictAttempts,
        @DefaultValue List<ReplyAttribute> replyAttributes) {

    /**
     * A further RADIUS attribute that contracts may have.
     *
     * @param name as in RADIUS' dictionary, 1 to 64 characters
     * @param type what its value looks like
     * @param max how many of it a contract may have, 1 to 16
     */
    public record ReplyAttribute(
            @Nullable String name,
            @DefaultValue("TEXT") AllowedReplyAttribute.Type type,
            @DefaultValue("1") int max) {}
}
