package io.silverdata.contract.dunning;

import io.silverdata.contract.dunning.DunningProtection.PromiseToPay;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which promises to pay are taken. Immutable.
 *
 * @param maxDays the longest promise, in days from the day it is made, 1 to 365
 * @param maxPerYear how many in twelve months, 1 or more
 * @param minPercent so much of the overdue amount must be paid at once, 0 to 100
 * @param restores whether a promise gives a cut service back, or only keeps it from being cut
 */
public record PromiseRule(int maxDays, int maxPerYear, int minPercent, boolean restores) {
    private static final int MOST = 365;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public PromiseRule {
        new Objections()
                .unless(maxDays >= 1 && maxDays <= MOST, "maxDays", maxDays, "1 to " + MOST)
                .unless(maxPerYear >= 1, "maxPerYear", maxPerYear, "1 or more")
                .unless(minPercent >= 0 && minPercent <= 100, "minPercent", minPercent, "0 to 100")
                .throwFirst();
    }

    /** Promises of so many days, any number a year, without a part payment, that give the service back. */
    public static PromiseRule upTo(int days) {
        return new PromiseRule(days, Integer.MAX_VALUE, 0, true);
    }

    /** The same with so many promises in twelve months. */
    public PromiseRule maxPerYear(int promises) {
        return new PromiseRule(maxDays, promises, minPercent, restores);
    }

    /** The same, if so much of the overdue amount is paid at once. */
    public PromiseRule minPercent(int percent) {
        return new PromiseRule(maxDays, maxPerYear, percent, restores);
    }

    /** The same, but a service that was cut stays cut. */
    public PromiseRule withoutRestoring() {
        return new PromiseRule(maxDays, maxPerYear, minPercent, false);
    }

    /**
     * Whether the customer may promise. The host keeps the promise, and puts it into the {@link DunningFacts}.
     *
     * @param today the day on which it is made
     * @param until the last day of the promise
     * @param promisesInAYear how many the customer made in the twelve months before
     * @param overdue what is overdue
     * @param paidNow what is paid with the promise
     * @return the promise; or which rule it breaks
     */
    public Either<InvalidValue, PromiseToPay> accept(
            LocalDate today, LocalDate until, int promisesInAYear, Money overdue, Money paidNow) {
        return new Objections()
                .unless(!until.isBefore(today), "until", until, today + " or later")
                .unless(isShortEnough(today, until), "until", until, atMost(today))
                .unless(promisesInAYear >= 0, "promisesInAYear", promisesInAYear, "0 or more")
                .unless(
                        promisesInAYear < maxPerYear,
                        "promisesInAYear",
                        promisesInAYear,
                        "at most " + (maxPerYear - 1) + " before another")
                .unless(paidNow.currency().equals(overdue.currency()), "paidNow", paidNow, "in " + overdue.currency())
                .unless(
                        isEnough(overdue.amount(), paidNow.amount()),
                        "paidNow",
                        paidNow,
                        minPercent + " % of " + overdue + " or more")
                .orElse(() -> new PromiseToPay(today, until));
    }

    Optional<InvalidValue> objection(PromiseToPay promise, LocalDate today) {
        return new Objections()
                .unless(!promise.madeOn().isAfter(today), "promise.madeOn", promise.madeOn(), "at most " + today)
                .unless(
                        isShortEnough(promise.madeOn(), promise.until()),
                        "promise.until",
                        promise.until(),
                        atMost(promise.madeOn()))
                .first();
    }

    private boolean isShortEnough(LocalDate madeOn, LocalDate until) {
        return !until.isAfter(madeOn.plusDays(maxDays));
    }

    private String atMost(LocalDate madeOn) {
        return "at most " + madeOn.plusDays(maxDays) + ", " + maxDays + " days after it was made";
    }

    private boolean isEnough(BigDecimal overdue, BigDecimal paid) {
        return paid.movePointRight(2).compareTo(overdue.multiply(BigDecimal.valueOf(minPercent))) >= 0;
    }
}
