package io.silverdata.contract.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When an operator works, so that a night or a holiday is no part of the time to provision. {@link BusinessHours} is one; a
 * host with a calendar of its own implements this. Answers must depend on the arguments alone, and be the same for the same past
 * however late they are asked for: a holiday may be added as long as it lies ahead.
 *
 * <p>Implementations must be safe for use by any number of threads.
 */
public interface BusinessCalendar {

    /**
     * What the calendar is called, 1 to 64 characters. Tables of reports remember it: a calendar that counts the past otherwise
     * needs another name, and tables that are made anew.
     */
    String name();

    /** The zone in which its days begin, which must be that of the reports. */
    ZoneId zone();

    /**
     * How much of the time between two instants is working time.
     *
     * @param from the first instant
     * @param to the instant after the last, after {@code from}
     * @return zero or more, and no more than lies between them
     */
    Duration between(Instant from, Instant to);
}
