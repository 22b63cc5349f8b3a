package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiscountProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Property(tries = 2_000)
    void discounts_take_off_the_sum_of_what_each_takes_alone_and_no_more_than_the_price(
            @ForAll("prices") PlanSnapshot.Price price, @ForAll("discounts") List<Discount> discounts) {
        List<AppliedDiscount> applied = AppliedDiscount.of(price, discounts, DAY);

        BigDecimal alone = BigDecimal.ZERO;
        for (Discount discount : discounts) {
            Money net = AppliedDiscount.net(price.amount(), AppliedDiscount.of(price, List.of(discount), DAY));
            BigDecimal off = price.amount().amount().subtract(net.amount());
            alone = alone.add(
                    discount.reduction() instanceof Discount.AmountOff amount && off.signum() > 0
                            ? amount.amount().amount()
                            : off);
        }
        BigDecimal net = AppliedDiscount.net(price.amount(), applied).amount();
        assertThat(net)
                .isEqualByComparingTo(price.amount().amount().subtract(alone).max(BigDecimal.ZERO));
        assertThat(applied).allMatch(discount -> discount.off().amount().signum() > 0);
    }

    @Property(tries = 500)
    void their_order_decides_nothing(
            @ForAll("prices") PlanSnapshot.Price price,
            @ForAll("discounts") List<Discount> discounts,
            @ForAll Random random) {
        List<Discount> shuffled = new ArrayList<>(discounts);
        Collections.shuffle(shuffled, random);

        assertThat(AppliedDiscount.of(price, shuffled, DAY)).isEqualTo(AppliedDiscount.of(price, discounts, DAY));
    }

    @Property(tries = 2_000)
    void two_overlap_if_there_is_a_day_on_which_both_are(
            @ForAll("discounts") List<Discount> some, @ForAll("discounts") List<Discount> others) {
        for (Discount one : some) {
            for (Discount other : others) {
                boolean common = DAY.minusDays(60)
                        .datesUntil(DAY.plusDays(60))
                        .anyMatch(day -> one.isOn(day) && other.isOn(day));
                assertThat(one.overlaps(other)).isEqualTo(common).isEqualTo(other.overlaps(one));
            }
        }
    }

    @Provide
    Arbitrary<PlanSnapshot.Price> prices() {
        return Combinators.combine(
                        Arbitraries.of("0", "0.000001", "19.99", "20", "333.333333"),
                        Arbitraries.of("USD", "EUR"),
                        Arbitraries.of(BillingCycle.MONTHLY, BillingCycle.ANNUAL))
                .as((amount, currency, cycle) -> new PlanSnapshot.Price(Money.of(amount, currency), cycle));
    }

    /** Each of a code of its own, around one day. */
    @Provide
    Arbitrary<List<Discount>> discounts() {
        Arbitrary<Discount.Reduction> reductions = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 10_000).map(Discount.PercentOff::new),
                Arbitraries.of("0.000001", "5", "19.99", "400")
                        .map(amount -> new Discount.AmountOff(Money.of(amount, "USD"), BillingCycle.MONTHLY)));
        return Combinators.combine(
                        reductions,
                        Arbitraries.integers().between(-30, 10),
                        Arbitraries.integers().between(0, 40))
                .as((reduction, start, days) -> {
                    LocalDate from = DAY.plusDays(start);
                    return new Discount(
                            new DiscountCode("X"),
                            reduction,
                            from,
                            days == 0 ? Optional.empty() : Optional.of(from.plusDays(days)));
                })
                .list()
                .ofMaxSize(5)
                .map(DiscountProperties::named);
    }

    private static List<Discount> named(List<Discount> discounts) {
        List<Discount> named = new ArrayList<>();
        for (Discount discount : discounts) {
            named.add(new Discount(
                    new DiscountCode("D" + named.size()), discount.reduction(), discount.from(), discount.to()));
        }
        return named;
    }
}
