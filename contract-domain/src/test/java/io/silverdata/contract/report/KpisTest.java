package io.silverdata.contract.report;

import static io.silverdata.contract.model.CancellationReason.CUSTOMER_REQUEST;
import static io.silverdata.contract.model.CancellationReason.DECEASED_OR_LEGAL;
import static io.silverdata.contract.model.CancellationReason.NON_PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.CancellationReason.Category;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.testkit.ContractFixtures;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KpisTest {
    private static final ReportSettings SETTINGS = ReportSettings.in(Story.ZONE);
    private static final DayRange MARCH = days("2026-03-01", "2026-04-01");
    private static final DayRange APRIL = days("2026-04-01", "2026-05-01");

    private final List<List<RecordedEvent>> histories = new ArrayList<>();

    /** lifecycle.md, 3.10: 1,000 in the base, 30 cancel, 4 of them activated in the window; 6 move, 5 drafts are dropped. */
    @Test
    void the_worked_check_comes_out() {
        for (int n = 0; n < 1_000; n++) {
            Story story = story("2026-01-10T09:00").serve();
            if (n < 14) {
                story.at("2026-03-05T10:00").cancel(CUSTOMER_REQUEST);
            } else if (n < 26) {
                story.at("2026-03-20T10:00").cancel(NON_PAYMENT);
            } else if (n < 32) {
                story.at("2026-03-07T10:00").relocate();
            }
            tell(story);
        }
        for (int n = 0; n < 4; n++) {
            tell(story("2026-03-02T09:00").serve().at("2026-03-28T10:00").cancel(CUSTOMER_REQUEST));
        }
        for (int n = 0; n < 5; n++) {
            tell(story("2026-03-02T09:00").at("2026-03-08T10:00").cancel(CUSTOMER_REQUEST));
        }
        for (int n = 0; n < 3; n++) {
            tell(Story.wonBack(histories.get(n), "2026-04-03T09:00").serve());
        }

        KpiReport report = march();

        assertThat(report.base()).isEqualTo(1_000);
        assertThat(report.churn().total()).isEqualTo(26);
        assertThat(report.churn().early()).isEqualTo(4);
        assertThat(report.churn().wonBack()).isEqualTo(3);
        assertThat(report.churn().rate(ChurnBase.START)).hasToString("2.60 %");
        assertThat(report.churn().voluntary(ChurnBase.START)).hasToString("1.40 %");
        assertThat(report.churn().involuntary(ChurnBase.START)).hasToString("1.20 %");
        assertThat(report.churn().net(ChurnBase.START)).hasToString("2.30 %");
        assertThat(report.churn().finalFrom()).isEqualTo("2026-05-01");
        assertThat(report.baseAtEnd()).isEqualTo(974);
        assertThat(report.churn().rate(ChurnBase.AVERAGE)).isEqualTo(Ratio.of(52, 1_974));
        assertThat(report.provisioning().abandoned()).isEqualTo(5);
    }

    @Test
    void who_comes_back_too_late_was_lost() {
        tell(story("2026-01-10T09:00").serve().at("2026-03-05T10:00").cancel(CUSTOMER_REQUEST));
        tell(Story.wonBack(histories.get(0), "2026-04-05T09:00").serve());

        assertThat(march().churn().wonBack()).isZero();
        assertThat(kpis().report(MARCH, KpiOptions.defaults().withWinBackDays(31))
                        .churn()
                        .wonBack())
                .isEqualTo(1);
    }

    @Test
    void a_base_of_zero_is_undefined() {
        KpiReport report = march();

        assertThat(report.churn().rate(ChurnBase.START).value()).isEmpty();
        assertThat(report.churn().rate(ChurnBase.AVERAGE)).hasToString("undefined");
        assertThat(report.reconnections().rate().value()).isEmpty();
        assertThat(report.collection().suspension().value()).isEmpty();
        assertThat(report.provisioning().mean()).isEmpty();
        assertThat(report.provisioning().rightFirstTime().value()).isEmpty();
        assertThat(report.ports().occupancy(0).value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // the day on which clocks go forward in Madrid has 23 hours, the one on which they go back 25
        "2026-03-29T00:00:00, 1, 0",
        "2026-03-29T23:59:59, 1, 0",
        "2026-03-30T00:00:00, 0, 1",
        "2026-03-28T23:59:59, 0, 0",
    })
    void a_window_of_one_day_is_that_day_in_the_operators_zone(String time, int onTheDay, int onTheNext) {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        tell(new Story("2026-01-10T09:00", madrid).serve().at(time).cancel(CUSTOMER_REQUEST));
        Kpis kpis = Kpis.of(histories, ReportSettings.in(madrid));

        assertThat(kpis.report(days("2026-03-29", "2026-03-30"), KpiOptions.defaults())
                        .churn()
                        .total())
                .isEqualTo(onTheDay);
        assertThat(kpis.report(days("2026-03-30", "2026-03-31"), KpiOptions.defaults())
                        .churn()
                        .total())
                .isEqualTo(onTheNext);
    }

    @Test
    void a_contract_taken_over_from_another_system_is_not_in_the_time_to_provision() {
        tell(story("2026-03-02T09:00").activate().at("2026-03-03T09:00").confirm());
        tell(Story.takenOver("2016-03-02T09:00")
                .at("2026-03-04T09:00")
                .activate()
                .confirm());

        KpiReport report = march();

        assertThat(report.provisioning().served()).isEqualTo(1);
        assertThat(report.provisioning().mean()).contains(Duration.ofHours(24));
        assertThat(report.baseAtEnd()).isEqualTo(2);
    }

    @Test
    void the_day_of_25_hours_has_them_all() {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        Story story = new Story("2026-10-25T00:30", madrid);
        // 00:30 to 23:30 on the wall, 24 hours in between
        tell(story.activate().at("2026-10-25T23:30").confirm());

        KpiReport.Provisioning provisioning = Kpis.of(histories, ReportSettings.in(madrid))
                .report(days("2026-10-25", "2026-10-26"), KpiOptions.defaults())
                .provisioning();

        assertThat(provisioning.mean()).contains(Duration.ofHours(24));
    }

    @Test
    void reasons_that_do_not_count_are_no_churn() {
        tell(story("2026-01-10T09:00").serve().at("2026-03-05T10:00").cancel(DECEASED_OR_LEGAL));

        assertThat(march().churn().total()).isZero();
        assertThat(march().churn().uncounted()).isEqualTo(1);
        assertThat(march().baseAtEnd()).isZero();
    }

    @Test
    void churn_by_category_adds_up() {
        tell(story("2026-01-10T09:00").serve().at("2026-03-05T10:00").cancel(CUSTOMER_REQUEST));
        tell(story("2026-01-10T09:00").serve().at("2026-03-05T10:00").cancel(NON_PAYMENT));

        assertThat(march().churn().byCategory())
                .containsEntry(Category.CUSTOMER, 1L)
                .containsEntry(Category.NON_PAYMENT, 1L)
                .containsEntry(Category.PROVIDER, 0L);
    }

    @Test
    void revenue_is_of_a_year_in_each_currency() {
        // 24.90 and 34.90 a month; the second moves to the cheaper plan in March
        tell(story("2026-01-10T09:00").serve().at("2026-03-05T10:00").cancel(CUSTOMER_REQUEST));
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-02-10T09:00")
                .plan(ContractFixtures.fasterPlan())
                .at("2026-03-10T09:00")
                .plan(ContractFixtures.plan()));

        KpiReport.Revenue revenue = Optional.ofNullable(march().revenue().get(Currency.getInstance("USD")))
                .orElseThrow();

        assertThat(revenue)
                .isEqualTo(new KpiReport.Revenue(
                        new BigDecimal("717.6"), new BigDecimal("298.8"), BigDecimal.valueOf(120)));
        assertThat(revenue.churn()).hasToString("41.64 %");
        assertThat(revenue.contraction()).hasToString("16.72 %");
    }

    /** At the price of then the base has lost a third; at the price at the end it had lost more than all. */
    @Test
    void who_moved_to_a_dearer_plan_before_the_end_is_lost_at_the_price_of_the_beginning() {
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-05T09:00")
                .plan(ContractFixtures.fasterPlan())
                .at("2026-03-20T10:00")
                .cancel(CUSTOMER_REQUEST));

        KpiReport.Revenue revenue = Optional.ofNullable(march().revenue().get(Currency.getInstance("USD")))
                .orElseThrow();

        assertThat(revenue.churn()).hasToString("100.00 %");
        assertThat(revenue.contraction()).hasToString("0.00 %");
    }

    @Test
    void down_and_up_again_within_the_window_or_the_day_is_no_contraction() {
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-02-10T09:00")
                .plan(ContractFixtures.fasterPlan())
                .at("2026-03-10T09:00")
                .plan(ContractFixtures.plan())
                .at("2026-03-10T15:00")
                .plan(ContractFixtures.fasterPlan()));

        assertThat(march().revenue().values())
                .allMatch(revenue -> revenue.contracted().signum() == 0);
    }

    @Test
    void who_was_not_yet_live_when_the_window_began_is_in_no_share_of_the_suspended() {
        tell(story("2026-01-10T09:00").serve());
        tell(story("2026-03-02T09:00").serve().at("2026-03-12T09:00").cut());
        tell(story("2026-03-02T09:00").serve().at("2026-03-12T09:00").cut());

        assertThat(march().collection().contracts()).isEqualTo(2);
        assertThat(march().collection().suspension()).isEqualTo(Ratio.of(0, 1));
    }

    @Test
    void time_to_provision_stops_when_the_network_confirms() {
        tell(story("2026-03-02T09:00")
                .at("2026-03-03T09:00")
                .activate()
                .at("2026-03-03T10:00")
                .confirm());
        tell(story("2026-03-02T09:00")
                .at("2026-03-06T09:00")
                .activate()
                .at("2026-03-06T10:00")
                .confirm());
        tell(story("2026-03-02T09:00").at("2026-03-04T09:00").activate());
        tell(story("2026-03-02T09:00")
                .at("2026-03-04T09:00")
                .activate()
                .fail(new ProvisioningFailure("TIMEOUT", "no answer")));
        tell(story("2026-03-02T09:00"));

        KpiReport.Provisioning drafted = march().provisioning();
        KpiReport.Provisioning activated = kpis().report(
                        MARCH, KpiOptions.defaults().withClockStart(ClockStart.ACTIVATED))
                .provisioning();

        assertThat(drafted.served()).isEqualTo(2);
        assertThat(drafted.mean()).contains(Duration.ofHours((25 + 97) / 2));
        assertThat(drafted.p50()).contains(Duration.ofHours(25));
        assertThat(drafted.p80()).contains(Duration.ofHours(97));
        assertThat(drafted.open()).isEqualTo(3);
        assertThat(drafted.givenUp()).isEqualTo(1);
        assertThat(drafted.rightFirstTime()).isEqualTo(Ratio.of(2, 2));
        assertThat(activated.mean()).contains(Duration.ofHours(1));
    }

    /** Ordered on Friday at 16:00, in service on Monday at 9:00; the customer had it wait for the last of these hours. */
    @Test
    void in_business_hours_a_weekend_is_no_part_of_the_time_to_provision() {
        ReportSettings settings = SETTINGS.withBusinessHours(BusinessHours.named("office", Story.ZONE)
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(12, 0))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(13, 0), LocalTime.of(17, 0))
                .closedOn(LocalDate.parse("2026-03-09")::equals));
        tell(story("2026-03-06T16:00")
                .pauseUntil("2026-03-06T16:30")
                .at("2026-03-06T16:30")
                .lift(SuspensionReason.CUSTOMER_REQUEST)
                .at("2026-03-10T09:00")
                .activate()
                .confirm());
        Kpis kpis = Kpis.of(histories, settings);

        KpiReport.Provisioning elapsed =
                kpis.report(MARCH, KpiOptions.defaults()).provisioning();
        KpiReport.Provisioning worked =
                kpis.report(MARCH, KpiOptions.defaults().withBusinessHours()).provisioning();

        assertThat(elapsed.mean()).contains(Duration.ofHours(4 * 24 - 7).minusMinutes(30));
        assertThat(worked.mean()).contains(Duration.ofMinutes(90));
        assertThat(worked.p90()).contains(Duration.ofMinutes(90));
        assertThat(worked.served()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kpis().report(MARCH, KpiOptions.defaults().withBusinessHours()))
                .withMessage("businessHours must be false, or a calendar in the settings of the reports");
    }

    @Test
    void percentiles_are_by_nearest_rank() {
        for (int hours = 1; hours <= 10; hours++) {
            tell(story("2026-03-02T00:00")
                    .activate()
                    .later(Duration.ofHours(hours))
                    .confirm());
        }

        assertThat(march().provisioning().p50()).contains(Duration.ofHours(5));
        assertThat(march().provisioning().p80()).contains(Duration.ofHours(8));
        assertThat(march().provisioning().p90()).contains(Duration.ofHours(9));
    }

    @Test
    void what_the_customer_had_wait_is_taken_out_once() {
        tell(story("2026-03-02T09:00")
                .at("2026-03-03T09:00")
                .pauseUntil("2026-03-05T09:00")
                .at("2026-03-06T09:00")
                .lift(SuspensionReason.CUSTOMER_REQUEST)
                .activate()
                .later(Duration.ofHours(2))
                .confirm());

        assertThat(march().provisioning().mean()).contains(Duration.ofHours(24 + 2));
    }

    @Test
    void a_reconnection_is_the_end_of_a_suspension_for_debt() {
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .cut()
                .at("2026-03-04T09:00")
                .lift(SuspensionReason.NON_PAYMENT)
                .later(Duration.ofMinutes(3))
                .confirm()
                .at("2026-03-12T09:00")
                .cut()
                .at("2026-03-14T09:00")
                .lift(SuspensionReason.NON_PAYMENT));
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .pauseUntil("2026-03-20T09:00")
                .at("2026-03-20T10:00")
                .lift(SuspensionReason.CUSTOMER_REQUEST));
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .cut()
                .hold(SuspensionReason.TECHNICAL)
                .at("2026-03-04T09:00")
                .lift(SuspensionReason.NON_PAYMENT));

        KpiReport report = march();

        assertThat(report.reconnections())
                .isEqualTo(new KpiReport.Reconnections(2, Ratio.of(2, 3), 1, 1, Optional.of(Duration.ofMinutes(3)), 1));
        assertThat(report.collection())
                .isEqualTo(new KpiReport.Collection(
                        3, 2, Ratio.of(2, 3), 3, Ratio.of(3, 3), LocalDate.parse("2026-05-01")));
        assertThat(report.suspendedAtEnd()).isEqualTo(1);
    }

    @Test
    void a_cut_that_ends_with_the_contract_is_not_cured() {
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .cut()
                .at("2026-03-04T09:00")
                .cancel(NON_PAYMENT));

        assertThat(march().collection().cuts()).isEqualTo(1);
        assertThat(march().collection().cured()).isZero();
    }

    @Test
    void reservations_that_run_out_are_counted() {
        tell(story("2026-03-02T09:00")
                .reserveUntil("2026-03-09T09:00")
                .at("2026-03-09T10:00")
                .expire());
        tell(story("2026-03-02T09:00").reserveUntil("2026-03-09T09:00"));

        assertThat(march().reservations()).isEqualTo(new KpiReport.Reservations(2, 1, Ratio.of(1, 2)));
    }

    @Test
    void outputs_that_are_still_configured_become_ghosts() {
        tell(story("2026-01-10T09:00").serve().at("2026-02-05T10:00").cancel(CUSTOMER_REQUEST));
        tell(story("2026-01-10T09:00").serve().at("2026-03-25T10:00").cancel(CUSTOMER_REQUEST));
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-02-05T10:00")
                .cancel(CUSTOMER_REQUEST)
                .at("2026-02-06T10:00")
                .confirm());
        tell(story("2026-01-10T09:00").serve());

        assertThat(march().ports()).isEqualTo(new KpiReport.Ports(1, 2, 1));
        assertThat(march().ports().occupancy(64)).isEqualTo(Ratio.of(1, 64));
    }

    @Test
    void drift_lasts_from_the_finding_to_the_repair() {
        Drift drift = new Drift(Drift.Kind.MISSING, "no such subscriber");
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .take(new Command.ReportDrift(NetworkTarget.ACCESS, drift))
                .at("2026-03-02T13:00")
                .confirm());
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-30T09:00")
                .take(new Command.ReportDrift(NetworkTarget.LINE, drift)));

        assertThat(march().drift())
                .isEqualTo(new KpiReport.Drift(1, Ratio.of(1, 2), 1, Optional.of(Duration.ofHours(4))));
        assertThat(kpis().report(APRIL, KpiOptions.defaults()).drift().repaired())
                .isZero();
    }

    @Test
    void a_backdated_cancellation_counts_in_the_month_in_which_it_takes_effect() {
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-04-02T10:00")
                .backdated("2026-03-31T10:00", new Command.Cancel(CUSTOMER_REQUEST, Optional.empty())));

        assertThat(march().churn().total()).isEqualTo(1);
        assertThat(kpis().report(APRIL, KpiOptions.defaults()).churn().total()).isZero();
    }

    /** The preset ladder slows down first: 22 days of that are no cut, and nobody is reconnected. */
    @ParameterizedTest
    @EnumSource(names = {"NONE", "THROTTLE"})
    void a_debtor_who_surfs_slowly_is_not_cut_and_does_not_come_back(Enforcement level) {
        Story slow = story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .cut(level)
                .at("2026-03-24T09:00")
                .lift(SuspensionReason.NON_PAYMENT)
                .confirm();
        tell(slow);

        KpiReport report = march();

        assertThat(report.collection().cuts()).isZero();
        assertThat(report.reconnections().count()).isZero();
        assertThat(report.reconnections().others()).isZero();
        assertThat(report.throttling().total()).isEqualTo(level == Enforcement.THROTTLE ? 1 : 0);
        assertThat(report.throttling().lasting()).isZero();
        assertThat(new BillingFeed(SETTINGS).segments(slow.events()))
                .allMatch(segment -> segment.billable().equals(Billability.FULL));
        assertThat(new BillingFeed(SETTINGS).oneOffs(slow.events()))
                .extracting(OneOff::kind)
                .containsExactly(OneOff.Kind.ACTIVATION);
    }

    @Test
    void a_cut_begins_and_ends_with_the_level_of_its_hold() {
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .cut(Enforcement.THROTTLE)
                .at("2026-03-09T09:00")
                .take(new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.CAPTIVE))
                .at("2026-03-11T09:00")
                .take(new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.HARD_BLOCK))
                .at("2026-03-20T09:00")
                .take(new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.THROTTLE))
                .later(Duration.ofMinutes(2))
                .confirm()
                .at("2026-03-28T09:00")
                .lift(SuspensionReason.NON_PAYMENT));

        KpiReport report = march();

        assertThat(report.collection().cuts()).isEqualTo(1);
        assertThat(report.collection().cured()).isEqualTo(1);
        assertThat(report.throttling().byCategory())
                .containsEntry(SuspensionReason.Category.NON_PAYMENT, 2L)
                .containsEntry(SuspensionReason.Category.FAIR_USE, 0L);
        assertThat(report.reconnections())
                .isEqualTo(new KpiReport.Reconnections(1, Ratio.of(1, 1), 0, 1, Optional.of(Duration.ofMinutes(2)), 0));
    }

    @Test
    void a_hold_that_is_annulled_back_to_its_start_was_no_cut() {
        Story annulled = story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .cut()
                .at("2026-03-04T09:00")
                .backdated("2026-03-02T09:00", new Command.LiftHold(SuspensionReason.NON_PAYMENT));
        tell(annulled);

        assertThat(march().collection().cuts()).isZero();
        assertThat(march().reconnections().count()).isZero();
        assertThat(new BillingFeed(SETTINGS).oneOffs(annulled.events()))
                .extracting(OneOff::kind)
                .containsExactly(OneOff.Kind.ACTIVATION);
    }

    @Test
    void cut_and_lifted_in_the_morning_and_cancelled_at_noon_is_a_cut_that_was_cured_and_a_reconnection() {
        tell(story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T08:00")
                .cut()
                .at("2026-03-02T10:00")
                .lift(SuspensionReason.NON_PAYMENT)
                .at("2026-03-02T12:00")
                .cancel(CUSTOMER_REQUEST));

        assertThat(march().collection().cuts()).isEqualTo(1);
        assertThat(march().collection().cured()).isEqualTo(1);
        assertThat(march().reconnections().count()).isEqualTo(1);
    }

    @Test
    void a_lift_after_the_end_of_the_contract_cures_nothing_and_reconnects_nobody() {
        Story ended = story("2026-01-10T09:00")
                .serve()
                .at("2026-03-02T09:00")
                .cut()
                .at("2026-03-10T09:00")
                .lift(SuspensionReason.NON_PAYMENT);
        long told = ended.contract().version();
        tell(ended.at("2026-03-12T09:00")
                .backdated("2026-03-08T09:00", new Command.Cancel(CUSTOMER_REQUEST, Optional.empty())));

        assertThat(march().collection().cuts()).isEqualTo(1);
        assertThat(march().collection().cured()).isZero();
        assertThat(march().reconnections().count()).isZero();
        assertThat(new BillingFeed(SETTINGS).revisions(ended.events(), told))
                .flatExtracting(Revision::voided)
                .containsExactly(ended.contract().id() + "/RECONNECTION/" + told);
    }

    /** Debt from the 1st, an outage from the 5th to the 10th; on the 12th the debt is lifted as of the 7th. */
    @Test
    void service_comes_back_with_the_last_of_its_holds_whatever_the_order_of_recording() {
        Story late = story("2026-01-10T09:00")
                .serve()
                .at("2026-03-01T09:00")
                .cut()
                .at("2026-03-05T09:00")
                .hold(SuspensionReason.TECHNICAL)
                .at("2026-03-10T09:00")
                .lift(SuspensionReason.TECHNICAL)
                .at("2026-03-12T09:00")
                .backdated("2026-03-07T09:00", new Command.LiftHold(SuspensionReason.NON_PAYMENT));
        tell(late);

        assertThat(march().reconnections().count()).isZero();
        assertThat(march().reconnections().others()).isEqualTo(1);
        assertThat(Kpis.spans(late.events(), SETTINGS))
                .filteredOn(span -> span.kind() == Span.Kind.RECONNECTED)
                .extracting(span -> span.from() + " " + span.to().orElseThrow())
                .containsExactly("2026-03-01 2026-03-10");
        assertThat(march().collection().cured()).isEqualTo(1);
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiOptions.defaults().withCureDays(-1))
                .withMessage("cureDays must be 0 to 3650, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiOptions.defaults().withWinBackDays(3_651))
                .withMessageContaining("3651");
        assertThatIllegalArgumentException().isThrownBy(() -> days("2026-04-01", "2026-04-01"));
    }

    private static Story story(String drafted) {
        return new Story(drafted, Story.ZONE);
    }

    private void tell(Story story) {
        histories.add(story.events());
    }

    private Kpis kpis() {
        return Kpis.of(histories, SETTINGS);
    }

    private KpiReport march() {
        return kpis().report(MARCH, KpiOptions.defaults());
    }

    private static DayRange days(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
