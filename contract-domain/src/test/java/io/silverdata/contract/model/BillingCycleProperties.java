package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BillingCycleProperties {

    @Property
    void the_next_period_starts_on_the_earliest_fitting_day_after_the_date(
            @ForAll BillingCycle cycle,
            @ForAll("days") LocalDate anchor,
            @ForAll @IntRange(min = 1, max = 28) int billingDay,
            @ForAll("days") LocalDate date) {
        LocalDate start = cycle.nextStart(anchor, billingDay, date);

        assertThat(start).isEqualTo(searched(cycle, anchor, billingDay, date));
    }

    @Example
    void the_day_on_which_a_period_starts_belongs_to_it() {
        LocalDate start = BillingCycle.QUARTERLY.nextStart(LocalDate.of(2026, 1, 31), 5, LocalDate.of(2026, 4, 5));

        assertThat(start).isEqualTo(LocalDate.of(2026, 7, 5));
    }

    @Example
    void the_lengths_are_whole_months() {
        assertThat(BillingCycle.values()).extracting(BillingCycle::months).containsExactly(1, 2, 3, 6, 12);
    }

    @Example
    void the_billing_day_is_in_every_month() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.MONTHLY.nextStart(day, 29, day))
                .withMessage("billingDay must be 1 to 28, was \"29\"");
        assertThatIllegalArgumentException().isThrownBy(() -> BillingCycle.MONTHLY.nextStart(day, 0, day));
    }

    /** Looks at one day after the other. */
    private static LocalDate searched(BillingCycle cycle, LocalDate anchor, int billingDay, LocalDate date) {
        return date.plusDays(1)
                .datesUntil(date.plusYears(2))
                .filter(day -> day.getDayOfMonth() == billingDay)
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
