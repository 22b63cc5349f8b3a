package io.silverdata.contract.adapters.radius.arch.seeded;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.LongSupplier;

final class LooksAtTheClock {
    private LooksAtTheClock() {}

    @SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone", "TimeZoneUsage"})
    static List<Object> times() {
        LongSupplier ticker = System::nanoTime;
        return List.of(
                Instant.now(),
                LocalDate.now(),
                Clock.systemDefaultZone(),
                System.currentTimeMillis(),
                new Date(),
                ticker);
    }
}
