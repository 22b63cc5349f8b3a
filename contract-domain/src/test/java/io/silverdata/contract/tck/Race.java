package io.silverdata.contract.tck;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.silverdata.contract.spi.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Threads that start at the same moment, race after race. */
final class Race implements AutoCloseable {
    // Not a measure of speed: a race that takes so long hangs.
    private static final long HANG_SECONDS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Runs numbers 1 to {@code runners} at once, and gives what each returned, in that order. */
    <T> List<T> run(int runners, IntFunction<T> runner) {
        CyclicBarrier start = new CyclicBarrier(runners);
        List<Future<T>> running = new ArrayList<>();
        for (int n = 1; n <= runners; n++) {
            int number = n;
            running.add(threads.submit(() -> {
                start.await(HANG_SECONDS, SECONDS);
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

    private static <T> T result(Future<T> running) {
        try {
            return running.get(HANG_SECONDS, SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("a runner failed or hangs", failed);
        }
    }
}
