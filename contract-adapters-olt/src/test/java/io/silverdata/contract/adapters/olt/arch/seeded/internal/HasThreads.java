package io.silverdata.contract.adapters.olt.arch.seeded.internal;

import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Has work done by other threads in every way. */
final class HasThreads {
    private HasThreads() {}

    static CompletableFuture<Long> start(ExecutorService executor, Timer timer) {
        new Thread(() -> timer.cancel()).start();
        return CompletableFuture.supplyAsync(
                () -> List.of(1, 2).parallelStream().count(), executor);
    }
}
