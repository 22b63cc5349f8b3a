package io.silverdata.contract.adapters.jdbc.internal.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as they are kept: microseconds since 1970, the same number in every database, whatever its time zone. */
public final class Micros {
    private Micros() {}

    public static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
