package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BillingCycleProperties {

    @Property(tries = 5_000)
    void the_next_period_starts_on_the_earliest_fitting_day_after_the_date(
            @ForAll BillingCycle cycle,
            @ForAll("days") LocalDate anchor,
            @ForAll @IntRange(min = 1, max = 31) int billingDay,
            @ForAll("days") LocalDate date) {
        LocalDate start = cycle.nextStart(anchor, billingDay, date);

        assertThat(start).isEqualTo(searched(cycle, anchor, billingDay, date));
    }

    @Property(tries = 5_000)
    void each_day_belongs_to_one_period_and_the_next_begins_where_it_ends(
            @ForAll BillingCycle cycle,
            @ForAll("days") LocalDate anchorDay,
            @ForAll @IntRange(min = 1, max = 31) int billingDay,
            @ForAll("days") LocalDate day) {
        BillingAnchor anchor = new BillingAnchor(anchorDay, billingDay);

        DayRange period = cycle.period(anchor, day);

        assertThat(day).isAfterOrEqualTo(period.from()).isBefore(period.to());
        assertThat(cycle.period(anchor, period.from())).isEqualTo(period);
        assertThat(cycle.period(anchor, period.to().minusDays(1))).isEqualTo(period);
        assertThat(cycle.period(anchor, period.to()).from()).isEqualTo(period.to());
        assertThat(period.from().plusMonths(cycle.months()).getMonth())
                .isEqualTo(period.to().getMonth());
    }

    @Example
    void the_day_on_which_a_period_starts_belongs_to_it() {
        LocalDate start = BillingCycle.QUARTERLY.nextStart(LocalDate.of(2026, 1, 31), 5, LocalDate.of(2026, 4, 5));

        assertThat(start).isEqualTo(LocalDate.of(2026, 7, 5));
    }

    @Example
    void the_31st_is_the_last_day_of_a_shorter_month_and_the_31st_again_after_it() {
        BillingAnchor anchor = new BillingAnchor(LocalDate.of(2026, 1, 31), 31);

        assertThat(BillingCycle.MONTHLY.period(anchor, LocalDate.of(2026, 2, 27)))
                .isEqualTo(new DayRange(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28)));
        assertThat(BillingCycle.MONTHLY.period(anchor, LocalDate.of(2026, 2, 28)))
                .isEqualTo(new DayRange(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31)));
        assertThat(BillingCycle.MONTHLY
                        .period(anchor, LocalDate.of(2028, 2, 29))
                        .from())
                .isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Example
    void the_lengths_are_whole_months() {
        assertThat(BillingCycle.values()).extracting(BillingCycle::months).containsExactly(1, 2, 3, 6, 12);
    }

    @Example
    void no_month_has_a_32nd() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.MONTHLY.nextStart(day, 32, day))
                .withMessage("billingDay must be 1 to 31, was \"32\"");
        assertThatIllegalArgumentException().isThrownBy(() -> BillingCycle.MONTHLY.nextStart(day, 0, day));
    }

    /** Looks at one day after the other. */
    private static LocalDate searched(BillingCycle cycle, LocalDate anchor, int billingDay, LocalDate date) {
        return date.plusDays(1)
                .datesUntil(date.plusYears(2))
                .filter(day -> day.getDayOfMonth()
                        == Math.min(billingDay, YearMonth.from(day).lengthOfMonth()))
                .filter(day -> (monthOf(day) - monthOf(anchor)) % cycle.months() == 0)
                .findFirst()
                .orElseThrow();
    }

    private static int monthOf(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(-1_500, 1_500)
                .map(days -> LocalDate.of(2026, 2, 14).plusDays(days));
    }
}
