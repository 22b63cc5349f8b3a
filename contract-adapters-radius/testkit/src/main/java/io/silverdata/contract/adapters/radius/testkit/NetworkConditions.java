package io.silverdata.contract.adapters.radius.testkit;

import java.time.Duration;
import java.util.Objects;

/**
 * What the network does to the datagrams of a {@link SimulatedNas}: by chance, but the same for the same {@linkplain
 * SimulatedNas.Builder#seed seed} and the same order of datagrams.
 *
 * <pre>{@code
 * SimulatedNas.builder(SECRET)
 *         .network(new NetworkConditions(0.02, 0.02, 0.01, Duration.ofMillis(5), Duration.ofMillis(10)))
 *         .start();
 * }</pre>
 *
 * @param requestLoss share of requests that do not arrive, 0 to 1
 * @param answerLoss share of answers that do not arrive, 0 to 1
 * @param duplicates share of answers that arrive twice, 0 to 1
 * @param delay by which each answer comes later, not negative
 * @param jitter further delay by chance, from zero to this, so that answers overtake each other; not negative
 */
public record NetworkConditions(
        double requestLoss, double answerLoss, double duplicates, Duration delay, Duration jitter) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a share is not within 0 and 1, or a duration is negative
     */
    public NetworkConditions {
        share("requestLoss", requestLoss);
        share("answerLoss", answerLoss);
        share("duplicates", duplicates);
        notNegative("delay", delay);
        notNegative("jitter", jitter);
    }

    /** Everything arrives, once and at once. */
    public static NetworkConditions perfect() {
        return new NetworkConditions(0, 0, 0, Duration.ZERO, Duration.ZERO);
    }

    /** Everything arrives once, and each answer after this time. */
    public static NetworkConditions delayed(Duration delay) {
        return new NetworkConditions(0, 0, 0, delay, Duration.ZERO);
    }

    private static void share(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be 0 to 1, was " + value);
        }
    }

    private static void notNegative(String field, Duration value) {
        Objects.requireNonNull(value, field);
        if (value.isNegative()) {
            throw new IllegalArgumentException(field + " must not be negative, was " + value);
        }
    }
}
