package io.silverdata.contract.report;

import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.AppliedDiscount;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingAnchor;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ProrationCalculatorProperties {
    private static final BillingAnchor FIRST_OF_MONTH = new BillingAnchor(LocalDate.of(2026, 1, 1), 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final AppliedDiscount OFF =
            new AppliedDiscount(new DiscountCode("GOLD"), Money.of("3.141592", "USD"));

    /** Some days under one plan: how many, for what price, how much of it, and how long the cycle is. */
    record Part(int days, Money price, Billability billable, BillingCycle cycle) {}

    @Property(tries = 5_000)
    void the_parts_of_a_whole_cycle_add_up_to_the_price_whatever_the_cut(
            @ForAll ProrationCalculator calculator,
            @ForAll BillingCycle cycle,
            @ForAll("anchors") BillingAnchor anchor,
            @ForAll @IntRange(min = 0, max = 99_999_999) int cents,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 366) Integer> cuts) {
        DayRange period = cycle.period(anchor, LocalDate.of(2024, 2, 10));
        Money price =
                new Money(BigDecimal.valueOf(cents, 2), Money.of("0", "USD").currency());
        List<Segment> segments = cut(period, cuts, price, Billability.FULL, cycle, anchor);

        List<Money> owed = calculator.owed(segments);

        assertThat(owed).hasSize(segments.size());
        assertThat(sum(owed)).isEqualByComparingTo(price.amount());
    }

    /** Half of an odd number of cents is a tie that no sum of rounded quotients meets. */
    @Property(tries = 2_000)
    void the_parts_of_a_whole_cycle_at_half_its_price_add_up_to_half_of_it_rounded_up(
            @ForAll ProrationCalculator calculator,
            @ForAll("anchors") BillingAnchor anchor,
            @ForAll @IntRange(min = 0, max = 9_999) int cents,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 30) Integer> cuts) {
        DayRange period = BillingCycle.MONTHLY.period(anchor, LocalDate.of(2026, 5, 30));
        BigDecimal price = BigDecimal.valueOf(2L * cents + 1, 2);
        List<Segment> segments = cut(
                period,
                cuts,
                new Money(price, Money.of("0", "USD").currency()),
                Billability.percent(50),
                BillingCycle.MONTHLY,
                anchor);

        List<Money> owed = calculator.owed(segments);

        assertThat(sum(owed)).isEqualByComparingTo(BigDecimal.valueOf(cents + 1L, 2));
    }

    /** The model knows no segments: it goes day by day, and rounds what is owed of each cycle up to the end of each segment. */
    @Property(tries = 5_000)
    void amounts_are_the_steps_of_the_exact_sum_of_each_days_own_cycle(
            @ForAll ProrationCalculator calculator,
            @ForAll("anchors") BillingAnchor anchor,
            @ForAll @IntRange(min = 0, max = 800) int first,
            @ForAll("parts") List<Part> parts) {
        LocalDate from = LocalDate.of(2023, 12, 15).plusDays(first);
        List<Segment> segments = new ArrayList<>();
        List<BigDecimal> expected = new ArrayList<>();
        Map<DayRange, BigDecimal> exact = new HashMap<>();
        Optional<DayRange> current = Optional.empty();
        for (Part part : parts) {
            LocalDate to = from.plusDays(part.days());
            segments.add(segment(from, to, part.price(), part.billable(), part.cycle(), anchor));
            BigDecimal amount = BigDecimal.ZERO;
            for (LocalDate day : from.datesUntil(to).toList()) {
                DayRange cycle = part.cycle().period(anchor, day);
                if (!current.equals(Optional.of(cycle))) {
                    exact.remove(cycle);
                    current = Optional.of(cycle);
                }
                BigDecimal before = exact.getOrDefault(cycle, BigDecimal.ZERO);
                BigDecimal after = before.add(part.price()
                        .amount()
                        .multiply(BigDecimal.valueOf(part.billable().basisPoints()))
                        .multiply(BigDecimal.valueOf(worth(calculator, day, day.plusDays(1)))));
                exact.put(cycle, after);
                BigDecimal shares = BigDecimal.valueOf(10_000 * worth(calculator, cycle.from(), cycle.to()));
                amount = amount.add(after.divide(shares, 2, RoundingMode.HALF_UP))
                        .subtract(before.divide(shares, 2, RoundingMode.HALF_UP));
            }
            expected.add(amount);
            from = to;
        }

        List<Money> owed = calculator.owed(segments);

        assertThat(owed)
                .extracting(Money::amount)
                .usingElementComparator(Comparator.<BigDecimal>naturalOrder())
                .containsExactlyElementsOf(expected);
    }

    @Example
    void halves_are_rounded_up_on_the_running_sum() {
        BillingAnchor anchor = new BillingAnchor(LocalDate.of(2026, 1, 20), 20);
        LocalDate begin = LocalDate.of(2026, 5, 20);
        Money price = Money.of("30.25", "USD");

        List<Money> owed = ProrationCalculator.ACTUAL_DAYS.owed(List.of(
                segment(begin, begin.plusDays(8), price, Billability.FULL, BillingCycle.MONTHLY, anchor),
                segment(
                        begin.plusDays(8),
                        begin.plusDays(17),
                        price,
                        Billability.percent(50),
                        BillingCycle.MONTHLY,
                        anchor),
                segment(
                        begin.plusDays(17),
                        begin.plusDays(20),
                        price,
                        Billability.FULL,
                        BillingCycle.MONTHLY,
                        anchor)));

        assertThat(owed).containsExactly(Money.of("7.81", "USD"), Money.of("4.39", "USD"), Money.of("2.93", "USD"));
    }

    @Example
    void days_of_a_yearly_plan_are_parts_of_its_year_also_in_a_month() {
        Segment march = segment(
                MARCH,
                MARCH.plusDays(12),
                Money.of("200", "USD"),
                Billability.FULL,
                BillingCycle.ANNUAL,
                FIRST_OF_MONTH);

        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(List.of(march))).containsExactly(Money.of("6.58", "USD"));
    }

    @Example
    void a_window_over_several_cycles_owes_each_of_them() {
        Segment spring = monthly(MARCH, LocalDate.of(2026, 5, 11), Money.of("31", "USD"), Billability.FULL);

        // 31 of 31 days, 30 of 30, 10 of 31
        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(List.of(spring))).containsExactly(Money.of("72", "USD"));
    }

    @Example
    void a_third_of_march_is_ten_of_31_days_or_ten_of_30() {
        Money price = Money.of("31", "USD");
        List<Segment> segments = List.of(
                monthly(MARCH, MARCH.plusDays(10), price, Billability.FULL),
                monthly(MARCH.plusDays(10), APRIL, price, Billability.FULL));

        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(segments))
                .containsExactly(Money.of("10", "USD"), Money.of("21", "USD"));
        assertThat(ProrationCalculator.THIRTY_360.owed(segments))
                .containsExactly(Money.of("10.33", "USD"), Money.of("20.67", "USD"));
    }

    /** 30E/360: both dates on a 31st are taken for the 30th. */
    @Example
    void of_a_month_with_31_days_the_30th_is_worth_nothing_and_the_31st_a_day() {
        Money price = Money.of("30", "USD");

        List<Money> owed = ProrationCalculator.THIRTY_360.owed(List.of(
                monthly(MARCH, LocalDate.of(2026, 3, 30), price, Billability.FULL),
                monthly(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 3, 31), price, Billability.FULL),
                monthly(LocalDate.of(2026, 3, 31), APRIL, price, Billability.FULL)));
        List<Money> february = ProrationCalculator.THIRTY_360.owed(
                List.of(monthly(LocalDate.of(2026, 2, 28), MARCH, price, Billability.FULL)));

        assertThat(owed).containsExactly(Money.of("29", "USD"), Money.of("0", "USD"), Money.of("1", "USD"));
        assertThat(february).containsExactly(Money.of("3", "USD"));
    }

    @Example
    void a_share_of_the_price_is_a_share_of_the_days() {
        Segment held = monthly(MARCH, APRIL, Money.of("24.90", "USD"), Billability.percent(30));

        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(List.of(held))).containsExactly(Money.of("7.47", "USD"));
    }

    @Example
    void segments_without_an_end_days_that_run_backwards_and_mixed_currencies_are_refused() {
        Money dollars = Money.of("10", "USD");
        Segment first = monthly(MARCH, MARCH.plusDays(9), dollars, Billability.FULL);
        Segment second = monthly(MARCH.plusDays(9), APRIL, dollars, Billability.FULL);
        Segment euros = monthly(MARCH.plusDays(9), APRIL, Money.of("10", "EUR"), Billability.FULL);
        ProrationCalculator calculator = ProrationCalculator.ACTUAL_DAYS;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.owed(List.of(second, first)))
                .withMessage("from must be on or after 2026-04-01, was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.owed(List.of(first, euros)))
                .withMessage("currency must be USD in each segment, was EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.owed(List.of(first.with(1, MARCH, Optional.empty()))))
                .withMessage("to must be a day, was open in the segment from 2026-03-01");
    }

    private static List<Segment> cut(
            DayRange period,
            List<Integer> cuts,
            Money price,
            Billability billable,
            BillingCycle cycle,
            BillingAnchor anchor) {
        List<Segment> segments = new ArrayList<>();
        LocalDate from = period.from();
        for (LocalDate to : cuts.stream()
                .map(period.from()::plusDays)
                .filter(period.to()::isAfter)
                .distinct()
                .sorted()
                .toList()) {
            segments.add(segment(from, to, price, billable, cycle, anchor));
            from = to;
        }
        segments.add(segment(from, period.to(), price, billable, cycle, anchor));
        return segments;
    }

    private static long worth(ProrationCalculator calculator, LocalDate from, LocalDate to) {
        return switch (calculator) {
            case ACTUAL_DAYS -> ChronoUnit.DAYS.between(from, to);
            case THIRTY_360 ->
                360L * (to.getYear() - from.getYear())
                        + 30L * (to.getMonthValue() - from.getMonthValue())
                        + (to.getDayOfMonth() == 31 ? 30 : to.getDayOfMonth())
                        - (from.getDayOfMonth() == 31 ? 30 : from.getDayOfMonth());
        };
    }

    private static BigDecimal sum(List<Money> owed) {
        return owed.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Segment monthly(LocalDate from, LocalDate to, Money price, Billability billable) {
        return segment(from, to, price, billable, BillingCycle.MONTHLY, FIRST_OF_MONTH);
    }

    /** At a price that a discount brings down to this one. */
    private static Segment segment(
            LocalDate from, LocalDate to, Money price, Billability billable, BillingCycle cycle, BillingAnchor anchor) {
        return new Segment(
                contractId(1),
                1,
                from,
                Optional.of(to),
                customer(1),
                plan().id(),
                1,
                new Money(price.amount().add(OFF.off().amount()), price.currency()),
                cycle,
                anchor,
                billable,
                Segment.ACTIVE,
                Optional.empty(),
                List.of(OFF));
    }

    @Provide
    Arbitrary<BillingAnchor> anchors() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_500),
                        Arbitraries.integers().between(1, 31))
                .as((days, billingDay) ->
                        new BillingAnchor(LocalDate.of(2021, 1, 1).plusDays(days), billingDay));
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Money> prices = Arbitraries.integers()
                .between(0, 40_000)
                .map(quarters -> new Money(
                        BigDecimal.valueOf(quarters).multiply(new BigDecimal("0.125")),
                        Money.of("0", "USD").currency()));
        Arbitrary<Billability> shares = Arbitraries.oneOf(
                Arbitraries.of(Billability.FULL, Billability.NONE, Billability.percent(50)),
                Arbitraries.integers().between(0, 10_000).map(Billability::new));
        Arbitrary<BillingCycle> cycles = Arbitraries.frequency(
                Tuple.of(4, BillingCycle.MONTHLY),
                Tuple.of(1, BillingCycle.ANNUAL),
                Tuple.of(1, BillingCycle.QUARTERLY));
        return Combinators.combine(Arbitraries.integers().between(1, 70), prices, shares, cycles)
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
