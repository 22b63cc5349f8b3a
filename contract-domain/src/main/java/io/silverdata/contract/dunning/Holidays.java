package io.silverdata.contract.dunning;

import java.time.LocalDate;

/** The host's holidays: days without cuts. Must be thread-safe and fast, and answer consistently. */
@FunctionalInterface
public interface Holidays {

    /** Whether the day, in the zone of the calendar, is a holiday. */
    boolean isHoliday(LocalDate day);

    /** No holidays at all. */
    static Holidays none() {
        return day -> false;
    }
}
