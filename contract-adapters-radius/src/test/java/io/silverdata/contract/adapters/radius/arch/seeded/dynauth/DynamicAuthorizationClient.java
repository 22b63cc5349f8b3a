package io.silverdata.contract.adapters.radius.arch.seeded.dynauth;

import java.util.concurrent.ForkJoinPool;

final class DynamicAuthorizationClient {
    private final Thread one = new Thread(() -> {});
    private final Thread other = new Thread(() -> {});

    void open() {
        one.start();
        other.start();
        ForkJoinPool.commonPool().execute(other);
    }
}
