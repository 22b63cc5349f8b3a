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
     * The period that a day belongs to. Each day belongs to one, also before the anchor; a period begins on the billing day,
     * and on the last day of a month that has no such day.
     *
     * @param anchor where periods are counted from
     * @return the period, of whose days the price of a cycle is for
     */
    public DayRange period(BillingAnchor anchor, LocalDate day) {
        long away = ChronoUnit.MONTHS.between(YearMonth.from(anchor.day()), YearMonth.from(day));
        long months = Math.floorDiv(away, this.months) * this.months;
        if (anchor.start(months).isAfter(day)) {
            months -= this.months;
        }
        return new DayRange(anchor.start(months), anchor.start(months + this.months));
    }

    /**
     * The first day of the period after the one that {@code date} belongs to.
     *
     * @param anchor a day in the month of the first period
     * @param billingDay day of the month on which periods begin, 1 to 31
     */
    public LocalDate nextStart(LocalDate anchor, int billingDay, LocalDate date) {
        return period(new BillingAnchor(anchor, billingDay), date).to();
    }
}
