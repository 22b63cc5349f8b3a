package io.silverdata.contract.dunning;

import io.silverdata.contract.model.DayRange;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Days on which a law or the operator forbids every cut.
 *
 * @param days the days, in the zone of the calendar
 * @param reason why, in words for people
 */
public record Moratorium(DayRange days, String reason) {

    public Moratorium {
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(reason, "reason");
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(days.from()) && day.isBefore(days.to());
    }
}
