package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.ANA;
import static io.silverdata.contract.model.Situations.BRUNO;
import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.FAR_PORT;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.FIBRE_300;
import static io.silverdata.contract.model.Situations.FIBRE_50;
import static io.silverdata.contract.model.Situations.HOME;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.HOME_PORT_2;
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.MISSING;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.OFFICE;
import static io.silverdata.contract.model.Situations.OFFICE_PORT;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OTHER_PON;
import static io.silverdata.contract.model.Situations.PON;
import static io.silverdata.contract.model.Situations.SPARE_ONU;
import static io.silverdata.contract.model.Situations.TEN_GIG;
import static io.silverdata.contract.model.Situations.TIMEOUT;
import static io.silverdata.contract.model.Situations.assessment;
import static io.silverdata.contract.model.Situations.backdated;
import static io.silverdata.contract.model.Situations.cancel;
import static io.silverdata.contract.model.Situations.output;
import static io.silverdata.contract.model.Situations.policy;
import static io.silverdata.contract.model.Situations.relocateTo;
import static io.silverdata.contract.model.Situations.schedule;
import static io.silverdata.contract.model.Situations.suspend;
import static io.silverdata.contract.model.Situations.transferTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each reason for which the contract refuses a command, with the code for programs and the words for people. */
class GuardsTest {
    private static final Instant IN_A_WEEK = MORNING.plus(Duration.ofDays(7));

    private static void refused(Rejection refusal, String code, String message) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).isEqualTo(message);
    }

    private static void unchanged(Life life, Command command, Trigger trigger) {
        Contract before = life.contract();

        life.does(command, trigger);

        assertThat(life.lastEvents()).isEmpty();
        assertThat(life.contract()).isSameAs(before);
    }

    @Nested
    class AnyCommand {

        @Test
        void must_fit_the_status() {
            Rejection refusal = Life.drafted().refuses(new Command.ChangePlan(FIBRE_300));

            refused(refusal, "ILLEGAL_TRANSITION", "CHANGE_PLAN is not possible while DRAFT");
        }

        @Test
        void comes_too_late_for_a_cancelled_contract() {
            Rejection refusal = Life.cancelled().refuses(suspend(SuspensionReason.NON_PAYMENT));

            refused(refusal, "CONTRACT_ENDED", "contract " + CONTRACT + " is cancelled and takes no further command");
        }

        @Test
        void cannot_take_effect_before_the_activation() {
            Life life = Life.active();
            Instant early = life.now().minusNanos(1);

            Rejection refusal =
                    life.refuses(suspend(SuspensionReason.TECHNICAL), backdated(early, life.now(), Trigger.ADMIN));

            refused(
                    refusal,
                    "EFFECTIVE_TIME_OUT_OF_RANGE",
                    "effectiveAt must be from 2026-03-03T13:00:00Z to 2026-03-03T13:00:00Z,"
                            + " was 2026-03-03T12:59:59.999999999Z");
        }

        @Test
        void cannot_take_effect_on_a_draft_before_it_was_drafted() {
            Life life = Life.drafted();

            Rejection refusal = life.refuses(
                    suspend(SuspensionReason.TECHNICAL), backdated(MORNING.minusNanos(1), MORNING, Trigger.ADMIN));

            assertThat(refusal)
                    .isEqualTo(new Rejection.EffectiveTimeOutOfRange(MORNING.minusNanos(1), MORNING, MORNING));
        }

        @Test
        void cannot_take_effect_in_the_future() {
            Life life = Life.active();
            Instant late = life.now().plusNanos(1);

            Rejection refusal =
                    life.refuses(suspend(SuspensionReason.TECHNICAL), backdated(late, life.now(), Trigger.ADMIN));

            assertThat(refusal).isEqualTo(new Rejection.EffectiveTimeOutOfRange(late, life.now(), life.now()));
        }
    }

    @Nested
    class Reserving {

        @Test
        void needs_an_assessment() {
            Rejection refusal = Life.drafted().refuses(Life.reserve(Duration.ofDays(7)));

            refused(refusal, "NOT_ASSESSED", "feasibility was not assessed");
        }

        @Test
        void needs_an_assessment_that_is_not_too_old() {
            Life life = Life.assessed().later(Duration.ofDays(30));

            Rejection refusal = life.refuses(Life.reserve(Duration.ofDays(40)));

            refused(refusal, "ASSESSMENT_EXPIRED", "the assessment expired at 2026-04-01T13:00:00Z");
        }

        @Test
        void takes_an_assessment_until_the_last_moment() {
            Life life = Life.assessed().later(Duration.ofDays(30).minusNanos(1));

            life.does(Life.reserve(Duration.ofDays(40)));

            assertThat(life.contract().reservation()).isPresent();
        }

        @Test
        void needs_an_address_that_qualifies() {
            Rejection refusal = Life.drafted().assessed(Verdict.UNQUALIFIED).refuses(Life.reserve(Duration.ofDays(7)));

            refused(refusal, "NOT_QUALIFIED", "the address is UNQUALIFIED");
        }

        @Test
        void never_reads_unknown_as_qualified() {
            Rejection refusal = Life.drafted().assessed(Verdict.UNKNOWN).refuses(Life.reserve(Duration.ofDays(7)));

            refused(refusal, "NOT_QUALIFIED", "the address is UNKNOWN");
        }

        @Test
        void needs_a_splitter_that_qualifies() {
            Command reserve =
                    new Command.Reserve(new PortAssignment(output("NAP-3", 1), PON), IN_A_WEEK, Optional.empty());

            Rejection refusal = Life.assessed().refuses(reserve);

            refused(refusal, "NOT_QUALIFIED", "splitter NAP-3 is UNQUALIFIED");
        }

        @Test
        void needs_a_splitter_of_which_enough_is_known() {
            Command reserve =
                    new Command.Reserve(new PortAssignment(output("NAP-4", 1), PON), IN_A_WEEK, Optional.empty());

            Rejection refusal = Life.assessed().refuses(reserve);

            refused(refusal, "NOT_QUALIFIED", "splitter NAP-4 is UNKNOWN");
        }

        @Test
        void needs_a_splitter_that_was_looked_at() {
            Rejection refusal = Life.assessed().refuses(new Command.Reserve(FAR_PORT, IN_A_WEEK, Optional.empty()));

            refused(refusal, "NOT_QUALIFIED", "splitter NAP-9 is UNKNOWN");
        }

        @Test
        void needs_the_pon_port_that_was_looked_at() {
            PortAssignment other = new PortAssignment(HOME_PORT.splitterOutput(), OTHER_PON);

            Rejection refusal = Life.assessed().refuses(new Command.Reserve(other, IN_A_WEEK, Optional.empty()));

            refused(refusal, "NOT_QUALIFIED", "splitter NAP-1 is UNKNOWN");
        }

        @Test
        void needs_an_end_after_now() {
            Rejection refusal = Life.assessed().refuses(Life.reserve(Duration.ZERO));

            refused(refusal, "INVALID_VALUE", "until must be after 2026-03-02T13:00:00Z, was \"2026-03-02T13:00:00Z\"");
        }

        @Test
        void happens_once_at_a_time() {
            Rejection refusal =
                    Life.reserved().refuses(new Command.Reserve(HOME_PORT_2, IN_A_WEEK, Optional.of("whatever")));

            refused(refusal, "ALREADY_RESERVED", "NAP-1#3 on olt-1:0/1/1 is reserved until 2026-03-09T13:00:00Z");
        }
    }

    @Nested
    class Reservations {

        @Test
        void that_do_not_exist_cannot_be_renewed_released_or_expired() {
            Life life = Life.assessed();

            refused(
                    life.refuses(new Command.RenewReservation(IN_A_WEEK, 3)),
                    "NO_RESERVATION",
                    "no ports are reserved");
            assertThat(life.refuses(new Command.ReleaseReservation())).isEqualTo(new Rejection.NoReservation());
            assertThat(life.refuses(new Command.ExpireReservation())).isEqualTo(new Rejection.NoReservation());
        }

        @Test
        void that_are_over_cannot_be_renewed() {
            Life life = Life.reserved().later(Duration.ofDays(7));

            Rejection refusal = life.refuses(new Command.RenewReservation(IN_A_WEEK.plusSeconds(99), 3));

            refused(refusal, "RESERVATION_OVER", "the reservation ended at 2026-03-09T13:00:00Z");
        }

        @Test
        void can_be_renewed_so_many_times() {
            Life life = Life.reserved().does(new Command.RenewReservation(IN_A_WEEK.plusSeconds(1), 1));

            Rejection refusal = life.refuses(new Command.RenewReservation(IN_A_WEEK.plusSeconds(2), 1));

            refused(refusal, "RENEWAL_LIMIT_REACHED", "a reservation can be renewed 1 times");
        }

        @Test
        void are_renewed_to_a_later_end_only() {
            Rejection refusal = Life.reserved().refuses(new Command.RenewReservation(IN_A_WEEK, 3));

            refused(refusal, "INVALID_VALUE", "until must be after 2026-03-09T13:00:00Z, was \"2026-03-09T13:00:00Z\"");
        }

        @Test
        void do_not_expire_before_their_end() {
            unchanged(Life.reserved(), new Command.ExpireReservation(), Trigger.SCHEDULE);
        }
    }

    @Nested
    class Activating {

        @Test
        void takes_the_reserved_ports_and_no_others() {
            Rejection refusal = Life.reserved().refuses(new Command.Activate(HOME_PORT_2, ONU, LOGIN));

            assertThat(refusal).isEqualTo(new Rejection.AlreadyReserved(new Reservation(HOME_PORT, IN_A_WEEK, 0)));
        }

        @Test
        void without_a_reservation_needs_an_assessment() {
            Rejection refusal = Life.drafted().refuses(new Command.Activate(HOME_PORT, ONU, LOGIN));

            assertThat(refusal).isEqualTo(new Rejection.NotAssessed());
        }

        @Test
        void after_a_reservation_ran_out_needs_an_assessment_that_still_holds() {
            Life life = Life.reserved().later(Duration.ofDays(30));

            Rejection refusal = life.refuses(new Command.Activate(HOME_PORT, ONU, LOGIN));

            assertThat(refusal).isEqualTo(new Rejection.AssessmentExpired(MORNING.plus(Duration.ofDays(30))));
        }

        @Test
        void happens_once() {
            Rejection refusal = Life.active().refuses(new Command.Activate(HOME_PORT, ONU, LOGIN));

            refused(refusal, "ILLEGAL_TRANSITION", "ACTIVATE is not possible while ACTIVE");
        }
    }

    @Nested
    class Suspending {

        @Test
        void happens_once_for_each_reason() {
            Rejection refusal =
                    Life.heldFor(SuspensionReason.NON_PAYMENT).refuses(suspend(SuspensionReason.NON_PAYMENT));

            refused(refusal, "ALREADY_HELD", "the contract is already held for NON_PAYMENT");
        }

        @Test
        void for_a_reason_with_the_same_code_is_for_the_same_reason() {
            SuspensionReason other = new SuspensionReason("NON_PAYMENT", SuspensionReason.Category.ADMINISTRATIVE);
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);

            Rejection refusal = life.refuses(new Command.LiftHold(other), Trigger.CUSTOMER);

            assertThat(refusal).isInstanceOf(Rejection.TriggerMayNotLift.class);
        }

        @Test
        void at_the_customers_request_needs_an_end() {
            Rejection refusal = Life.inService().refuses(suspend(SuspensionReason.CUSTOMER_REQUEST));

            refused(refusal, "HOLD_END_REQUIRED", "until is required for CUSTOMER_REQUEST");
        }

        @Test
        void for_debt_has_no_end_of_its_own() {
            Rejection refusal = Life.inService().refuses(suspend(SuspensionReason.NON_PAYMENT, IN_A_WEEK));

            refused(refusal, "HOLD_END_FORBIDDEN", "until is not allowed for NON_PAYMENT");
        }

        @Test
        void needs_an_end_after_its_start() {
            Life life = Life.inService();

            Rejection refusal = life.refuses(suspend(SuspensionReason.CUSTOMER_REQUEST, life.now()));

            refused(refusal, "INVALID_VALUE", "until must be after 2026-03-03T14:00:00Z, was \"2026-03-03T14:00:00Z\"");
        }
    }

    @Nested
    class Enforcing {

        @Test
        void needs_a_hold() {
            Rejection refusal = Life.inService()
                    .refuses(new Command.ChangeEnforcement(SuspensionReason.FAIR_USE, Enforcement.CAPTIVE));

            refused(refusal, "NO_SUCH_HOLD", "the contract is not held for FAIR_USE");
        }

        @Test
        void must_change_something() {
            Rejection refusal = Life.heldFor(SuspensionReason.FAIR_USE)
                    .refuses(new Command.ChangeEnforcement(SuspensionReason.FAIR_USE, Enforcement.THROTTLE));

            refused(refusal, "NOTHING_TO_CHANGE", "enforcement already is THROTTLE");
        }
    }

    @Nested
    class Lifting {

        @Test
        void needs_a_hold() {
            Rejection refusal = Life.inService().refuses(new Command.LiftHold(SuspensionReason.NON_PAYMENT));

            refused(refusal, "NO_SUCH_HOLD", "the contract is not held for NON_PAYMENT");
        }

        @Test
        void is_not_for_everyone() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);

            Rejection refusal = life.refuses(new Command.LiftHold(SuspensionReason.NON_PAYMENT), Trigger.CUSTOMER);

            refused(
                    refusal,
                    "TRIGGER_MAY_NOT_LIFT",
                    "CUSTOMER may not lift a hold for NON_PAYMENT; allowed: [ADMIN, PAYMENT, FIRST_INSTALMENT, PROMISE]");
        }

        @Test
        void of_fraud_is_not_for_a_payment() {
            Life life = Life.heldFor(SuspensionReason.FRAUD_ABUSE);

            Rejection refusal = life.refuses(new Command.LiftHold(SuspensionReason.FRAUD_ABUSE), Trigger.PAYMENT);

            refused(refusal, "TRIGGER_MAY_NOT_LIFT", "PAYMENT may not lift a hold for FRAUD_ABUSE; allowed: [ADMIN]");
        }

        @Test
        void by_schedule_waits_for_the_end() {
            Life life = Life.inService();
            life.does(suspend(SuspensionReason.CUSTOMER_REQUEST, life.now().plus(Duration.ofDays(10))));
            life.later(Duration.ofDays(10).minusNanos(1));

            Rejection refusal = life.refuses(new Command.LiftHold(SuspensionReason.CUSTOMER_REQUEST), Trigger.SCHEDULE);

            assertThat(refusal).isInstanceOf(Rejection.TriggerMayNotLift.class);
        }

        @Test
        void by_schedule_needs_an_end() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT).later(Duration.ofDays(999));

            Rejection refusal = life.refuses(new Command.LiftHold(SuspensionReason.NON_PAYMENT), Trigger.SCHEDULE);

            assertThat(refusal).isInstanceOf(Rejection.TriggerMayNotLift.class);
        }

        @Test
        void cannot_take_effect_before_the_hold() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);
            Instant placed = life.now();
            life.later(Duration.ofDays(2));

            Rejection refusal = life.refuses(
                    new Command.LiftHold(SuspensionReason.NON_PAYMENT),
                    backdated(placed.minusNanos(1), life.now(), Trigger.ADMIN));

            assertThat(refusal)
                    .isEqualTo(new Rejection.EffectiveTimeOutOfRange(placed.minusNanos(1), placed, life.now()));
        }

        @Test
        void may_take_effect_with_the_hold() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);
            Instant placed = life.now();

            life.later(Duration.ofDays(2)).doesBackdated(new Command.LiftHold(SuspensionReason.NON_PAYMENT), placed);

            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
        }
    }

    @Nested
    class ChangingThePlan {

        @Test
        void needs_another_plan() {
            Rejection refusal = Life.inService().refuses(new Command.ChangePlan(FIBRE_100));

            refused(refusal, "NOTHING_TO_CHANGE", "plan already is FIBRE-100");
        }

        @Test
        void is_not_possible_while_held_for_fraud() {
            Life life = Life.heldFor(SuspensionReason.FAIR_USE).does(suspend(SuspensionReason.FRAUD_ABUSE));

            Rejection refusal = life.refuses(new Command.ChangePlan(FIBRE_50));

            refused(
                    refusal,
                    "BLOCKED_BY_HOLD",
                    "CHANGE_PLAN is not possible while the contract is held for FRAUD_ABUSE");
        }

        @Test
        void may_be_limited_to_less_by_the_policy_of_a_hold() {
            SuspensionPolicy lessOnly =
                    policy(SuspensionReason.NON_PAYMENT).withPlanChange(SuspensionPolicy.PlanChangeRule.DOWNGRADE_ONLY);
            Life life = Life.inService().does(suspend(lessOnly));

            Rejection refusal = life.refuses(new Command.ChangePlan(FIBRE_300));
            life.does(new Command.ChangePlan(FIBRE_50));

            assertThat(refusal)
                    .isEqualTo(new Rejection.BlockedByHold(SuspensionReason.NON_PAYMENT, CommandKind.CHANGE_PLAN));
            assertThat(life.contract().plan()).isEqualTo(FIBRE_50);
        }

        @Test
        void needs_a_plan_for_the_same_kind_of_line() {
            Rejection refusal = Life.inService().refuses(new Command.ChangePlan(TEN_GIG));

            refused(refusal, "OTHER_TECHNOLOGY", "plan TEN-GIG needs XGS_PON but the line is GPON");
        }
    }

    @Nested
    class Relocating {

        @Test
        void needs_another_address_or_other_ports() {
            Life life = Life.inService();

            Rejection refusal = life.refuses(relocateTo(HOME, HOME_PORT, life.now()));

            refused(refusal, "NOTHING_TO_CHANGE", "address already is Av. Amazonas N34-451");
        }

        @Test
        void to_other_ports_at_the_same_address_is_one() {
            Life life = Life.inService();

            life.does(relocateTo(HOME, HOME_PORT_2, life.now()));

            assertThat(life.contract().line()).contains(new Line(HOME_PORT_2, ONU));
        }

        @Test
        void needs_feasibility_at_the_new_address() {
            Life life = Life.inService();
            Assessment no = assessment(Verdict.UNQUALIFIED, life.now().plusSeconds(1));
            Assessment old = assessment(Verdict.QUALIFIED, life.now());

            assertThat(life.refuses(new Command.Relocate(OFFICE, OFFICE_PORT, no)))
                    .isEqualTo(new Rejection.NotQualified(Verdict.UNQUALIFIED, Optional.empty()));
            assertThat(life.refuses(new Command.Relocate(OFFICE, OFFICE_PORT, old)))
                    .isEqualTo(new Rejection.AssessmentExpired(life.now()));
        }
    }

    @Nested
    class Transferring {

        @Test
        void needs_another_holder() {
            Rejection refusal = Life.inService().refuses(transferTo(ANA));

            refused(refusal, "NOTHING_TO_CHANGE", "customer already is ana");
        }

        @Test
        void is_not_possible_while_held_for_debt() {
            Rejection refusal = Life.heldFor(SuspensionReason.NON_PAYMENT).refuses(transferTo(BRUNO));

            refused(
                    refusal,
                    "BLOCKED_BY_HOLD",
                    "TRANSFER_OWNERSHIP is not possible while the contract is held for NON_PAYMENT");
        }
    }

    @Nested
    class SwappingTheOnu {

        @Test
        void needs_another_onu() {
            Rejection refusal = Life.inService().refuses(new Command.SwapOnu(ONU));

            refused(refusal, "NOTHING_TO_CHANGE", "onu already is HWTC12345678");
        }
    }

    @Nested
    class Scheduling {

        @Test
        void of_what_is_scheduled_already_is_refused() {
            Life life = Life.inService();
            life.does(schedule(new Command.ChangePlan(FIBRE_50), IN_A_WEEK));

            Rejection refusal = life.refuses(schedule(new Command.ChangePlan(FIBRE_50), IN_A_WEEK));

            refused(refusal, "NOTHING_TO_CHANGE", "scheduled already is CHANGE_PLAN at 2026-03-09T13:00:00Z");
        }

        @Test
        void needs_a_time_after_now() {
            Life life = Life.inService();

            Rejection refusal = life.refuses(schedule(new Command.ChangePlan(FIBRE_50), life.now()));

            refused(refusal, "INVALID_VALUE", "at must be after 2026-03-03T14:00:00Z, was \"2026-03-03T14:00:00Z\"");
        }

        @Test
        void cannot_be_undone_or_applied_if_nothing_waits() {
            Life life = Life.inService();

            refused(
                    life.refuses(new Command.UndoScheduled(CommandKind.CANCEL)),
                    "NOTHING_SCHEDULED",
                    "no CANCEL is scheduled");
            assertThat(life.refuses(new Command.ApplyScheduled(CommandKind.CANCEL)))
                    .isEqualTo(new Rejection.NothingScheduled(CommandKind.CANCEL));
        }

        @Test
        void cannot_be_applied_before_its_time() {
            Life life = Life.inService();
            life.does(schedule(cancel(CancellationReason.CUSTOMER_REQUEST), IN_A_WEEK));

            unchanged(life, new Command.ApplyScheduled(CommandKind.CANCEL), Trigger.SCHEDULE);
        }
    }

    @Nested
    class AnswersOfDevices {

        @Test
        void for_something_no_longer_wanted_count_for_nothing() {
            Life life = Life.active();
            Command late = life.confirmation(NetworkTarget.LINE);
            Command lateFailure = life.failure(NetworkTarget.LINE);
            life.does(new Command.SwapOnu(SPARE_ONU));

            unchanged(life, late, Trigger.NETWORK);
            unchanged(life, lateFailure, Trigger.NETWORK);
        }

        @Test
        void for_something_never_wanted_are_an_error() {
            Life life = Life.active();

            refused(
                    life.refuses(new Command.ConfirmProvisioning(NetworkTarget.LINE, 5), Trigger.NETWORK),
                    "INVALID_VALUE",
                    "desiredVersion must be at most 4, was \"5\"");
            assertThat(life.refuses(new Command.FailProvisioning(NetworkTarget.LINE, 5, TIMEOUT), Trigger.NETWORK))
                    .isEqualTo(new Rejection.InvalidValue("desiredVersion", "5", "at most 4"));
        }

        @Test
        void cannot_come_for_a_draft() {
            Rejection refusal =
                    Life.drafted().refuses(new Command.ConfirmProvisioning(NetworkTarget.LINE, 1), Trigger.NETWORK);

            refused(refusal, "ILLEGAL_TRANSITION", "CONFIRM_PROVISIONING is not possible while DRAFT");
        }

        @Test
        void need_a_failure_to_be_retried() {
            Life life = Life.inService().does(new Command.ReportDrift(NetworkTarget.LINE, MISSING));

            Rejection refusal = life.refuses(new Command.RetryProvisioning());

            refused(refusal, "NOTHING_TO_CHANGE", "provisioning already is DRIFTED");
        }

        @Test
        void are_no_drift_on_a_target_that_was_never_confirmed() {
            Rejection refusal = Life.active().refuses(new Command.ReportDrift(NetworkTarget.LINE, MISSING));

            refused(refusal, "NOT_IN_SYNC", "LINE has a delivery under way, or one that failed");
        }

        @Test
        void are_no_drift_on_a_draft_that_was_dropped() {
            Life life = Life.drafted().does(cancel(CancellationReason.CUSTOMER_REQUEST));

            Rejection refusal = life.refuses(new Command.ReportDrift(NetworkTarget.LINE, MISSING));

            assertThat(refusal).isEqualTo(new Rejection.NotInSync(NetworkTarget.LINE));
        }

        @Test
        void are_no_drift_while_work_is_pending() {
            Life life = Life.inService().does(new Command.SwapOnu(SPARE_ONU));

            Rejection refusal = life.refuses(new Command.ReportDrift(NetworkTarget.LINE, MISSING));

            assertThat(refusal).isEqualTo(new Rejection.NotInSync(NetworkTarget.LINE));
        }

        @Test
        void are_no_drift_on_a_target_that_was_given_up_on() {
            Life life = Life.inService().does(new Command.ReportDrift(NetworkTarget.LINE, MISSING));
            life.does(life.failure(NetworkTarget.LINE));

            Rejection refusal = life.refuses(new Command.ReportDrift(NetworkTarget.LINE, MISSING));

            assertThat(refusal).isEqualTo(new Rejection.NotInSync(NetworkTarget.LINE));
        }
    }
}
