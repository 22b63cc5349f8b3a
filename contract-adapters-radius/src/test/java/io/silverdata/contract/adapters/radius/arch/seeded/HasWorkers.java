package io.silverdata.contract.adapters.radius.arch.seeded;

import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

record HasWorkers(ExecutorService executor, ThreadFactory factory, Timer timer) {
    static Stream<String> inTheCommonPool(List<String> items) {
        return Stream.concat(items.parallelStream(), items.stream().parallel());
    }

    static CompletableFuture<String> onAnotherThread() {
        return CompletableFuture.supplyAsync(() -> "").orTimeout(1, TimeUnit.SECONDS);
    }
}
