package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.FIBRE_300;
import static io.silverdata.contract.model.Situations.FIBRE_50;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
    void is_for_gpon_by_the_month_and_without_a_minimum_term_unless_told_otherwise() {
        PlanSnapshot plan = complete().build();

        assertThat(plan)
                .isEqualTo(new PlanSnapshot(
                        new PlanId("HOME-200"),
                        0,
                        "Home 200",
                        Technology.GPON,
                        new Rates(Bandwidth.ofMbps(200), Bandwidth.ofMbps(100)),
                        new PlanSnapshot.Price(Money.of("25.90", "USD"), BillingCycle.MONTHLY),
                        new PlanSnapshot.NetworkProfiles(new ProfileName("radius-200"), new ProfileName("olt-200")),
                        0));
        assertThat(plan.download()).isEqualTo(Bandwidth.ofMbps(200));
        assertThat(plan.upload()).isEqualTo(Bandwidth.ofMbps(100));
        assertThat(plan.accessProfile()).isEqualTo(new ProfileName("radius-200"));
        assertThat(plan.lineProfile()).isEqualTo(new ProfileName("olt-200"));
    }

    @Test
    void says_which_required_value_is_missing() {
        PlanSnapshot.Builder none = PlanSnapshot.builder(new PlanId("HOME-200"));
        PlanSnapshot.Builder most = PlanSnapshot.builder(new PlanId("HOME-200"))
                .name("Home 200")
                .download(Bandwidth.ofMbps(200))
                .upload(Bandwidth.ofMbps(100))
                .price(Money.of("25.90", "USD"))
                .accessProfile(new ProfileName("radius-200"));

        assertThatIllegalStateException().isThrownBy(none::build).withMessage("plan HOME-200: name is required");
        assertThatIllegalStateException().isThrownBy(most::build).withMessage("plan HOME-200: lineProfile is required");
    }

    @Test
    void refuses_a_value_where_it_is_set() {
        PlanSnapshot.Builder plan = complete();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.version(-1))
                .withMessage("version must be 0 to 2147483647, was \"-1\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.name(""))
                .withMessage(
                        "name must be 1 to 128 characters without control characters or lone surrogates, was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.minimumTermMonths(121))
                .withMessage("minimumTermMonths must be 0 to 120, was \"121\"");
        assertThat(plan.build()).isEqualTo(complete().build());
    }

    @Test
    void guards_its_ranges() {
        assertThat(with(0, "x", 120).minimumTermMonths()).isEqualTo(120);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(-1, "x", 0))
                .withMessage("version must be 0 to 2147483647, was \"-1\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(0, "", 0))
                .withMessage(
                        "name must be 1 to 128 characters without control characters or lone surrogates, was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(0, "x", 121))
                .withMessage("minimumTermMonths must be 0 to 120, was \"121\"");
    }

    private static PlanSnapshot.Builder complete() {
        return PlanSnapshot.builder(new PlanId("HOME-200"))
                .name("Home 200")
                .download(Bandwidth.ofMbps(200))
                .upload(Bandwidth.ofMbps(100))
                .price(Money.of("25.90", "USD"))
                .accessProfile(new ProfileName("radius-200"))
                .lineProfile(new ProfileName("olt-200"));
    }

    private static PlanSnapshot plan(String price, String currency, BillingCycle cycle, int megabits) {
        return PlanSnapshot.builder(new PlanId("P"))
                .version(1)
                .name("Plan")
                .download(Bandwidth.ofMbps(megabits))
                .upload(Bandwidth.ofMbps(megabits))
                .price(Money.of(price, currency))
                .cycle(cycle)
                .accessProfile(new ProfileName("p"))
                .lineProfile(new ProfileName("l"))
                .build();
    }

    private static PlanSnapshot with(int version, String name, int termMonths) {
        return new PlanSnapshot(
                FIBRE_100.id(),
                version,
                name,
                FIBRE_100.technology(),
                FIBRE_100.rates(),
                FIBRE_100.price(),
                FIBRE_100.profiles(),
                termMonths);
    }
}
