package io.silverdata.contract.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is taken off the price of a contract on some days, such as the first three months at half. {@link AppliedDiscount} has the rule for
 * days on which there are several. Immutable.
 *
 * @param code the host's; on no day has a contract two discounts of one code
 * @param reduction how much is taken off
 * @param from the first day, in the operator's zone, 1900-01-01 or later
 * @param to the day after the last, after {@code from} and 9999-12-31 at the latest; none if it has no end
 */
public record Discount(DiscountCode code, Reduction reduction, LocalDate from, Optional<LocalDate> to) {
    /** How many a contract has at most, those that are over included. */
    public static final int MAX_OF_A_CONTRACT = 100;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** How much is taken off the price. */
    public sealed interface Reduction permits PercentOff, AmountOff {}

    /**
     * A share of the price before all discounts.
     *
     * @param basisPoints hundredths of a percent, 1 to 10,000
     */
    public record PercentOff(int basisPoints) implements Reduction {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException naming field, value and range
         */
        public PercentOff {
            Rule.range("basisPoints", basisPoints, 1, WHOLE);
        }

        @Override
        public String toString() {
            return new Billability(basisPoints).toString();
        }
    }

    /**
     * An amount of each cycle. It takes nothing off while the plan is priced in another currency or for a cycle of another length.
     *
     * @param amount more than zero
     * @param cycle of which
     */
    public record AmountOff(Money amount, BillingCycle cycle) implements Reduction {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException naming field, value and range
         */
        public AmountOff {
            Objects.requireNonNull(cycle, "cycle");
            if (amount.amount().signum() == 0) {
                throw new IllegalArgumentException(
                        new Rejection.InvalidValue("amount", amount.toString(), "more than zero").message());
            }
        }

        @Override
        public String toString() {
            return amount + " " + cycle;
        }
    }

    private static final int WHOLE = 10_000;
    private static final int DECIMALS = 6;

    /**
     * Checks the days.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public Discount {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reduction, "reduction");
        checkDay("from", from);
        to.ifPresent(end -> checkDay("to", end));
        to.filter(end -> !end.isAfter(from)).ifPresent(end -> {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("to", end.toString(), "after " + from).message());
        });
    }

    static LocalDate checkDay(String field, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, day.toString(), EARLIEST + " to " + LATEST).message());
        }
        return day;
    }

    /**
     * So many whole percent off, from a day on and without an end.
     *
     * @param percent 1 to 100; {@link PercentOff} takes hundredths
     * @throws IllegalArgumentException if it is not in that range
     */
    public static Discount percent(DiscountCode code, int percent, LocalDate from) {
        return new Discount(code, new PercentOff(Rule.range("percent", percent, 1, 100) * 100), from, Optional.empty());
    }

    /** An amount off each cycle of a length, from a day on and without an end. */
    public static Discount amount(DiscountCode code, Money amount, BillingCycle cycle, LocalDate from) {
        return new Discount(code, new AmountOff(amount, cycle), from, Optional.empty());
    }

    /**
     * The same up to a day, which it no longer has.
     *
     * @throws IllegalArgumentException if it would have no day
     */
    public Discount until(LocalDate day) {
        return new Discount(code, reduction, from, Optional.of(day));
    }

    /**
     * The same for some months from its first day on.
     *
     * @param months 1 to 1,200
     * @throws IllegalArgumentException if it is not in that range
     */
    public Discount forMonths(int months) {
        return until(from.plusMonths(Rule.range("months", months, 1, 1_200)));
    }

    /** Whether it takes something off on a day. */
    public boolean isOn(LocalDate day) {
        return !from.isAfter(day) && to.filter(end -> !end.isAfter(day)).isEmpty();
    }

    /** Whether there is a day that both have. */
    public boolean overlaps(Discount other) {
        return other.to.filter(end -> !from.isBefore(end)).isEmpty()
                && to.filter(end -> !other.from.isBefore(end)).isEmpty();
    }

    /** What is taken off a price if there is no other discount, to six decimals, halves up; nothing if it does not fit the price. */
    Optional<BigDecimal> off(PlanSnapshot.Price price) {
        if (reduction instanceof PercentOff share) {
            return Optional.of(price.amount()
                    .amount()
                    .multiply(BigDecimal.valueOf(share.basisPoints()))
                    .divide(BigDecimal.valueOf(WHOLE), DECIMALS, RoundingMode.HALF_UP));
        }
        AmountOff off = (AmountOff) reduction;
        return Optional.of(off.amount().amount())
                .filter(amount -> off.cycle() == price.cycle()
                        && off.amount().currency().equals(price.amount().currency()));
    }

    @Override
    public String toString() {
        return code + " " + reduction + " from " + from
                + to.map(end -> " to " + end).orElse("");
    }
}
