package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * How a worker leases, retries, and uses threads.
 *
 * @param name under which it takes leases
 * @param lease how long a lease of a contract or device lasts unless it is renewed
 * @param retries when a delivery is retried
 * @param random the source of jitter
 * @param executor on which OLTs are written to side by side; if empty, the calling thread writes to one after the other
 * @param scheduler on which leases are renewed; if empty, a thread of the call's own
 */
public record WorkerSettings(
        String name,
        Duration lease,
        RetryPolicy retries,
        RandomGenerator random,
        Optional<Executor> executor,
        Optional<ScheduledExecutorService> scheduler) {}
