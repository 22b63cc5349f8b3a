package io.silverdata.contract.adapters.radius.dynauth;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Nanoseconds that pass when a test says so. */
final class SettableTicker implements LongSupplier {
    private final AtomicLong now = new AtomicLong(-5_000_000_000L);

    @Override
    public long getAsLong() {
        return now.get();
    }

    /** Lets time pass, and lets the client see it. */
    void advance(Duration by, DynamicAuthorizationClient client) {
        now.addAndGet(by.toNanos());
        client.wakeUp();
    }
}
