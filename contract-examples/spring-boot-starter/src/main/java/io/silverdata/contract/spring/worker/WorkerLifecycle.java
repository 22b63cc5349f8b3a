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
            started.repeat(new Task("deliver", this::deliver), properties.deliverEvery());
            started.repeat(new Task("apply what is due", this::applyDue), properties.applyDueEvery());
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
        rounds.forEach(this::end);
        return leased;
    }

    /** One round that fails keeps no other from its turn. */
    private void end(WorkerRound round) {
        try {
            round.ended(contracts);
        } catch (RuntimeException failed) {
            LOG.warn("failed after a round of deliveries: {}", round.getClass().getName(), failed);
        }
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

        void repeat(Task task, Duration pause) {
            Future<?> unused =
                    scheduleWithFixedDelay(() -> callUntilLess(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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
        private void callUntilLess(Task task) {
            try {
                int done = properties.batch();
                while (!isShutdown() && done >= properties.batch()) {
                    done = task.call.getAsInt();
                    task.succeeded();
                }
            } catch (RuntimeException failed) {
                task.failed(failed);
            } catch (Error defect) {
                LOG.error("could not {}; tried again soon", task.what, defect);
            }
        }
    }

    /** What is called again and again. An outage is logged when it begins and when it is over, not with each call. */
    private static final class Task {
        private final String what;
        private final IntSupplier call;
        private boolean failing;

        Task(String what, IntSupplier call) {
            this.what = what;
            this.call = call;
        }

        void succeeded() {
            if (failing) {
                LOG.info("can {} again", what);
            }
            failing = false;
        }

        void failed(RuntimeException failed) {
            if (failing) {
                LOG.debug("still cannot {}", what, failed);
            } else {
                LOG.warn("cannot {}; tried again until it succeeds", what, failed);
            }
            failing = true;
        }
    }

    private static ThreadFactory named() {
        AtomicInteger count = new AtomicInteger();
        return task -> new Thread(task, "contract-worker-" + count.incrementAndGet());
    }
}
