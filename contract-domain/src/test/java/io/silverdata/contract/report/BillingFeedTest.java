package io.silverdata.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillingFeedTest {
    private static final ReportSettings SETTINGS = ReportSettings.in(Story.ZONE);
    private static final BillingFeed FEED = new BillingFeed(SETTINGS);

    private final Story story =
            new Story("2026-03-02T09:00", Story.ZONE).at("2026-03-05T09:00").serve();

    @Test
    void the_first_day_is_billed_and_the_last_is_not() {
        story.at("2026-04-10T23:00").cancel(CancellationReason.CUSTOMER_REQUEST);

        assertThat(rows()).containsExactly("2026-03-05 2026-04-10 100.00 % ACTIVE home-100");
    }

    @Test
    void a_paused_month_is_not_billed_after_the_pause() {
        story.at("2026-04-01T08:00")
                .pauseUntil("2026-05-01T00:00")
                .at("2026-05-01T00:00")
                .lift(SuspensionReason.CUSTOMER_REQUEST);

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-01 100.00 % ACTIVE home-100",
                        "2026-04-01 2026-05-01 0.00 % CUSTOMER_REQUEST home-100",
                        "2026-05-01 open 100.00 % ACTIVE home-100");
    }

    @Test
    void of_several_holds_the_one_counts_under_which_the_least_is_owed() {
        story.at("2026-04-01T08:00")
                .hold(Story.policy(SuspensionReason.ADMINISTRATIVE).withBillability(Billability.percent(40)))
                .at("2026-04-05T08:00")
                .hold(Story.policy(SuspensionReason.TECHNICAL).withBillability(Billability.percent(15)))
                .at("2026-04-09T08:00")
                .lift(SuspensionReason.ADMINISTRATIVE);

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-01 100.00 % ACTIVE home-100",
                        "2026-04-01 2026-04-05 40.00 % ADMINISTRATIVE home-100",
                        "2026-04-05 open 15.00 % TECHNICAL home-100");
    }

    @Test
    void a_day_with_two_plans_goes_to_the_plan_at_its_end() {
        story.at("2026-04-01T00:00")
                .plan(ContractFixtures.fasterPlan())
                .at("2026-04-07T23:59")
                .plan(ContractFixtures.plan());

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-01 100.00 % ACTIVE home-100",
                        "2026-04-01 2026-04-07 100.00 % ACTIVE home-300", "2026-04-07 open 100.00 % ACTIVE home-100");
    }

    @Test
    void a_hold_within_one_day_changes_nothing() {
        story.at("2026-04-01T08:00").cut().at("2026-04-01T20:00").lift(SuspensionReason.NON_PAYMENT);

        assertThat(rows()).containsExactly("2026-03-05 open 100.00 % ACTIVE home-100");
    }

    @Test
    void a_backdated_change_issues_the_segments_from_its_day_on_anew() {
        story.at("2026-04-01T08:00").plan(ContractFixtures.fasterPlan());
        long seen = story.contract().version();
        story.at("2026-04-20T08:00").backdated("2026-03-20T08:00", new Command.ChangePlan(ContractFixtures.plan()));

        List<Revision> revisions = FEED.revisions(story.events(), seen);

        assertThat(revisions).hasSize(1);
        assertThat(revisions.get(0).from()).contains(LocalDate.parse("2026-03-05"));
        assertThat(revisions.get(0).segments()).hasSize(1).first().satisfies(segment -> {
            assertThat(segment.version()).isEqualTo(seen + 1);
            assertThat(segment.to()).isEmpty();
        });
        assertThat(revisions.get(0).oneOffs()).isEmpty();
        assertThat(revisions.get(0).voided())
                .containsExactly(story.contract().id() + "/PLAN_CHANGE/" + seen);
    }

    @Test
    void facts_that_may_be_charged_once_are_told_with_their_day() {
        story.at("2026-04-01T08:00")
                .cut()
                .at("2026-04-03T08:00")
                .lift(SuspensionReason.NON_PAYMENT)
                .at("2026-04-05T08:00")
                .relocate()
                .at("2026-05-05T08:00")
                .cancel(CancellationReason.CUSTOMER_REQUEST);

        List<OneOff> facts = FEED.revisions(story.events(), 0).stream()
                .flatMap(revision -> revision.oneOffs().stream())
                .toList();

        assertThat(facts)
                .extracting(fact -> fact.kind() + " " + fact.day())
                .containsExactly(
                        "ACTIVATION 2026-03-05",
                        "RECONNECTION 2026-04-03",
                        "RELOCATION 2026-04-05",
                        "EARLY_TERMINATION 2026-05-05");
        // twelve months from 5 March
        assertThat(facts.get(3).remainingTermDays()).isEqualTo(304);
    }

    @Test
    void the_feed_of_a_month_is_cut_to_it() {
        DayRange april = new DayRange(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-05-01"));
        story.at("2026-04-10T23:00").transfer(99);

        assertThat(FEED.segments(story.events(), april))
                .extracting(segment -> segment.from() + " " + segment.to().orElseThrow() + " " + segment.holder())
                .containsExactly(
                        "2026-04-01 2026-04-10 " + ContractFixtures.customer(numberOf(story)),
                        "2026-04-10 2026-05-01 customer-99");
    }

    @Test
    void a_draft_has_no_segments_and_no_events_are_refused() {
        assertThat(FEED.segments(new Story("2026-03-02T09:00", Story.ZONE).events()))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEED.segments(List.of()))
                .withMessageContaining("ContractDrafted");
    }

    private static int numberOf(Story story) {
        return Integer.parseInt(story.contract().number().value().substring(2));
    }

    private List<String> rows() {
        return FEED.segments(story.events()).stream()
                .map(segment -> segment.from() + " "
                        + Optional.of(segment)
                                .flatMap(Segment::to)
                                .map(LocalDate::toString)
                                .orElse("open") + " "
                        + segment.billable() + " " + segment.cause() + " " + segment.plan())
                .toList();
    }
}
