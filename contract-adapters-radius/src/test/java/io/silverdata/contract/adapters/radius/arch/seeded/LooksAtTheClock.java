package io.silverdata.contract.adapters.radius.arch.seeded;

import java.time.Instant;

final class LooksAtTheClock {
    private LooksAtTheClock() {}

    static String time() {
        return Instant.now() + " " + System.nanoTime();
    }
}
