package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.FIBRE_300;
import static io.silverdata.contract.model.Situations.FIBRE_50;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlanSnapshotTest {

    @Test
    void a_lower_rate_is_less_whatever_it_costs() {
        PlanSnapshot dear = plan("100", "USD", BillingCycle.MONTHLY, 50);

        assertThat(dear.isDowngradeFrom(FIBRE_100)).isTrue();
        assertThat(FIBRE_50.isDowngradeFrom(FIBRE_100)).isTrue();
    }

    @Test
    void a_higher_rate_is_not_less_however_cheap() {
        PlanSnapshot cheap = plan("1", "USD", BillingCycle.MONTHLY, 300);

        assertThat(cheap.isDowngradeFrom(FIBRE_100)).isFalse();
        assertThat(FIBRE_300.isDowngradeFrom(FIBRE_100)).isFalse();
    }

    @Test
    void at_one_rate_a_lower_price_per_month_is_less() {
        PlanSnapshot monthly = plan("25", "USD", BillingCycle.MONTHLY, 100);
        PlanSnapshot quarterly = plan("74.97", "USD", BillingCycle.QUARTERLY, 100);

        assertThat(quarterly.isDowngradeFrom(monthly)).isTrue();
        assertThat(monthly.isDowngradeFrom(quarterly)).isFalse();
    }

    @Test
    void the_same_price_per_month_is_not_less() {
        PlanSnapshot monthly = plan("25", "USD", BillingCycle.MONTHLY, 100);
        PlanSnapshot annual = plan("300", "USD", BillingCycle.ANNUAL, 100);

        assertThat(annual.isDowngradeFrom(monthly)).isFalse();
        assertThat(monthly.isDowngradeFrom(annual)).isFalse();
    }

    @Test
    void prices_in_two_currencies_are_not_compared() {
        PlanSnapshot dollars = plan("25", "USD", BillingCycle.MONTHLY, 100);
        PlanSnapshot pesos = plan("1", "COP", BillingCycle.MONTHLY, 100);

        assertThat(pesos.isDowngradeFrom(dollars)).isFalse();
        assertThat(plan("1", "COP", BillingCycle.MONTHLY, 50).isDowngradeFrom(dollars))
                .isTrue();
    }

    @Test
    void guards_its_ranges() {
        assertThat(with(0, "x", 120).minimumTermMonths()).isEqualTo(120);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(-1, "x", 0))
                .withMessage("version must be 0 to 2147483647, was \"-1\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(0, "", 0))
                .withMessage("name must be 1 to 128 characters without control characters, was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(0, "x", 121))
                .withMessage("minimumTermMonths must be 0 to 120, was \"121\"");
    }

    private static PlanSnapshot plan(String price, String currency, BillingCycle cycle, int megabits) {
        return new PlanSnapshot(
                new PlanId("P"),
                1,
                "Plan",
                Technology.GPON,
                Bandwidth.ofMbps(megabits),
                Bandwidth.ofMbps(megabits),
                Money.of(price, currency),
                cycle,
                new ProfileName("p"),
                new ProfileName("l"),
                0);
    }

    private static PlanSnapshot with(int version, String name, int termMonths) {
        return new PlanSnapshot(
                FIBRE_100.id(),
                version,
                name,
                FIBRE_100.technology(),
                FIBRE_100.download(),
                FIBRE_100.upload(),
                FIBRE_100.price(),
                FIBRE_100.cycle(),
                FIBRE_100.accessProfile(),
                FIBRE_100.lineProfile(),
                termMonths);
    }
}
