package io.silverdata.contract.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a discount takes off the price of one cycle on a day.
 *
 * <p><b>The rule where there are several:</b> each percentage is of the price before all discounts, amounts come off beside them, and together
 * they take off no more than the price. So their order decides nothing but which of them has less to take where they would take more than there
 * is: they are taken in the order of their codes. Two times half is nothing to pay; half and a fifth is three tenths to pay.
 *
 * @param code the discount's
 * @param off more than zero, exact to six decimals, halves up; not rounded to the currency, so that parts of a cycle add up
 */
public record AppliedDiscount(DiscountCode code, Money off) {

    public AppliedDiscount {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(off, "off");
    }

    /**
     * The discounts that take something off a price on a day.
     *
     * @param price before discounts
     * @param discounts those of the contract
     * @return in the order of their codes; those that have nothing to take off are left out
     */
    public static List<AppliedDiscount> of(PlanSnapshot.Price price, Collection<Discount> discounts, LocalDate day) {
        if (discounts.isEmpty()) {
            return List.of();
        }
        List<AppliedDiscount> applied = new ArrayList<>();
        BigDecimal left = price.amount().amount();
        for (Discount discount : discounts.stream()
                .filter(candidate -> candidate.isOn(day))
                .sorted(Comparator.comparing(Discount::code))
                .toList()) {
            BigDecimal off = discount.off(price).orElse(BigDecimal.ZERO).min(left);
            if (off.signum() > 0) {
                applied.add(new AppliedDiscount(
                        discount.code(), new Money(off, price.amount().currency())));
                left = left.subtract(off);
            }
        }
        return List.copyOf(applied);
    }

    /** What is left of a price. */
    public static Money net(Money price, Collection<AppliedDiscount> applied) {
        BigDecimal left = price.amount();
        for (AppliedDiscount discount : applied) {
            left = left.subtract(discount.off().amount());
        }
        return new Money(left, price.currency());
    }
}
