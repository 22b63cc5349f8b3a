package io.silverdata.contract.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * Where the billing periods of a contract are counted from: periods begin on the billing day of the month in which {@code day}
 * falls, and a whole number of cycles before and after it. The anchor of a contract is the day of its activation, and after a
 * change to a plan with a cycle of another length the day of that change ({@link Contract#billingAnchor}). So a yearly plan
 * since February is due in February, whenever the contract began.
 *
 * @param day a day in the month of the first period
 * @param billingDay day of the month on which periods begin, 1 to 31; in a shorter month the last day stands for it
 */
public record BillingAnchor(LocalDate day, int billingDay) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public BillingAnchor {
        Objects.requireNonNull(day, "day");
        checkBillingDay(billingDay);
    }

    static int checkBillingDay(int billingDay) {
        return Rule.range("billingDay", billingDay, 1, 31);
    }

    /** The first day of the period that begins so many months after the first one. */
    LocalDate start(long months) {
        YearMonth month = YearMonth.from(day).plusMonths(months);
        return month.atDay(Math.min(billingDay, month.lengthOfMonth()));
    }
}
