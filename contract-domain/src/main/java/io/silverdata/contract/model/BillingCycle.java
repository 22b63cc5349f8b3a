package io.silverdata.contract.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The recurring period that a plan's price is for. */
public enum BillingCycle {
    /** Every month. */
    MONTHLY(1),
    /** Every two months. */
    BIMONTHLY(2),
    /** Every three months. */
    QUARTERLY(3),
    /** Every six months. */
    SEMIANNUAL(6),
    /** Every twelve months. */
    ANNUAL(12);

    private final int months;

    BillingCycle(int months) {
        this.months = months;
    }

    /** The length of a period, in months. */
    public int months() {
        return months;
    }

    /**
     * The first day of the next period: the earliest after {@code date} of the days that lie a whole number of periods
     * away from {@code billingDay} of the month in which {@code anchor} falls.
     *
     * @param anchor a day in the month of the first period, for example the day of activation
     * @param billingDay day of the month on which periods begin, 1 to 28
     */
    public LocalDate nextStart(LocalDate anchor, int billingDay, LocalDate date) {
        Rule.range("billingDay", billingDay, 1, 28);
        LocalDate first = YearMonth.from(anchor).atDay(billingDay);
        long periods = Math.floorDiv(ChronoUnit.MONTHS.between(first, date), months);
        LocalDate start = first.plusMonths(periods * months);
        while (!start.isAfter(date)) {
            start = start.plusMonths(months);
        }
        return start;
    }
}
