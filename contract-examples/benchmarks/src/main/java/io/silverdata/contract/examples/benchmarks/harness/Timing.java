package io.silverdata.contract.examples.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** How long something takes, or how often it is done in a second. */
public final class Timing {
    private Timing() {}

    /** Something that is measured. */
    @FunctionalInterface
    public interface Task {
        /** Does it once. */
        void run() throws Exception;
    }

    /** The seconds that a task takes. */
    public static double seconds(Task task) throws Exception {
        long begin = System.nanoTime();
        task.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** How many a second a task does that does so many. */
    public static double perSecond(long count, Task task) throws Exception {
        return count / seconds(task);
    }

    /** How many a second are done by threads that share the numbers below a count. */
    public static double perSecondInThreads(int threads, int count, IntConsumer task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return perSecond(count, () -> {
                List<Future<?>> parts = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    int start = thread;
                    parts.add(pool.submit(() -> {
                        for (int n = start; n < count; n += threads) {
                            task.accept(n);
                        }
                    }));
                }
                for (Future<?> part : parts) {
                    part.get();
                }
            });
        } finally {
            pool.shutdown();
        }
    }
}
