package io.silverdata.contract.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The billing period of a contract that a day belongs to.
 *
 * @param cycle how long periods are
 * @param days its days: the whole cycle that a price is for, also if the contract began in the middle of it
 * @param daysUsed days of it that are over, since the contract was activated or its cycle or billing day last changed
 */
public record BillingPeriod(BillingCycle cycle, DayRange days, long daysUsed) {

    public BillingPeriod {
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(days, "days");
    }

    /**
     * The period of the contract's present plan.
     *
     * @param today the day that is asked about
     * @param zone the operator's
     */
    public static BillingPeriod of(Contract contract, LocalDate today, ZoneId zone) {
        BillingAnchor anchor = contract.billingAnchor(today, zone);
        BillingCycle cycle = contract.plan().price().cycle();
        DayRange days = cycle.period(anchor, today);
        LocalDate since = Stream.concat(
                        Stream.of(anchor.day(), days.from()),
                        contract.snapshot().agreement().billingDayChanges().stream()
                                .map(change -> LocalDate.ofInstant(change.at(), zone))
                                .filter(changed -> !changed.isAfter(today)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new BillingPeriod(cycle, days, Math.max(0, ChronoUnit.DAYS.between(since, today)));
    }

    /** The first day of the period that follows: when what is to happen at the end of the cycle happens. */
    public LocalDate nextStart() {
        return days.to();
    }
}
