package io.silverdata.contract.adapters.jdbc.internal.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as they are kept: microseconds since 1970, the same number in every database, whatever its time zone. */
public final class Micros {
    private static final long MICROS_IN_SECOND = 1_000_000;
    private static final int NANOS_IN_MICRO = 1_000;

    private Micros() {}

    public static long of(Instant time) {
        // The between of JDK 17 counts in nanoseconds, which overflow in the year 2262.
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_IN_SECOND), time.getNano() / NANOS_IN_MICRO);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
