package io.silverdata.contract.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Days in the operator's zone, one after the other.
 *
 * @param from the first day
 * @param to the day after the last; after {@code from}
 */
public record DayRange(LocalDate from, LocalDate to) {

    /**
     * Checks that there is at least one day.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DayRange {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("to", to.toString(), "after " + from).message());
        }
    }

    /** How many days there are, 1 or more. */
    public long length() {
        return ChronoUnit.DAYS.between(from, to);
    }
}
