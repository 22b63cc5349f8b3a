package io.silverdata.contract.dunning;

import java.time.LocalDate;

/** The host's holidays: days on which nobody is cut. Must be thread-safe, fast, and give one day the same answer for a while. */
@FunctionalInterface
public interface Holidays {

    /** Whether the day, in the zone of the calendar, is a holiday. */
    boolean isHoliday(LocalDate day);

    /** No holidays at all. */
    static Holidays none() {
        return day -> false;
    }
}
