package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a worker leases and retries.
 *
 * @param name under which it takes leases
 * @param lease how long it may take for one contract or device
 * @param retries when a delivery is retried
 * @param random the source of jitter
 */
public record WorkerSettings(String name, Duration lease, RetryPolicy retries, RandomGenerator random) {}
