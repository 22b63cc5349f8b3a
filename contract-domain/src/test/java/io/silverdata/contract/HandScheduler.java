package io.silverdata.contract;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler without a thread: what is scheduled runs when a test says so. */
final class HandScheduler extends ScheduledThreadPoolExecutor {
    private final List<Task> tasks = new CopyOnWriteArrayList<>();

    HandScheduler() {
        super(0);
    }

    /** Runs everything that is scheduled once. */
    void beat() {
        tasks.forEach(task -> task.work.run());
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long delay, long period, TimeUnit unit) {
        Task task = new Task(work);
        tasks.add(task);
        return task;
    }

    private final class Task extends CompletableFuture<Void> implements ScheduledFuture<Void> {
        private final Runnable work;

        Task(Runnable work) {
            this.work = work;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            tasks.remove(this);
            return super.cancel(mayInterruptIfRunning);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
