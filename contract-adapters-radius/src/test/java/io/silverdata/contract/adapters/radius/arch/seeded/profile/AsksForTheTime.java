package io.silverdata.contract.adapters.radius.arch.seeded.profile;

import java.time.Instant;

record AsksForTheTime() {
    static long age() {
        return System.nanoTime() - Instant.now().toEpochMilli() - System.currentTimeMillis();
    }
}
