package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The times that a contract can hold: those that every storage keeps to the microsecond, and whose days have four-digit years
 * in every time zone.
 */
public final class TimeRange {
    /** The first, inclusive. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** The last, inclusive. */
    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private TimeRange() {}

    /** Why a time cannot be kept, if it cannot. */
    public static Optional<Rejection> objection(String field, Instant time) {
        return time.isBefore(EARLIEST) || time.isAfter(LATEST)
                ? Optional.of(new Rejection.InvalidValue(field, time.toString(), EARLIEST + " to " + LATEST))
                : Optional.empty();
    }
}
