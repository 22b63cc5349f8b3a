package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.working;

import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

final class WorksInTheBackground {
    Object[] workers(ExecutorService pool) {
        return new Object[] {new Thread(() -> {}), new Timer(), pool.shutdownNow(), CompletableFuture.completedFuture(1)
        };
    }

    long inParallel(List<String> items) {
        return items.parallelStream().count();
    }
}
