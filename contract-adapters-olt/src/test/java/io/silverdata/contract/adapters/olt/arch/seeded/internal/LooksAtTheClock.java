package io.silverdata.contract.adapters.olt.arch.seeded.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Asks the machine for the time in every way. */
final class LooksAtTheClock {
    private LooksAtTheClock() {}

    static String time() {
        return "" + Clock.systemUTC() + Instant.now() + LocalDate.now(ZoneOffset.UTC) + System.currentTimeMillis()
                + System.nanoTime();
    }
}
