package io.silverdata.contract.adapters.jdbc.internal.reports;

import java.time.LocalDate;
import java.util.Optional;

/** Days as they are kept: numbers since 1970-01-01, and one that no day has for "none yet". */
final class Days {
    private static final int NONE = Integer.MAX_VALUE;

    private Days() {}

    static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    static int of(Optional<LocalDate> day) {
        return day.map(Days::of).orElse(NONE);
    }

    static LocalDate day(int number) {
        return LocalDate.ofEpochDay(number);
    }

    static Optional<LocalDate> dayIfAny(int number) {
        return number == NONE ? Optional.empty() : Optional.of(day(number));
    }
}
