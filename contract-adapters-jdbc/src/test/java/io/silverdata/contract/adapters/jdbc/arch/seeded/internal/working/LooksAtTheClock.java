package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.working;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;

final class LooksAtTheClock {
    @SuppressWarnings("JavaUtilDate") // what the rule is to find
    Object[] times() {
        return new Object[] {
            Instant.now(),
            LocalDate.now(ZoneOffset.UTC),
            Clock.systemUTC(),
            System.currentTimeMillis(),
            System.nanoTime(),
            new Date(),
            Calendar.getInstance()
        };
    }
}
