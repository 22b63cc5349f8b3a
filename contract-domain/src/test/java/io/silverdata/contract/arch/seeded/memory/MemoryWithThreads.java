package io.silverdata.contract.arch.seeded.memory;

import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

record MemoryWithThreads(Thread thread, ExecutorService executor, Timer timer, CompletableFuture<String> future) {
    static long count(List<String> names) {
        return names.parallelStream().count();
    }
}
