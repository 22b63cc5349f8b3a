package io.silverdata.contract.report;

import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProrationCalculatorProperties {
    private static final DayRange MARCH = month(2026, 3);

    @Property
    void the_parts_of_a_whole_cycle_add_up_to_the_price(
            @ForAll ProrationCalculator calculator,
            @ForAll @IntRange(min = 0, max = 99_999_999) int cents,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll Set<@IntRange(min = 1, max = 27) Integer> cuts) {
        DayRange cycle = month(2024, month);
        Money price =
                new Money(BigDecimal.valueOf(cents, 2), Money.of("0", "USD").currency());

        List<Money> owed = calculator.owed(segments(cycle, cuts, price), cycle);

        assertThat(owed).hasSize(cuts.size() + 1);
        assertThat(new Money(
                        owed.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add), price.currency()))
                .isEqualTo(price);
    }

    @Example
    void a_third_of_march_is_ten_of_31_days_or_ten_of_30() {
        List<Segment> segments = segments(MARCH, Set.of(10), Money.of("31", "USD"));

        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(segments, MARCH))
                .containsExactly(Money.of("10", "USD"), Money.of("21", "USD"));
        assertThat(ProrationCalculator.THIRTY_360.owed(segments, MARCH))
                .containsExactly(Money.of("10.33", "USD"), Money.of("20.67", "USD"));
    }

    @Example
    void a_share_of_the_price_is_a_share_of_the_days() {
        Segment held = segment(MARCH.from(), MARCH.to(), Money.of("24.90", "USD"), Billability.percent(30));

        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(List.of(held), MARCH)).containsExactly(Money.of("7.47", "USD"));
    }

    @Example
    void days_outside_the_cycle_days_that_run_backwards_and_mixed_currencies_are_refused() {
        Money dollars = Money.of("10", "USD");
        Segment first = segment(MARCH.from(), MARCH.from().plusDays(9), dollars, Billability.FULL);
        Segment second = segment(MARCH.from().plusDays(9), MARCH.to(), dollars, Billability.FULL);
        Segment euros = segment(MARCH.from().plusDays(9), MARCH.to(), Money.of("10", "EUR"), Billability.FULL);
        Segment late = segment(MARCH.from(), MARCH.to().plusDays(1), dollars, Billability.FULL);
        ProrationCalculator calculator = ProrationCalculator.ACTUAL_DAYS;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.owed(List.of(second, first), MARCH))
                .withMessage("from must be on or after 2026-04-01, was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.owed(List.of(first, euros), MARCH))
                .withMessage("currency must be USD in each segment, was EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.owed(List.of(late), MARCH))
                .withMessage("to must be on or before 2026-04-01, was 2026-04-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.owed(List.of(first.with(1, MARCH.from(), Optional.empty())), MARCH))
                .withMessageContaining("was open");
    }

    private static List<Segment> segments(DayRange cycle, Set<Integer> cuts, Money price) {
        List<Segment> segments = new ArrayList<>();
        LocalDate from = cycle.from();
        for (int cut : new TreeSet<>(cuts)) {
            LocalDate to = cycle.from().plusDays(cut);
            segments.add(segment(from, to, price, Billability.FULL));
            from = to;
        }
        segments.add(segment(from, cycle.to(), price, Billability.FULL));
        assertThat(segments.stream()
                        .mapToLong(part ->
                                ChronoUnit.DAYS.between(part.from(), part.to().orElseThrow()))
                        .sum())
                .isEqualTo(cycle.length());
        return segments;
    }

    private static Segment segment(LocalDate from, LocalDate to, Money price, Billability billable) {
        return new Segment(
                contractId(1),
                1,
                from,
                Optional.of(to),
                customer(1),
                plan().id(),
                1,
                price,
                BillingCycle.MONTHLY,
                billable,
                Segment.ACTIVE);
    }

    private static DayRange month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new DayRange(first, first.plusMonths(1));
    }
}
