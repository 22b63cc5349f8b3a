package io.silverdata.contract.spring.worker;

import io.silverdata.contract.Contracts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers and applies what is due, each on a thread of its own, until the application stops. Then it begins no further call, and the
 * application waits for the calls in hand, for as long as {@code spring.lifecycle.timeout-per-shutdown-phase} says: a device is not left in the
 * middle, and no row stays leased.
 */
final class WorkerLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLifecycle.class);
    private static final int THREADS = 2;

    private final Contracts contracts;
    private final ContractWorkerProperties properties;
    private final List<WorkerRound> rounds;
    private @Nullable Scheduler scheduler;

    WorkerLifecycle(Contracts contracts, ContractWorkerProperties properties, List<WorkerRound> rounds) {
        this.contracts = contracts;
        this.properties = properties;
        this.rounds = rounds;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            Scheduler started = new Scheduler();
            started.repeat("deliver", properties.deliverEvery(), this::deliver);
            started.repeat("apply what is due", properties.applyDueEvery(), this::applyDue);
            scheduler = started;
        }
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public synchronized void stop(Runnable stopped) {
        Scheduler stopping = scheduler;
        scheduler = null;
        if (stopping == null) {
            stopped.run();
        } else {
            stopping.end(stopped);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    private int deliver() {
        int leased = contracts.worker().deliverPending(properties.batch()).leased();
        rounds.forEach(round -> round.ended(contracts));
        return leased;
    }

    private int applyDue() {
        return contracts.worker().applyDue(properties.batch()).contracts();
    }

    /** Threads of their own: a delivery takes as long as devices do, which no other task of the application should wait for. */
    private final class Scheduler extends ScheduledThreadPoolExecutor {
        private volatile Runnable stopped = () -> {};

        Scheduler() {
            super(THREADS, named());
            setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
            setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        }

        void repeat(String what, Duration pause, IntSupplier round) {
            Future<?> unused = scheduleWithFixedDelay(
                    () -> callUntilLess(what, round), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        void end(Runnable callback) {
            stopped = callback;
            shutdown();
        }

        @Override
        protected void terminated() {
            stopped.run();
        }

        /** Calls again while a full batch was done. What is thrown must not leave here: the executor would never call again. */
        private void callUntilLess(String what, IntSupplier round) {
            try {
                while (!isShutdown() && round.getAsInt() >= properties.batch()) {
                    LOG.debug("more to {}", what);
                }
            } catch (RuntimeException failed) {
                LOG.warn("could not {}; tried again soon", what, failed);
            } catch (Error defect) {
                LOG.error("could not {}; tried again soon", what, defect);
            }
        }
    }

    private static ThreadFactory named() {
        AtomicInteger count = new AtomicInteger();
        return task -> new Thread(task, "contract-worker-" + count.incrementAndGet());
    }
}
