package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.internal.Checks;
import java.time.Duration;

/**
 * When the circuit to a NAS that does not answer opens. Once so many requests in a row ended without an answer, further
 * ones are not sent, but for one at a time as a probe, which is sent once and given up after the first wait. Changes and
 * disconnects are counted apart, since some NASes ignore changes. Any authentic answer, even a refusal, closes both circuits.
 *
 * @param failures in a row that open the circuit, 1 to 10,000
 * @param probeEvery how long after the circuit opened, or after the last probe failed, the next request is sent as a probe,
 *     10 ms to 1 h
 */
public record CircuitBreakerPolicy(int failures, Duration probeEvery) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public CircuitBreakerPolicy {
        Checks.range("failures", failures, 1, 10_000);
        Checks.range("probeEvery", probeEvery, Duration.ofMillis(10), Duration.ofHours(1));
    }

    /** Five failures; a probe every 30 s. */
    public static CircuitBreakerPolicy defaults() {
        return new CircuitBreakerPolicy(5, Duration.ofSeconds(30));
    }
}
