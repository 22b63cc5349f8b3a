package io.silverdata.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.BillingPeriod;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.SuspensionPolicy;
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
    void an_add_on_has_segments_of_its_own_on_its_days() {
        AddOn television = ContractFixtures.addOns().get(1);
        story.at("2026-04-10T08:00")
                .take(new Command.AddAddOn(television))
                .at("2026-05-02T08:00")
                .plan(ContractFixtures.fasterPlan())
                .at("2026-06-15T08:00")
                .take(new Command.RemoveAddOn(television.id()));

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-05-02 100.00 % ACTIVE home-100",
                        "2026-04-10 2026-05-02 100.00 % ACTIVE iptv",
                        "2026-05-02 open 100.00 % ACTIVE home-300",
                        "2026-05-02 2026-06-15 100.00 % ACTIVE iptv");
        Segment segment = FEED.segments(story.events()).get(1);
        assertThat(segment.price()).isEqualTo(television.price().amount());
        assertThat(segment.plan()).isEqualTo(ContractFixtures.plan().id());
        assertThat(segment.id()).endsWith("/iptv");
        assertThat(segment.anchor().day()).isEqualTo(LocalDate.parse("2026-04-10"));
    }

    @Test
    void while_the_service_is_cut_each_add_on_is_owed_by_its_own_rule() {
        ContractFixtures.addOns().forEach(addOn -> story.at("2026-04-01T08:00").take(new Command.AddAddOn(addOn)));
        story.at("2026-04-10T08:00")
                .hold(Story.policy(SuspensionReason.TECHNICAL).withBillability(Billability.percent(40)));

        assertThat(rows().stream().filter(row -> row.startsWith("2026-04-10")))
                .containsExactly(
                        "2026-04-10 open 40.00 % TECHNICAL home-100",
                        "2026-04-10 open 40.00 % TECHNICAL iptv",
                        "2026-04-10 open 0.00 % TECHNICAL static-ip",
                        "2026-04-10 open 40.00 % TECHNICAL vlan-2");
        assertThat(rows()).contains("2026-04-01 open 100.00 % ACTIVE telephone");
    }

    @Test
    void what_begins_on_the_day_of_a_change_is_told_again_with_it() {
        story.at("2026-04-01T08:00").plan(ContractFixtures.fasterPlan());
        long seen = story.contract().version();
        story.take(new Command.AddAddOn(ContractFixtures.addOns().get(0)));

        Revision revision = FEED.revisions(story.events(), seen).get(0);

        assertThat(revision.from()).contains(LocalDate.parse("2026-04-01"));
        assertThat(revision.segments())
                .extracting(segment -> segment.addOn().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void a_yearly_add_on_is_counted_from_its_first_day_and_prorated_beside_the_plan() {
        AddOn address = ContractFixtures.addOns().get(3);
        story.at("2026-04-15T08:00").take(new Command.AddAddOn(address));
        List<Segment> april = FEED.segments(
                story.events(), new DayRange(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-05-01")));

        assertThat(april.get(1).period(LocalDate.parse("2026-04-20")).to())
                .isEqualTo(april.get(1)
                        .period(LocalDate.parse("2026-04-20"))
                        .from()
                        .plusYears(1));
        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(april)).hasSize(2);
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
        assertThat(revisions.get(0).voided()).containsExactly(story.contract().id() + "/PLAN_CHANGE/" + seen);
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
    void a_day_is_billed_by_how_strict_the_hold_is_at_its_end() {
        story.at("2026-04-01T08:00")
                .cut(Enforcement.THROTTLE)
                .at("2026-04-08T08:00")
                .take(new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.CAPTIVE))
                .at("2026-04-15T08:00")
                .take(new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.HARD_BLOCK))
                .at("2026-04-22T08:00")
                .lift(SuspensionReason.NON_PAYMENT);

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-01 100.00 % ACTIVE home-100",
                        "2026-04-01 2026-04-15 100.00 % NON_PAYMENT home-100",
                        "2026-04-15 2026-04-22 0.00 % NON_PAYMENT home-100",
                        "2026-04-22 open 100.00 % ACTIVE home-100");
    }

    @Test
    void a_level_that_is_written_down_late_counts_from_its_own_day() {
        story.at("2026-04-01T08:00")
                .cut(Enforcement.HARD_BLOCK)
                .at("2026-04-22T08:00")
                .backdated(
                        "2026-04-11T08:00",
                        new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.THROTTLE));

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-01 100.00 % ACTIVE home-100",
                        "2026-04-01 2026-04-11 0.00 % NON_PAYMENT home-100",
                        "2026-04-11 open 100.00 % NON_PAYMENT home-100");
    }

    @Test
    void of_two_holds_under_which_the_same_is_owed_the_one_placed_first_is_the_cause_whenever_it_was_written_down() {
        story.at("2026-04-20T08:00")
                .backdated("2026-04-10T08:00", suspend(SuspensionReason.ADMINISTRATIVE))
                .backdated("2026-04-01T08:00", suspend(SuspensionReason.TECHNICAL));

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-01 100.00 % ACTIVE home-100", "2026-04-01 open 0.00 % TECHNICAL home-100");
    }

    /** Held from the 1st to the 20th; on the 25th again as of the 10th, which is lifted on the 28th as of the 12th. */
    @Test
    void a_lift_that_is_recorded_later_ends_the_reason_on_its_day() {
        story.at("2026-04-01T08:00")
                .cut()
                .at("2026-04-20T08:00")
                .lift(SuspensionReason.NON_PAYMENT)
                .at("2026-04-25T08:00")
                .backdated("2026-04-10T08:00", suspend(SuspensionReason.NON_PAYMENT))
                .at("2026-04-28T08:00")
                .backdated("2026-04-12T08:00", new Command.LiftHold(SuspensionReason.NON_PAYMENT));

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-01 100.00 % ACTIVE home-100",
                        "2026-04-01 2026-04-12 0.00 % NON_PAYMENT home-100",
                        "2026-04-12 open 100.00 % ACTIVE home-100");
    }

    /** Two outages that are written down in the other order: neither says anything of the other. */
    @Test
    void an_outage_that_is_written_down_after_a_later_one_leaves_it_as_it_is() {
        story.at("2026-04-20T08:00")
                .backdated("2026-04-10T08:00", suspend(SuspensionReason.TECHNICAL))
                .backdated("2026-04-12T08:00", new Command.LiftHold(SuspensionReason.TECHNICAL))
                .backdated("2026-04-02T08:00", suspend(SuspensionReason.TECHNICAL))
                .backdated("2026-04-03T08:00", new Command.LiftHold(SuspensionReason.TECHNICAL));

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-04-02 100.00 % ACTIVE home-100",
                        "2026-04-02 2026-04-03 0.00 % TECHNICAL home-100",
                        "2026-04-03 2026-04-10 100.00 % ACTIVE home-100",
                        "2026-04-10 2026-04-12 0.00 % TECHNICAL home-100",
                        "2026-04-12 open 100.00 % ACTIVE home-100");
    }

    @Test
    void an_end_that_is_written_down_late_voids_the_facts_after_it() {
        story.at("2026-04-01T08:00").plan(ContractFixtures.fasterPlan());
        long changed = story.contract().version();
        story.at("2026-04-20T08:00")
                .backdated(
                        "2026-03-20T08:00", new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()));

        List<Revision> revisions = FEED.revisions(story.events(), changed);

        assertThat(revisions).hasSize(1);
        assertThat(revisions.get(0).voided()).containsExactly(story.contract().id() + "/PLAN_CHANGE/" + changed);
        assertThat(revisions.get(0).oneOffs())
                .extracting(fact -> fact.kind() + " " + fact.day() + " " + fact.plan() + " " + fact.reason())
                .containsExactly("EARLY_TERMINATION 2026-03-20 home-100 Optional[CUSTOMER_REQUEST]");
    }

    @Test
    void a_change_that_is_written_down_late_voids_the_later_one_that_it_replaces() {
        PlanSnapshot third = priced(ContractFixtures.plan(), "19.90", BillingCycle.MONTHLY);
        story.at("2026-04-01T08:00").plan(ContractFixtures.fasterPlan());
        long changed = story.contract().version();
        story.at("2026-04-20T08:00").backdated("2026-03-20T08:00", new Command.ChangePlan(third));

        List<Revision> revisions = FEED.revisions(story.events(), changed);

        assertThat(revisions).hasSize(1);
        assertThat(revisions.get(0).voided()).containsExactly(story.contract().id() + "/PLAN_CHANGE/" + changed);
        assertThat(revisions.get(0).oneOffs())
                .extracting(fact -> fact.kind() + " " + fact.day())
                .containsExactly("PLAN_CHANGE 2026-03-20");
    }

    @Test
    void a_fact_that_is_written_down_late_names_the_holder_and_the_plan_of_its_day() {
        story.at("2026-04-10T08:00")
                .transfer(99)
                .plan(ContractFixtures.fasterPlan())
                .at("2026-04-20T08:00")
                .backdated("2026-04-02T08:00", new Command.SwapOnu(ContractFixtures.onu(99)));

        assertThat(FEED.oneOffs(story.events()))
                .filteredOn(fact -> fact.kind() == OneOff.Kind.ONU_SWAP)
                .extracting(fact -> fact.day() + " " + fact.holder() + " " + fact.plan())
                .containsExactly("2026-04-02 " + ContractFixtures.customer(numberOf(story)) + " home-100");
    }

    @Test
    void a_transfer_that_is_written_down_late_tells_the_facts_after_it_anew() {
        story.at("2026-04-05T08:00").relocate();
        long moved = story.contract().version();
        story.at("2026-04-20T08:00")
                .backdated(
                        "2026-04-02T08:00",
                        new Command.TransferOwnership(
                                ContractFixtures.customer(99), Optional.empty(), Optional.empty()));

        List<Revision> revisions = FEED.revisions(story.events(), moved);

        String id = story.contract().id() + "/RELOCATION/" + moved;
        assertThat(revisions).hasSize(1);
        assertThat(revisions.get(0).voided()).containsExactly(id);
        assertThat(revisions.get(0).oneOffs())
                .extracting(fact -> fact.id() + " " + fact.holder())
                .containsExactly(id + "/" + (moved + 1) + " customer-99");
    }

    @Test
    void a_line_that_was_never_in_service_is_not_terminated_early() {
        Story neverServed = new Story("2026-03-02T09:00", Story.ZONE)
                .activate()
                .at("2026-03-09T09:00")
                .cancel(CancellationReason.TECHNICAL_INFEASIBLE);

        assertThat(FEED.oneOffs(neverServed.events())).isEmpty();
    }

    @Test
    void a_yearly_plan_is_counted_from_its_own_beginning() {
        PlanSnapshot yearly = priced(ContractFixtures.fasterPlan(), "349", BillingCycle.ANNUAL);
        story.at("2027-02-15T00:00").plan(yearly);
        LocalDate spring = LocalDate.parse("2027-04-20");

        List<Segment> segments = FEED.segments(story.events());
        BillingPeriod current = BillingPeriod.of(story.contract(), spring, Story.ZONE);

        DayRange year = new DayRange(LocalDate.parse("2027-02-15"), LocalDate.parse("2028-02-15"));
        assertThat(segments.get(1).period(spring)).isEqualTo(year);
        assertThat(segments.get(0).period(LocalDate.parse("2027-02-14")))
                .isEqualTo(new DayRange(LocalDate.parse("2027-01-15"), LocalDate.parse("2027-02-15")));
        assertThat(current).isEqualTo(new BillingPeriod(BillingCycle.ANNUAL, year, 64));
        assertThat(current.nextStart()).isEqualTo("2028-02-15");
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

    @Test
    void another_billing_day_counts_from_its_own_day_on() {
        story.at("2026-06-10T08:00").take(new Command.ChangeBillingDay(20));

        List<Segment> segments = FEED.segments(story.events());

        assertThat(rows())
                .containsExactly(
                        "2026-03-05 2026-06-10 100.00 % ACTIVE home-100", "2026-06-10 open 100.00 % ACTIVE home-100");
        assertThat(segments.get(0).period(LocalDate.parse("2026-06-09")))
                .isEqualTo(new DayRange(LocalDate.parse("2026-05-15"), LocalDate.parse("2026-06-15")));
        assertThat(segments.get(1).period(LocalDate.parse("2026-06-10")))
                .isEqualTo(new DayRange(LocalDate.parse("2026-05-20"), LocalDate.parse("2026-06-20")));
        assertThat(BillingPeriod.of(story.contract(), LocalDate.parse("2026-06-12"), Story.ZONE)
                        .daysUsed())
                .isEqualTo(2);
    }

    private static PlanSnapshot priced(PlanSnapshot plan, String price, BillingCycle cycle) {
        return new PlanSnapshot(
                plan.id(),
                plan.version() + 1,
                plan.name(),
                plan.technology(),
                plan.rates(),
                new PlanSnapshot.Price(Money.of(price, "USD"), cycle),
                plan.profiles(),
                plan.minimumTermMonths());
    }

    private static Command suspend(SuspensionReason reason) {
        SuspensionPolicy policy = Story.policy(reason);
        return new Command.Suspend(policy, policy.enforcement(), Optional.empty());
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
                        + segment.billable() + " " + segment.cause() + " "
                        + segment.addOn()
                                .map(AddOnId::value)
                                .orElse(segment.plan().value()))
                .toList();
    }
}
