package io.silverdata.contract.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DunningPolicyTest {
    private static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    private static final CutCalendar ALWAYS = CutCalendar.always(ZONE);
    private static final Money BILL = Money.of("25", "USD");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
    private static final SuspensionPolicy NON_PAYMENT =
            SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();
    private static final DunningPolicy LADDER = DunningPolicy.laddered(5, 10, 70, ALWAYS);

    private Contract contract = ContractFixtures.aContractInService(1);

    @Nested
    class Ladders {

        @Test
        void simple_tells_and_cuts() {
            assertThat(DunningPolicy.simple(10, ALWAYS).steps())
                    .containsExactly(
                            DunningStep.of(1, DunningAction.NOTIFY), DunningStep.of(10, DunningAction.SUSPEND));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DunningPolicy.simple(1, ALWAYS))
                    .withMessageContaining(
                            "steps[1].daysOverdue must be after the step before it, on day 1, was \"1\"");
        }

        @Test
        void anatel_like_cuts_15_days_after_notice_and_ends_60_days_after_the_cut() {
            DunningPolicy policy = DunningPolicy.anatelLike(ALWAYS);
            assertThat(take(policy, 3)).isInstanceOf(DunningDecision.Notify.class);
            assertThat(why(policy, 17))
                    .isEqualTo(new NoActionReason.NotYet(policy.steps().get(1), day(18)));
            assertThat(take(policy, 18)).isInstanceOf(DunningDecision.Enforce.class);
            assertThat(why(policy, 62))
                    .isEqualTo(new NoActionReason.NotYet(policy.steps().get(2), day(63)));
            assertThat(take(policy, 63)).isInstanceOf(DunningDecision.Notify.class);
            assertThat(why(policy, 77))
                    .isEqualTo(new NoActionReason.NotYet(policy.steps().get(3), day(78)));
            assertThat(take(policy, 78)).isInstanceOf(DunningDecision.Cancel.class);
        }

        @Test
        void anatel_like_gives_back_for_the_first_instalment_within_a_day_without_a_fee() {
            DunningPolicy policy = DunningPolicy.anatelLike(ALWAYS);
            take(policy, 3);
            take(policy, 18);

            DunningDecision decision =
                    ask(policy, 20, facts(20).protectedBy(new DunningProtection.InstalmentPlan(day(20), day(50))));

            assertThat(decision)
                    .isEqualTo(new DunningDecision.Lift(
                            DunningDecision.Because.FIRST_INSTALMENT, false, noon(20).plus(Duration.ofDays(1)), false));
        }
    }

    /** The table in docs/dunning.md. */
    @Test
    void the_example_of_the_docs_happens_on_the_days_it_says() {
        DunningPolicy policy = DunningPolicy.laddered(5, 10, 70, CutCalendar.workdays(ZONE));
        List<String> happened = new ArrayList<>();

        for (Instant now = noon(0); now.isBefore(noon(90)); now = now.plus(Duration.ofHours(1))) {
            DunningFacts facts = DunningFacts.overdue(BILL, DUE, now);
            DunningDecision decision = policy.evaluate(facts, contract, now).get();
            for (Command command : decision.commands(contract, NON_PAYMENT, BILL)) {
                apply(command, now, decision.trigger());
            }
            Instant at = now;
            decision.step()
                    .ifPresent(mark ->
                            happened.add(mark.action() + " " + at.atZone(ZONE).toLocalDateTime()));
        }

        assertThat(happened)
                .containsExactly(
                        "NOTIFY 2026-03-11T00:00",
                        "THROTTLE 2026-03-16T09:00",
                        "SUSPEND 2026-03-23T09:00",
                        "CANCEL 2026-05-25T09:00");
    }

    @Nested
    class Bad_policies {

        @Test
        void steps_that_overlap() {
            assertThat(refused(
                            step(1, DunningAction.NOTIFY),
                            step(5, DunningAction.THROTTLE),
                            step(5, DunningAction.SUSPEND)))
                    .isEqualTo(new InvalidValue("steps[2].daysOverdue", "5", "after the step before it, on day 5"));
        }

        @Test
        void cuts_that_become_milder() {
            assertThat(refused(step(5, DunningAction.SUSPEND), step(9, DunningAction.THROTTLE)))
                    .isEqualTo(new InvalidValue("steps[1].action", "THROTTLE", "stricter than SUSPEND on day 5"));
        }

        @Test
        void a_cancellation_out_of_full_service_or_before_the_end() {
            assertThat(refused(step(5, DunningAction.NOTIFY), step(60, DunningAction.CANCEL)))
                    .isEqualTo(new InvalidValue(
                            "steps[1].action",
                            "CANCEL",
                            "after a step that cuts: nobody is cancelled out of full service"));
            assertThat(refused(
                            step(5, DunningAction.SUSPEND),
                            step(60, DunningAction.CANCEL),
                            step(61, DunningAction.NOTIFY)))
                    .isEqualTo(new InvalidValue("steps[2].action", "NOTIFY", "none after CANCEL"));
        }

        @Test
        void a_notice_that_is_missing_or_too_late() {
            assertThat(refused(step(20, DunningAction.SUSPEND).afterNotice(15)))
                    .isEqualTo(new InvalidValue("steps[0].noticeDays", "15", "0: there is no notice before"));
            assertThat(refused(
                            step(10, DunningAction.NOTIFY),
                            step(20, DunningAction.SUSPEND).afterNotice(15)))
                    .isEqualTo(new InvalidValue(
                            "steps[1].noticeDays", "15", "at most 10, the days since NOTIFY on day 10"));
        }

        @Test
        void amounts_in_several_currencies() {
            assertThat(refused(
                                    step(5, DunningAction.THROTTLE).from(Money.of("5", "USD")),
                                    step(9, DunningAction.SUSPEND).from(Money.of("5", "EUR")))
                            .field())
                    .isEqualTo("currency");
        }

        @Test
        void nothing_at_all_or_times_out_of_range() {
            assertThat(refused().field()).isEqualTo("steps");
            assertThat(DunningPolicy.named(" ", ALWAYS)
                            .step(step(5, DunningAction.SUSPEND))
                            .build()
                            .getLeft()
                            .field())
                    .isEqualTo("name");
            assertThat(builder().maxFactAge(Duration.ZERO).build().getLeft().field())
                    .isEqualTo("maxFactAge");
            assertThat(builder()
                            .pendingPayment(Duration.ofHours(-1))
                            .build()
                            .getLeft()
                            .field())
                    .isEqualTo("pendingPayment");
            assertThat(builder().longestExemption(0).build().getLeft().field()).isEqualTo("longestExemption");
        }

        @Test
        void steps_out_of_range() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step(0, DunningAction.NOTIFY))
                    .withMessage("daysOverdue must be 1 to 3650, was \"0\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step(5, DunningAction.NOTIFY).afterNotice(3))
                    .withMessage("noticeDays must be 0 for a notice, was \"3\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step(5, DunningAction.SUSPEND).afterNotice(366));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step(5, DunningAction.SUSPEND).fromUnpaid(0));
        }

        @Test
        void hours_that_run_backwards_and_weeks_without_days() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ALWAYS.between(LocalTime.of(16, 0), LocalTime.of(9, 0)))
                    .withMessageContaining("to must be after 16:00");
            assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.onlyOn(Set.of()));
        }

        @Test
        void an_amount_where_none_belongs() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RestoreRule(
                            RestoreRule.When.PAID_IN_FULL, Optional.of(BILL), false, Duration.ofDays(1), true));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RestoreRule.paidInFull().within(Duration.ZERO));
        }

        private DunningPolicy.Builder builder() {
            return DunningPolicy.named("p", ALWAYS).step(step(5, DunningAction.SUSPEND));
        }

        private InvalidValue refused(DunningStep... steps) {
            DunningPolicy.Builder builder = DunningPolicy.named("p", ALWAYS);
            List.of(steps).forEach(builder::step);
            return builder.build().getLeft();
        }

        private DunningStep step(int days, DunningAction action) {
            return DunningStep.of(days, action);
        }
    }

    @Nested
    class Bad_facts {

        @Test
        void do_not_fit_together() {
            assertThat(bad(BILL, Money.of("30", "EUR"), Optional.of(DUE), Optional.empty(), 1))
                    .isEqualTo(new InvalidValue("owed", "30 EUR", "in USD"));
            assertThat(bad(BILL, Money.of("20", "USD"), Optional.of(DUE), Optional.empty(), 1))
                    .isEqualTo(new InvalidValue("owed", "20 USD", "25 USD or more"));
            assertThat(bad(BILL, BILL, Optional.empty(), Optional.empty(), 1).field())
                    .isEqualTo("dueOn");
            assertThat(bad(BILL, BILL, Optional.of(DUE), Optional.of(DUE.minusDays(1)), 1))
                    .isEqualTo(new InvalidValue("extendedTo", "2026-03-09", "2026-03-10 or later"));
            assertThat(bad(BILL, BILL, Optional.of(DUE), Optional.empty(), 0).field())
                    .isEqualTo("unpaid");
            assertThat(bad(Money.of("0", "USD"), BILL, Optional.of(DUE), Optional.empty(), 0)
                            .field())
                    .isEqualTo("dueOn");
            assertThat(bad(Money.of("0", "USD"), BILL, Optional.empty(), Optional.of(DUE), 0)
                            .field())
                    .isEqualTo("extendedTo");
            assertThat(bad(Money.of("0", "USD"), BILL, Optional.empty(), Optional.empty(), 1)
                            .field())
                    .isEqualTo("unpaid");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> facts(1).extendedTo(DUE.minusDays(1)))
                    .withMessage("extendedTo must be 2026-03-10 or later, was \"2026-03-09\"");
        }

        @Test
        void are_in_another_currency_than_the_policy() {
            DunningPolicy policy = DunningPolicy.named("p", ALWAYS)
                    .step(DunningStep.of(5, DunningAction.SUSPEND).from(BILL))
                    .build()
                    .get();

            assertThat(policy.evaluate(DunningFacts.overdue(Money.of("25", "EUR"), DUE, noon(9)), contract, noon(9))
                            .getLeft())
                    .isEqualTo(new InvalidValue("owed", "25 EUR", "in USD"));
        }

        @Test
        void are_in_another_currency_than_the_contract_and_lift_nothing() {
            take(LADDER, 1);
            take(LADDER, 5);

            assertThat(LADDER.evaluate(DunningFacts.nothingOverdue(Money.of("0", "EUR"), noon(9)), contract, noon(9))
                            .getLeft())
                    .isEqualTo(new InvalidValue("owed", "0 EUR", "in USD"));
        }

        @Test
        void come_from_the_future_or_were_due_after_they_were_true() {
            DunningFacts early = facts(3);
            assertThat(LADDER.evaluate(early, contract, noon(3).minusSeconds(300))
                            .isRight())
                    .isTrue();
            assertThat(LADDER.evaluate(early, contract, noon(3).minusSeconds(301))
                            .getLeft()
                            .field())
                    .isEqualTo("asOf");
            assertThat(LADDER.evaluate(DunningFacts.overdue(BILL, DUE, noon(-1)), contract, noon(0))
                            .getLeft()
                            .field())
                    .isEqualTo("dueOn");
        }

        @Test
        void have_protections_longer_than_allowed_while_they_last() {
            DunningProtection promise = new DunningProtection.PromiseToPay(day(2), day(10));
            assertThat(LADDER.evaluate(facts(5).protectedBy(promise), contract, noon(5))
                            .getLeft())
                    .isEqualTo(new InvalidValue(
                            "promise.until", "2026-03-20", "at most 2026-03-19, 7 days after it was made"));
            assertThat(LADDER.evaluate(facts(11).protectedBy(promise), contract, noon(11))
                            .isRight())
                    .isTrue();
            assertThat(DunningPolicy.simple(5, ALWAYS)
                            .evaluate(facts(5).protectedBy(promise), contract, noon(5))
                            .getLeft()
                            .allowed())
                    .isEqualTo("none: the policy takes no promises");
            DunningProtection exemption = new DunningProtection.Exemption(DUE, DUE.plusDays(367), "friend");
            assertThat(LADDER.evaluate(facts(5).protectedBy(exemption), contract, noon(5))
                            .getLeft()
                            .field())
                    .isEqualTo("exemption.until");
        }

        @Test
        void are_of_the_future_and_lift_nothing() {
            take(LADDER, 1);
            take(LADDER, 5);

            assertThat(LADDER.evaluate(DunningFacts.nothingOverdue(Money.of("0", "USD"), noon(9)), contract, noon(6))
                            .getLeft()
                            .field())
                    .isEqualTo("asOf");
        }

        @Test
        void have_rows_dated_in_the_future() {
            assertThat(badRow(facts(3).noticedOn(day(4))))
                    .isEqualTo(new InvalidValue(
                            "lastNotice", "2026-03-14", "at most the day of the facts, 2026-03-13T17:00:00Z"));
            assertThat(badRow(facts(3).protectedBy(new DunningProtection.PendingPayment(noon(4)))))
                    .isEqualTo(new InvalidValue(
                            "pendingPayment.since",
                            "2026-03-14T17:00:00Z",
                            "at most the time of the facts, 2026-03-13T17:00:00Z"));
            assertThat(badRow(facts(3).protectedBy(new DunningProtection.InstalmentPlan(day(4), day(30)))))
                    .isEqualTo(new InvalidValue(
                            "instalmentPlan.firstPaidOn",
                            "2026-03-14",
                            "at most the day of the facts, 2026-03-13T17:00:00Z"));
            assertThat(badRow(facts(3).protectedBy(new DunningProtection.PromiseToPay(day(4), day(5))))
                            .field())
                    .isEqualTo("promise.madeOn");
        }

        private InvalidValue badRow(DunningFacts facts) {
            return LADDER.evaluate(facts, contract, noon(3)).getLeft();
        }

        @Test
        void lift_in_spite_of_a_bad_protection_if_the_debt_is_paid() {
            take(LADDER, 1);
            take(LADDER, 5);
            DunningFacts paid = DunningFacts.nothingOverdue(Money.of("0", "USD"), noon(6))
                    .protectedBy(new DunningProtection.PromiseToPay(day(2), day(60)));

            assertThat(LADDER.evaluate(paid, contract, noon(6)).get()).isInstanceOf(DunningDecision.Lift.class);
        }

        @Test
        void name_a_protection_whose_dates_run_backwards_or_that_has_no_end() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DunningProtection.PromiseToPay(DUE, DUE.minusDays(1)))
                    .withMessage("until must be 2026-03-10 or later, was \"2026-03-09\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DunningProtection.InstalmentPlan(DUE, DUE.minusDays(1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DunningProtection.Outage(noon(2), Optional.of(noon(1))));
            assertThatIllegalArgumentException().isThrownBy(() -> new DunningProtection.Exemption(DUE, DUE, " "));
            assertThat(DunningProtection.Exemption.of(DUE, Optional.empty(), "friend")
                            .getLeft())
                    .isEqualTo(new InvalidValue("until", "none", "a date: an exemption must expire"));
            assertThat(DunningProtection.Exemption.of(DUE, Optional.of(DUE.minusDays(1)), "friend")
                            .isLeft())
                    .isTrue();
            assertThat(DunningProtection.Exemption.of(DUE, Optional.of(DUE), "friend")
                            .get()
                            .until())
                    .isEqualTo(DUE);
        }

        private InvalidValue bad(
                Money overdue, Money owed, Optional<LocalDate> dueOn, Optional<LocalDate> extendedTo, int unpaid) {
            return DunningFacts.of(overdue, owed, dueOn, extendedTo, unpaid, Optional.empty(), List.of(), Instant.EPOCH)
                    .getLeft();
        }
    }

    @Nested
    class Promises {
        private final PromiseRule rule = PromiseRule.upTo(7).maxPerYear(2).minPercent(50);

        @Test
        void are_taken_within_the_rule() {
            assertThat(rule.accept(DUE, DUE.plusDays(7), 1, BILL, Money.of("12.5", "USD"))
                            .get())
                    .isEqualTo(new DunningProtection.PromiseToPay(DUE, DUE.plusDays(7)));
        }

        @Test
        void are_refused_beyond_it() {
            assertThat(refusal(DUE.plusDays(8), 1, "12.5", "USD").field()).isEqualTo("until");
            assertThat(refusal(DUE.minusDays(1), 1, "12.5", "USD").field()).isEqualTo("until");
            assertThat(refusal(DUE, 2, "12.5", "USD"))
                    .isEqualTo(new InvalidValue("promisesInAYear", "2", "at most 1 before another"));
            assertThat(refusal(DUE, 1, "12.49", "USD"))
                    .isEqualTo(new InvalidValue("paidNow", "12.49 USD", "50 % of 25 USD or more"));
            assertThat(refusal(DUE, 1, "12.5", "EUR").field()).isEqualTo("paidNow");
            assertThatIllegalArgumentException().isThrownBy(() -> PromiseRule.upTo(0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PromiseRule.upTo(1).maxPerYear(0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PromiseRule.upTo(1).minPercent(101));
        }

        @Test
        void postpone_without_giving_back_if_the_rule_says_so() {
            DunningPolicy policy = DunningPolicy.named("p", ALWAYS)
                    .step(DunningStep.of(5, DunningAction.SUSPEND))
                    .promises(PromiseRule.upTo(7).maxPerYear(2).withoutRestoring())
                    .build()
                    .get();
            take(policy, 5);

            DunningProtection promise = new DunningProtection.PromiseToPay(day(6), day(9));
            assertThat(ask(policy, 6, facts(6).protectedBy(promise)))
                    .isEqualTo(new DunningDecision.Nothing(new NoActionReason.Protected(promise)));
        }

        private InvalidValue refusal(LocalDate until, int before, String paid, String currency) {
            return rule.accept(DUE, until, before, BILL, Money.of(paid, currency))
                    .getLeft();
        }
    }

    @Nested
    class In_the_way {

        @Test
        void a_protection_holds_for_a_suspended_contract_too() {
            take(LADDER, 1);
            take(LADDER, 5);

            for (DunningProtection protection : List.of(
                    new DunningProtection.PendingPayment(noon(9)),
                    new DunningProtection.Outage(noon(9), Optional.empty()))) {
                assertThat(ask(LADDER, 10, facts(10).protectedBy(protection)))
                        .isEqualTo(new DunningDecision.Nothing(new NoActionReason.Protected(protection)));
            }
            assertThat(take(LADDER, 10)).isInstanceOf(DunningDecision.Enforce.class);
        }

        @Test
        void a_payment_that_is_never_booked_holds_off_for_three_days_only() {
            take(LADDER, 1);
            DunningFacts facts = facts(8).protectedBy(new DunningProtection.PendingPayment(noon(5)));

            assertThat(ask(LADDER, 8, facts)).isInstanceOf(DunningDecision.Enforce.class);
        }

        @Test
        void facts_older_than_allowed() {
            take(LADDER, 1);

            assertThat(LADDER.evaluate(facts(5), contract, noon(6)).get()).isInstanceOf(DunningDecision.Enforce.class);
            assertThat(LADDER.evaluate(facts(5), contract, noon(6).plusMillis(1))
                            .get())
                    .isEqualTo(new DunningDecision.Nothing(new NoActionReason.StaleFacts(noon(5), Duration.ofDays(1))));
        }

        @Test
        void the_weekend() {
            DunningPolicy policy = DunningPolicy.simple(4, CutCalendar.workdays(ZONE));
            take(policy, 1);

            // the 14th is a Saturday
            Instant monday = LocalDate.of(2026, 3, 16).atTime(9, 0).atZone(ZONE).toInstant();
            assertThat(why(policy, 4))
                    .isEqualTo(new NoActionReason.OutsideCalendar(
                            Optional.of(Enforcement.HARD_BLOCK), Optional.of(monday)));
            assertThat(DayOfWeek.from(day(6))).isEqualTo(DayOfWeek.MONDAY);
            assertThat(take(policy, 6)).isInstanceOf(DunningDecision.Enforce.class);
        }

        @Test
        void a_calendar_without_days_never_cuts() {
            DunningPolicy policy = DunningPolicy.named("p", ALWAYS.without(day -> true))
                    .step(DunningStep.of(5, DunningAction.SUSPEND))
                    .build()
                    .get();

            assertThat(why(policy, 9))
                    .isEqualTo(
                            new NoActionReason.OutsideCalendar(Optional.of(Enforcement.HARD_BLOCK), Optional.empty()));
        }

        @Test
        void too_little_money_or_too_few_invoices() {
            DunningStep step = DunningStep.of(5, DunningAction.SUSPEND)
                    .from(Money.of("25.01", "USD"))
                    .fromUnpaid(2);
            DunningPolicy policy =
                    DunningPolicy.named("p", ALWAYS).step(step).build().get();

            assertThat(why(policy, 9)).isEqualTo(new NoActionReason.BelowMinimum(step, BILL, 1));
        }

        @Test
        void a_hold_that_a_payment_may_not_lift() {
            SuspensionPolicy adminOnly =
                    SuspensionPolicy.builder(SuspensionReason.NON_PAYMENT).build();
            apply(new Command.Suspend(adminOnly, Enforcement.CAPTIVE, Optional.empty()), noon(1), Trigger.ADMIN);

            assertThat(ask(LADDER, 2, DunningFacts.nothingOverdue(Money.of("0", "USD"), noon(2))))
                    .isEqualTo(new DunningDecision.Nothing(new NoActionReason.LiftNotAllowed(Set.of(Trigger.ADMIN))));
        }

        @Test
        void a_draft() {
            assertThat(LADDER.evaluate(facts(9), ContractFixtures.aDraft(2), noon(9))
                            .get())
                    .isInstanceOfSatisfying(
                            DunningDecision.Nothing.class,
                            nothing -> assertThat(nothing.why()).isInstanceOf(NoActionReason.NotLive.class));
        }

        @Test
        void a_notice_that_another_policy_never_gave_unless_the_host_did() {
            apply(
                    new Command.TakeDunningStep(new DunningMark(DUE, DUE, 10, DunningAction.THROTTLE, day(10), BILL)),
                    noon(10),
                    Trigger.DUNNING);
            DunningPolicy policy = DunningPolicy.named("p", ALWAYS)
                    .step(DunningStep.of(1, DunningAction.NOTIFY))
                    .step(DunningStep.of(16, DunningAction.SUSPEND).afterNotice(3))
                    .build()
                    .get();
            apply(new Command.Suspend(NON_PAYMENT, Enforcement.THROTTLE, Optional.empty()), noon(10), Trigger.DUNNING);

            assertThat(why(policy, 20))
                    .isEqualTo(new NoActionReason.NoticeMissing(policy.steps().get(1)));
            assertThat(ask(policy, 20, facts(20).noticedOn(day(17)))).isInstanceOf(DunningDecision.Enforce.class);
            assertThat(ask(policy, 20, facts(20).noticedOn(day(18))))
                    .isEqualTo(new DunningDecision.Nothing(
                            new NoActionReason.NotYet(policy.steps().get(1), day(21))));
        }
    }

    @Nested
    class Other_debts {

        /** The debt that cut is paid, and another is three days late. */
        @Test
        void a_newer_debt_that_would_not_cut_gives_the_service_back_and_begins_with_the_first_step() {
            take(LADDER, 1);
            take(LADDER, 5);
            take(LADDER, 10);
            DunningFacts newer = DunningFacts.overdue(BILL, DUE.plusDays(17), noon(20));

            DunningDecision lifted = take(LADDER, 20, newer);
            DunningDecision next = take(LADDER, 20, newer);

            assertThat(lifted)
                    .isEqualTo(new DunningDecision.Lift(
                            DunningDecision.Because.LITTLE_LEFT, true, noon(20).plus(Duration.ofDays(1)), true));
            assertThat(next)
                    .isInstanceOfSatisfying(
                            DunningDecision.Notify.class,
                            told -> assertThat(told.mark().dueOn()).isEqualTo(DUE.plusDays(17)));
            assertThat(contract.holds()).isEmpty();
            assertThat(contract.dunning()).hasSize(1);
        }

        @Test
        void a_newer_debt_that_would_cut_less_is_held_less_strictly() {
            take(LADDER, 1);
            take(LADDER, 5);
            take(LADDER, 10);

            DunningDecision eased = take(LADDER, 20, DunningFacts.overdue(BILL, DUE.plusDays(14), noon(20)));

            assertThat(eased)
                    .isEqualTo(new DunningDecision.Ease(Enforcement.THROTTLE, DunningDecision.Because.LITTLE_LEFT));
            assertThat(contract.enforcement()).isEqualTo(Enforcement.THROTTLE);
        }

        @Test
        void who_was_cut_for_two_unpaid_invoices_comes_back_when_one_is_paid() {
            DunningPolicy policy = DunningPolicy.named("p", ALWAYS)
                    .step(DunningStep.of(1, DunningAction.NOTIFY))
                    .step(DunningStep.of(10, DunningAction.SUSPEND).fromUnpaid(2))
                    .build()
                    .get();
            take(policy, 1);
            assertThat(take(policy, 10, facts(10).unpaid(2))).isInstanceOf(DunningDecision.Enforce.class);

            DunningDecision lifted = take(policy, 12, facts(12).unpaid(1));

            assertThat(lifted).isInstanceOfSatisfying(DunningDecision.Lift.class, lift -> {
                assertThat(lift.because()).isEqualTo(DunningDecision.Because.LITTLE_LEFT);
                assertThat(lift.closes()).isFalse();
            });
            assertThat(contract.holds()).isEmpty();
            assertThat(ask(policy, 12, facts(12).unpaid(1))).isInstanceOf(DunningDecision.Nothing.class);
            assertThat(take(policy, 13, facts(13).unpaid(2)))
                    .as("a third invoice is not paid")
                    .isInstanceOfSatisfying(
                            DunningDecision.Enforce.class,
                            enforce -> assertThat(enforce.isReturn()).isTrue());
        }

        @Test
        void a_policy_that_asks_for_everything_keeps_the_service_until_everything_is_paid() {
            DunningPolicy policy = DunningPolicy.named("p", ALWAYS)
                    .step(DunningStep.of(10, DunningAction.SUSPEND).fromUnpaid(2))
                    .restore(RestoreRule.paidInFull())
                    .build()
                    .get();
            take(policy, 10, facts(10).unpaid(2));

            assertThat(take(policy, 12, facts(12).unpaid(1))).isInstanceOf(DunningDecision.Nothing.class);
            DunningFacts rest = DunningFacts.nothingOverdue(BILL, noon(13));
            assertThat(ask(policy, 13, rest))
                    .isEqualTo(new DunningDecision.Nothing(
                            new NoActionReason.RestoreNotMet(RestoreRule.When.PAID_IN_FULL, BILL)));
            assertThat(contract.holds()).hasSize(1);
        }

        @Test
        void what_staff_cut_by_hand_stays_until_the_debt_is_paid() {
            apply(new Command.Suspend(NON_PAYMENT, Enforcement.HARD_BLOCK, Optional.empty()), noon(1), Trigger.ADMIN);

            assertThat(take(LADDER, 3)).isInstanceOf(DunningDecision.Notify.class);
            assertThat(take(LADDER, 7))
                    .as("a debt that throttles does not ease what staff blocked")
                    .isInstanceOfSatisfying(
                            DunningDecision.Keep.class,
                            kept -> assertThat(kept.explanation()).startsWith("HARD_BLOCK stays: THROTTLE on day 5"));
            assertThat(take(LADDER, 8)).isInstanceOf(DunningDecision.Nothing.class);
            assertThat(contract.enforcement()).isEqualTo(Enforcement.HARD_BLOCK);
        }

        @Test
        void an_exemption_after_the_cut_gives_the_service_back_until_it_ends() {
            take(LADDER, 1);
            take(LADDER, 5);
            take(LADDER, 10);
            DunningProtection exemption = new DunningProtection.Exemption(day(12), day(14), "hospital");

            DunningDecision lifted = take(LADDER, 12, facts(12).protectedBy(exemption));
            DunningDecision again = take(LADDER, 15, facts(15).protectedBy(exemption));

            assertThat(lifted).isInstanceOfSatisfying(DunningDecision.Lift.class, lift -> {
                assertThat(lift.because()).isEqualTo(DunningDecision.Because.EXEMPTION);
                assertThat(lift.trigger()).isEqualTo(Trigger.ADMIN);
            });
            assertThat(again).isInstanceOfSatisfying(DunningDecision.Enforce.class, enforce -> {
                assertThat(enforce.isReturn()).isTrue();
                assertThat(enforce.enforcement()).isEqualTo(Enforcement.HARD_BLOCK);
            });
        }

        @Test
        void an_exemption_that_may_not_lift_the_hold_says_so() {
            SuspensionPolicy paymentOnly = SuspensionPolicy.builder(SuspensionReason.NON_PAYMENT)
                    .lifters(Set.of(Trigger.PAYMENT))
                    .build();
            apply(new Command.Suspend(paymentOnly, Enforcement.CAPTIVE, Optional.empty()), noon(1), Trigger.DUNNING);

            assertThat(ask(
                            LADDER,
                            12,
                            facts(12).protectedBy(new DunningProtection.Exemption(day(12), day(14), "hospital"))))
                    .isEqualTo(new DunningDecision.Nothing(new NoActionReason.LiftNotAllowed(Set.of(Trigger.PAYMENT))));
        }

        @Test
        void an_extension_after_the_cut_gives_the_service_back_until_its_steps_come_again() {
            take(LADDER, 1);
            take(LADDER, 5);
            take(LADDER, 10);

            DunningDecision lifted = take(LADDER, 12, facts(12).extendedTo(day(20)));

            assertThat(lifted)
                    .isInstanceOfSatisfying(
                            DunningDecision.Lift.class,
                            lift -> assertThat(lift.because()).isEqualTo(DunningDecision.Because.EXTENSION));
            assertThat(ask(LADDER, 24, facts(24).extendedTo(day(20)))).isInstanceOf(DunningDecision.Nothing.class);
            assertThat(ask(LADDER, 25, facts(25).extendedTo(day(20))))
                    .isInstanceOfSatisfying(
                            DunningDecision.Enforce.class,
                            enforce -> assertThat(enforce.enforcement()).isEqualTo(Enforcement.THROTTLE));
            assertThat(take(LADDER, 30, facts(30).extendedTo(day(20))))
                    .isInstanceOfSatisfying(
                            DunningDecision.Enforce.class,
                            enforce -> assertThat(enforce.enforcement()).isEqualTo(Enforcement.HARD_BLOCK));
        }

        /** Cut on 20 March; on the 21st the ledger answers from a copy of the 9th, before the debt was due. */
        @Test
        void facts_older_than_the_cut_neither_lift_nor_forget() {
            take(LADDER, 1);
            take(LADDER, 5);
            take(LADDER, 10);
            DunningFacts old = DunningFacts.nothingOverdue(BILL, noon(-1));
            Contract before = contract;

            DunningDecision decision = take(LADDER, 11, old);

            assertThat(decision)
                    .isEqualTo(new DunningDecision.Nothing(new NoActionReason.OlderThanHold(
                            noon(-1), day(10).atStartOfDay(ZONE).toInstant())));
            assertThat(contract).isEqualTo(before);
        }

        @Test
        void facts_older_than_a_notice_do_not_forget_it() {
            take(LADDER, 1);

            assertThat(ask(LADDER, 2, DunningFacts.nothingOverdue(BILL, noon(0))))
                    .isInstanceOfSatisfying(
                            DunningDecision.Nothing.class,
                            nothing -> assertThat(nothing.why()).isInstanceOf(NoActionReason.OlderThanHold.class));
            assertThat(ask(LADDER, 2, DunningFacts.nothingOverdue(BILL, noon(1))))
                    .isInstanceOf(DunningDecision.Close.class);
        }

        @Test
        void a_restriction_holds_up_plan_changes_and_transfers_while_service_goes_on() {
            DunningPolicy policy = DunningPolicy.named("p", ALWAYS)
                    .step(DunningStep.of(1, DunningAction.NOTIFY))
                    .step(DunningStep.of(3, DunningAction.RESTRICT))
                    .step(DunningStep.of(10, DunningAction.SUSPEND).afterNotice(5))
                    .build()
                    .get();
            take(policy, 1);

            DunningDecision decision = take(policy, 3);

            assertThat(decision.isCut()).isFalse();
            assertThat(contract.enforcement()).isEqualTo(Enforcement.NONE);
            SuspensionPolicy kept =
                    contract.hold(SuspensionReason.NON_PAYMENT).orElseThrow().policy();
            assertThat(kept.planChange()).isEqualTo(SuspensionPolicy.PlanChangeRule.REFUSED);
            assertThat(kept.blocksTransfer()).isTrue();
            assertThat(take(policy, 10)).isInstanceOf(DunningDecision.Enforce.class);
            assertThat(contract.enforcement()).isEqualTo(Enforcement.HARD_BLOCK);
            assertThat(take(policy, 11, DunningFacts.nothingOverdue(BILL, noon(11))))
                    .isInstanceOf(DunningDecision.Lift.class);
            assertThat(contract.holds()).isEmpty();
        }

        @Test
        void one_notice_is_enough_for_throttle_and_cut_unless_the_policy_asks_for_another() {
            DunningPolicy one = DunningPolicy.named("p", ALWAYS)
                    .step(DunningStep.of(1, DunningAction.NOTIFY))
                    .step(DunningStep.of(6, DunningAction.THROTTLE).afterNotice(3))
                    .step(DunningStep.of(16, DunningAction.SUSPEND).afterNotice(5))
                    .build()
                    .get();
            take(one, 1);
            take(one, 6);

            assertThat(take(one, 16)).isInstanceOf(DunningDecision.Enforce.class);
            assertThat(DunningPolicy.named("p", ALWAYS)
                            .step(DunningStep.of(1, DunningAction.NOTIFY))
                            .step(DunningStep.of(6, DunningAction.THROTTLE).afterNotice(3))
                            .step(DunningStep.of(16, DunningAction.SUSPEND).afterOwnNotice(5))
                            .build()
                            .getLeft())
                    .isEqualTo(new InvalidValue(
                            "steps[2].noticeDays", "5", "0: there is no notice between it and the cut before"));
        }

        @Test
        void a_hold_lifted_by_hand_is_put_back_unless_an_exemption_says_otherwise() {
            take(LADDER, 1);
            take(LADDER, 5);
            apply(new Command.LiftHold(SuspensionReason.NON_PAYMENT), noon(6), Trigger.ADMIN);

            DunningProtection exemption = new DunningProtection.Exemption(day(6), day(8), "agreed by phone");
            assertThat(ask(LADDER, 7, facts(7).protectedBy(exemption))).isInstanceOf(DunningDecision.Nothing.class);
            assertThat(ask(LADDER, 9, facts(9).protectedBy(exemption)))
                    .isInstanceOfSatisfying(DunningDecision.Enforce.class, enforce -> {
                        assertThat(enforce.isReturn()).isTrue();
                        assertThat(enforce.enforcement()).isEqualTo(Enforcement.THROTTLE);
                        assertThat(enforce.explanation()).contains("back to a step that was taken on 2026-03-15");
                    });
        }

        @Test
        void the_end_is_as_far_from_a_renewed_cut_as_from_the_first() {
            take(LADDER, 1);
            take(LADDER, 5);
            take(LADDER, 10);
            apply(new Command.LiftHold(SuspensionReason.NON_PAYMENT), noon(60), Trigger.ADMIN);
            take(LADDER, 65);

            assertThat(why(LADDER, 124))
                    .isEqualTo(new NoActionReason.NotYet(LADDER.steps().get(3), day(125)));
            assertThat(take(LADDER, 125)).isInstanceOf(DunningDecision.Cancel.class);
        }
    }

    private DunningDecision take(DunningPolicy policy, int day) {
        return take(policy, day, facts(day));
    }

    private DunningDecision take(DunningPolicy policy, int day, DunningFacts facts) {
        DunningDecision decision = ask(policy, day, facts);
        decision.commands(contract, NON_PAYMENT, BILL)
                .forEach(command -> apply(command, noon(day), decision.trigger()));
        return decision;
    }

    private void apply(Command command, Instant at, Trigger trigger) {
        contract = Decider.decide(contract, command, ContractFixtures.metadata(at, trigger))
                .get()
                .contract();
    }

    private NoActionReason why(DunningPolicy policy, int day) {
        NoActionReason why = ((DunningDecision.Nothing) ask(policy, day, facts(day))).why();
        assertThat(why.explanation()).isNotBlank();
        return why;
    }

    private DunningDecision ask(DunningPolicy policy, int day, DunningFacts facts) {
        return policy.evaluate(facts, contract, noon(day)).get();
    }

    private static DunningFacts facts(int day) {
        return DunningFacts.overdue(BILL, DUE, noon(day));
    }

    private static LocalDate day(int overdue) {
        return DUE.plusDays(overdue);
    }

    private static Instant noon(int overdue) {
        return day(overdue).atTime(12, 0).atZone(ZONE).toInstant();
    }
}
