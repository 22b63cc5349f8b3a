package io.silverdata.contract.report;

import java.util.Objects;

/**
 * What a question about figures may vary.
 *
 * @param clockStart from when a customer waits for the service; default {@link ClockStart#DRAFTED}
 * @param businessHours whether that time counts only in the business hours of the {@link ReportSettings}; default no
 * @param winBackDays within how many days a lost customer who comes back was not lost, 0 to 3650; default 30
 * @param cureDays within how many days a cut for debt has to be lifted to count as cured, 0 to 3650; default 30
 * @param ghostDays after how many days an output that was given up and is still configured is a ghost, 0 to 3650; default 30
 */
public record KpiOptions(ClockStart clockStart, boolean businessHours, int winBackDays, int cureDays, int ghostDays) {
    private static final int MAX_DAYS = 3_650;
    private static final int MONTH = 30;
    private static final KpiOptions DEFAULTS = new KpiOptions(ClockStart.DRAFTED, false, MONTH, MONTH, MONTH);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public KpiOptions {
        Objects.requireNonNull(clockStart, "clockStart");
        check("winBackDays", winBackDays);
        check("cureDays", cureDays);
        check("ghostDays", ghostDays);
    }

    /** The default values, each as its parameter says. */
    public static KpiOptions defaults() {
        return DEFAULTS;
    }

    /** The same with another start of the clock. */
    public KpiOptions withClockStart(ClockStart other) {
        return new KpiOptions(other, businessHours, winBackDays, cureDays, ghostDays);
    }

    /** The same with a time to provision that counts in business hours only: a night or a holiday is no part of it. */
    public KpiOptions withBusinessHours() {
        return new KpiOptions(clockStart, true, winBackDays, cureDays, ghostDays);
    }

    /** The same with another time for customers to come back. */
    public KpiOptions withWinBackDays(int other) {
        return new KpiOptions(clockStart, businessHours, other, cureDays, ghostDays);
    }

    /** The same with another time to pay. */
    public KpiOptions withCureDays(int other) {
        return new KpiOptions(clockStart, businessHours, winBackDays, other, ghostDays);
    }

    /** The same with another age of ghosts. */
    public KpiOptions withGhostDays(int other) {
        return new KpiOptions(clockStart, businessHours, winBackDays, cureDays, other);
    }

    private static void check(String field, int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException(field + " must be 0 to " + MAX_DAYS + ", was " + days);
        }
    }
}
