package io.silverdata.contract.spring.worker;

import io.silverdata.contract.spring.property.PropertyName;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What runs in the background.
 *
 * @param enabled whether this process delivers and applies what is due; others on the same database may
 * @param deliverEvery how long it waits when no delivery is due, 1 millisecond or more
 * @param applyDueEvery how long it waits when no scheduled change is due, 1 millisecond or more
 * @param batch how many contracts one call takes at most, 1 or more
 */
@ConfigurationProperties(prefix = "contract.worker", ignoreUnknownFields = false)
public record ContractWorkerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration deliverEvery,
        @DefaultValue("30s") Duration applyDueEvery,
        @DefaultValue("500") int batch) {
    private static final PropertyName WORKER = new PropertyName("contract.worker");
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Refuses what no scheduler takes. */
    ContractWorkerProperties checked() {
        pause("deliver-every", deliverEvery);
        pause("apply-due-every", applyDueEvery);
        if (batch < 1) {
            throw WORKER.child("batch").refuse(batch, "must be 1 or more");
        }
        return this;
    }

    private static void pause(String name, Duration pause) {
        if (pause.compareTo(SHORTEST) < 0) {
            throw WORKER.child(name).refuse(pause, "must be 1 millisecond or more");
        }
    }
}
