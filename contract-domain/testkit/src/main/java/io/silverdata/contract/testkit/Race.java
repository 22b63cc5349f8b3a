package io.silverdata.contract.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.silverdata.contract.spi.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Threads that start at the same moment, race after race. */
final class Race implements AutoCloseable {
    // Not a measure of speed: a race that takes so long hangs.
    private static final long HANG_SECONDS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private boolean awake;

    /** How runners wait for each other. */
    @FunctionalInterface
    private interface Start {
        void await() throws Exception;
    }

    /** Runs numbers 1 to {@code runners} at once, and gives what each returned, in that order. */
    <T> List<T> run(int runners, IntFunction<T> runner) {
        // Asleep, they are woken one by one and overtake each other anywhere; awake, they run side by side.
        awake = !awake;
        Start start = awake ? awake(runners) : asleep(runners);
        List<Future<T>> running = new ArrayList<>();
        for (int n = 1; n <= runners; n++) {
            int number = n;
            running.add(threads.submit(() -> {
                start.await();
                return runner.apply(number);
            }));
        }
        return running.stream().map(Race::result).toList();
    }

    /** Does something again that had to give way, as {@code Contracts} does. */
    static <T> T untilDecided(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (ConflictException lost) {
                if (lost.kind() != ConflictException.Kind.SERIALIZATION) {
                    throw lost;
                }
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Start asleep(int runners) {
        CyclicBarrier barrier = new CyclicBarrier(runners);
        return () -> barrier.await(HANG_SECONDS, SECONDS);
    }

    @SuppressWarnings("ThreadPriorityCheck") // makes a close race likelier; no result depends on it
    private static Start awake(int runners) {
        AtomicInteger missing = new AtomicInteger(runners);
        return () -> {
            missing.decrementAndGet();
            while (missing.get() > 0) {
                Thread.yield();
            }
        };
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get(HANG_SECONDS, SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("a runner failed or hangs", failed);
        }
    }
}
