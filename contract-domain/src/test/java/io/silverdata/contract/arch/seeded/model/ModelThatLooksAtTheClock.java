package io.silverdata.contract.arch.seeded.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

final class ModelThatLooksAtTheClock {
    private ModelThatLooksAtTheClock() {}

    @SuppressWarnings("JavaTimeDefaultTimeZone") // is one of the violations
    static List<Object> times() {
        Supplier<Instant> byReference = Instant::now;
        LongSupplier alsoByReference = System::currentTimeMillis;
        return List.of(
                byReference,
                alsoByReference,
                LocalDate.now(ZoneOffset.UTC),
                Clock.systemDefaultZone(),
                System.nanoTime());
    }
}
