package io.silverdata.contract.testkit.simulation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A scheduler whose tasks are actors of a process: they are late if others are chosen before them. */
final class VirtualScheduler extends AbstractExecutorService implements ScheduledExecutorService {
    private final SimulatedProcess process;
    private final Timeline timeline;

    VirtualScheduler(SimulatedProcess process, Timeline timeline) {
        this.process = process;
        this.timeline = timeline;
    }

    /** A task that is repeated until it is cancelled, throws, or its process is killed. */
    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long begin;
        private final Actor actor;

        Task(Callable<V> work, Duration delay, Duration period) {
            super(work);
            begin = timeline.now().plus(delay).toEpochMilli();
            actor = timeline.addLater(process.name() + "'s timer", process, delay, () -> {
                if (period.isZero()) {
                    run();
                    return;
                }
                do {
                    timeline.mayBeLate();
                } while (!isDone() && runAndReset() && slept(period));
            });
        }

        private boolean slept(Duration period) {
            timeline.sleep(period);
            return true;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(false);
            actor.sleepUntil(timeline.now());
            return cancelled;
        }

        @Override
        protected void setException(Throwable thrown) {
            super.setException(thrown);
            if (thrown instanceof Error error) {
                throw error;
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(begin - timeline.now().toEpochMilli(), TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return new Task<>(callable(work), duration(delay, unit), Duration.ZERO);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        return new Task<>(work, duration(delay, unit), Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long delay, long period, TimeUnit unit) {
        return new Task<>(callable(work), duration(delay, unit), duration(period, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long delay, long period, TimeUnit unit) {
        return scheduleAtFixedRate(work, delay, period, unit);
    }

    @Override
    public void execute(Runnable work) {
        timeline.add(process.name() + "'s timer", process, work);
    }

    @Override
    public void shutdown() {
        throw new UnsupportedOperationException("the scheduler belongs to the simulation");
    }

    @Override
    public List<Runnable> shutdownNow() {
        throw new UnsupportedOperationException("the scheduler belongs to the simulation");
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }

    private static Callable<Boolean> callable(Runnable work) {
        return () -> {
            work.run();
            return Boolean.TRUE;
        };
    }

    private static Duration duration(long amount, TimeUnit unit) {
        return Duration.ofNanos(unit.toNanos(amount));
    }
}
