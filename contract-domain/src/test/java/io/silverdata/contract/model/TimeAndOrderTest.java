package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.ANA;
import static io.silverdata.contract.model.Situations.BRUNO;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.FIBRE_300;
import static io.silverdata.contract.model.Situations.FIBRE_50;
import static io.silverdata.contract.model.Situations.cancel;
import static io.silverdata.contract.model.Situations.policy;
import static io.silverdata.contract.model.Situations.schedule;
import static io.silverdata.contract.model.Situations.suspend;
import static io.silverdata.contract.model.Situations.transferTo;
import static io.silverdata.contract.model.SuspensionReason.ADMINISTRATIVE;
import static io.silverdata.contract.model.SuspensionReason.CUSTOMER_REQUEST;
import static io.silverdata.contract.model.SuspensionReason.FRAUD_ABUSE;
import static io.silverdata.contract.model.SuspensionReason.LEGAL_REGULATORY;
import static io.silverdata.contract.model.SuspensionReason.NON_PAYMENT;
import static io.silverdata.contract.model.SuspensionReason.TECHNICAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.model.ContractEvent.ChangeUnscheduled.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of time and order on worked cases: what happens at one instant, what waits, and what is written down later. */
class TimeAndOrderTest {
    private static final Command.TransferOwnership KEEPING =
            new Command.TransferOwnership(BRUNO, Optional.empty(), Optional.empty(), true);

    private final Life life = Life.inService();
    private final Instant start = life.now();

    private Instant day(int days) {
        return start.plus(days, ChronoUnit.DAYS);
    }

    private static Command.ChangePlan to(PlanSnapshot plan) {
        return new Command.ChangePlan(plan);
    }

    private void passes(int days) {
        life.later(Duration.ofDays(days)).handlesWhatIsDue();
    }

    @Nested
    class AtOneInstant {

        @Test
        void a_hold_ends_before_the_plan_changes() {
            life.does(suspend(LEGAL_REGULATORY, day(30))).does(schedule(to(FIBRE_50), day(30)));

            passes(31);

            assertThat(life.contract().plan()).isEqualTo(FIBRE_50);
            assertThat(life.timeOf(ContractEvent.PlanChanged.class)).isEqualTo(day(30));
        }

        @Test
        void a_pause_ends_before_the_next_begins() {
            life.does(suspend(CUSTOMER_REQUEST, day(30))).does(schedule(suspend(CUSTOMER_REQUEST, day(60)), day(30)));

            passes(31);

            assertThat(life.contract().holds())
                    .extracting(SuspensionHold::placedAt, hold -> hold.until().orElseThrow())
                    .containsExactly(tuple(day(30), day(60)));
        }

        @Test
        void terms_change_before_a_new_hold_and_before_the_end() {
            life.does(schedule(cancel(CancellationReason.CUSTOMER_REQUEST), day(30)));
            life.does(new Command.UndoScheduled(CommandKind.CANCEL))
                    .does(schedule(suspend(FRAUD_ABUSE), day(30)))
                    .does(schedule(KEEPING, day(30)))
                    .does(schedule(to(FIBRE_50), day(30)))
                    .does(schedule(cancel(CancellationReason.CUSTOMER_REQUEST), day(30)));

            passes(31);

            assertThat(life.events().stream()
                            .map(RecordedEvent::event)
                            .skip(life.events().size() - 9L))
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly(
                            "ChangeApplied",
                            "PlanChanged",
                            "ChangeApplied",
                            "OwnershipTransferred",
                            "ChangeApplied",
                            "HoldPlaced",
                            "ContractSuspended",
                            "ChangeApplied",
                            "ContractCancelled");
        }
    }

    @Nested
    class WhatWaits {

        @Test
        void is_carried_out_when_the_hold_that_blocks_it_is_lifted() {
            life.does(schedule(to(FIBRE_50), day(30)));
            life.later(Duration.ofDays(27)).does(suspend(LEGAL_REGULATORY, day(33)));

            passes(4);
            assertThat(life.contract().plan()).isEqualTo(FIBRE_100);
            assertThat(life.contract().scheduled()).hasSize(1);
            assertThat(life.contract().nextDueAt()).contains(day(33));

            passes(3);
            assertThat(life.contract().plan()).isEqualTo(FIBRE_50);
            assertThat(life.timeOf(ContractEvent.PlanChanged.class)).isEqualTo(day(33));
        }

        @Test
        void counts_from_its_own_time_if_the_hold_is_lifted_as_of_before() {
            life.does(schedule(to(FIBRE_50), day(30))).does(suspend(LEGAL_REGULATORY));
            life.later(Duration.ofDays(35));

            life.doesBackdated(new Command.LiftHold(LEGAL_REGULATORY), day(20)).handlesWhatIsDue();

            assertThat(life.timeOf(ContractEvent.PlanChanged.class)).isEqualTo(day(30));
        }

        @Test
        void goes_on_waiting_while_another_hold_blocks_it() {
            life.does(schedule(to(FIBRE_50), day(5)))
                    .does(suspend(LEGAL_REGULATORY))
                    .does(suspend(FRAUD_ABUSE));
            passes(6);

            life.does(new Command.LiftHold(LEGAL_REGULATORY));
            assertThat(life.contract().plan()).isEqualTo(FIBRE_100);

            life.does(new Command.LiftHold(FRAUD_ABUSE));
            assertThat(life.contract().plan()).isEqualTo(FIBRE_50);
        }

        @Test
        void a_transfer_waits_through_a_cut() {
            life.does(schedule(transferTo(BRUNO), day(10)));
            life.later(Duration.ofDays(9)).does(suspend(NON_PAYMENT));
            passes(5);
            assertThat(life.contract().customer()).isEqualTo(ANA);

            life.does(new Command.LiftHold(NON_PAYMENT), Trigger.PAYMENT);

            assertThat(life.contract().customer()).isEqualTo(BRUNO);
            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
        }

        @Test
        void a_pause_waits_for_the_end_of_the_pause_before_it() {
            life.does(suspend(CUSTOMER_REQUEST, day(30))).does(schedule(suspend(CUSTOMER_REQUEST, day(50)), day(20)));

            passes(40);

            assertThat(life.contract().hold(CUSTOMER_REQUEST).map(SuspensionHold::placedAt))
                    .contains(day(30));
        }

        @Test
        void is_refused_if_the_contract_is_to_end_by_then() {
            ScheduledChange end = new ScheduledChange(cancel(CancellationReason.CUSTOMER_REQUEST), day(30));
            life.does(new Command.Schedule(end)).does(schedule(to(FIBRE_50), day(29)));

            assertThat(life.refuses(schedule(to(FIBRE_300), day(30))))
                    .isEqualTo(new Rejection.AfterCancellation(end, day(30)));
        }
    }

    @Nested
    class ALaterOrder {

        @Test
        void of_a_plan_takes_the_place_of_the_one_that_waits() {
            ScheduledChange earlier = new ScheduledChange(to(FIBRE_50), day(30));
            life.does(new Command.Schedule(earlier));

            life.does(to(FIBRE_300));

            assertThat(life.lastEvents())
                    .containsExactly(
                            new ContractEvent.ChangeUnscheduled(earlier, Cause.REPLACED),
                            new ContractEvent.PlanChanged(FIBRE_100, FIBRE_300));
            passes(40);
            assertThat(life.contract().plan()).isEqualTo(FIBRE_300);
        }

        static Stream<List<Command.Schedulable>> kinds() {
            return Stream.of(
                    List.of(to(FIBRE_50), to(FIBRE_300)),
                    List.of(transferTo(BRUNO), transferTo(new CustomerId("carla"))),
                    List.of(suspend(ADMINISTRATIVE), suspend(ADMINISTRATIVE, Instant.parse("2027-01-01T00:00:00Z"))),
                    List.of(cancel(CancellationReason.CUSTOMER_REQUEST), cancel(CancellationReason.NON_PAYMENT)));
        }

        @ParameterizedTest
        @MethodSource("kinds")
        void that_is_scheduled_takes_the_place_of_the_one_that_waits(List<Command.Schedulable> orders) {
            ScheduledChange earlier = new ScheduledChange(orders.get(0), day(30));
            ScheduledChange later = new ScheduledChange(orders.get(1), day(20));
            life.does(new Command.Schedule(earlier));

            life.does(new Command.Schedule(later));

            assertThat(life.lastEvents())
                    .containsExactly(
                            new ContractEvent.ChangeUnscheduled(earlier, Cause.REPLACED),
                            new ContractEvent.ChangeScheduled(later));
            assertThat(life.contract().scheduled()).containsExactly(later);
        }

        @Test
        void for_the_present_plan_withdraws_the_one_that_waits() {
            life.does(schedule(to(FIBRE_50), day(30)));

            life.does(to(FIBRE_100));

            assertThat(life.contract().scheduled()).isEmpty();
            assertThat(life.contract().plan()).isEqualTo(FIBRE_100);
        }

        @Test
        void to_suspend_takes_the_place_of_a_suspension_for_the_same_reason_that_it_outlasts() {
            life.does(schedule(suspend(ADMINISTRATIVE), day(30))).does(suspend(ADMINISTRATIVE, day(10)));
            assertThat(life.contract().scheduled()).hasSize(1);
            passes(11);

            life.does(suspend(ADMINISTRATIVE));

            assertThat(life.contract().scheduled()).isEmpty();
        }

        @Test
        void to_suspend_for_another_reason_is_refused_while_a_suspension_waits() {
            ScheduledChange pause = new ScheduledChange(suspend(CUSTOMER_REQUEST, day(60)), day(30));
            life.does(new Command.Schedule(pause));

            assertThat(life.refuses(schedule(suspend(FRAUD_ABUSE), day(20))))
                    .isEqualTo(new Rejection.AlreadyScheduled(pause));
        }
    }

    @Nested
    class ATransfer {

        @Test
        void drops_what_the_old_holder_scheduled() {
            ScheduledChange end = new ScheduledChange(cancel(CancellationReason.CUSTOMER_REQUEST), day(30));
            life.does(new Command.Schedule(end));

            life.does(transferTo(BRUNO));

            assertThat(life.lastEvents().get(0)).isEqualTo(new ContractEvent.ChangeUnscheduled(end, Cause.TRANSFERRED));
            passes(40);
            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
        }

        @Test
        void keeps_it_by_choice() {
            life.does(schedule(to(FIBRE_50), day(30)));

            life.does(KEEPING);

            assertThat(life.contract().scheduled()).hasSize(1);
        }
    }

    @Nested
    class ABackdatedCommand {

        @Test
        void that_counts_from_before_a_hold_is_not_blocked_by_it() {
            life.later(Duration.ofDays(10)).does(suspend(FRAUD_ABUSE)).later(Duration.ofDays(1));

            life.doesBackdated(to(FIBRE_50), day(5));

            assertThat(life.contract().plan()).isEqualTo(FIBRE_50);
        }

        @Test
        void that_counts_from_within_a_hold_that_was_lifted_since_is_blocked_by_it() {
            life.does(suspend(FRAUD_ABUSE)).later(Duration.ofDays(10));
            life.does(new Command.LiftHold(FRAUD_ABUSE)).later(Duration.ofDays(10));

            Rejection refusal = life.refuses(to(FIBRE_50), Situations.backdated(day(5), life.now(), Trigger.ADMIN));

            assertThat(refusal).isEqualTo(new Rejection.BlockedByHold(FRAUD_ABUSE, CommandKind.CHANGE_PLAN));
        }

        @Test
        void transfers_are_judged_at_their_time_too() {
            life.later(Duration.ofDays(10)).does(suspend(NON_PAYMENT)).later(Duration.ofDays(1));

            life.doesBackdated(transferTo(BRUNO), day(5));

            assertThat(life.contract().customer()).isEqualTo(BRUNO);
        }

        @Test
        void replaces_the_plan_of_its_time() {
            life.later(Duration.ofDays(10)).does(to(FIBRE_300)).later(Duration.ofDays(5));

            life.doesBackdated(to(FIBRE_300), day(5));

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.PlanChanged(FIBRE_100, FIBRE_300));
        }
    }

    @Nested
    class AnOutageWrittenDownAfterwards {
        private final Command.Suspend outage = suspend(TECHNICAL, day(3));

        @Test
        void is_recorded_and_tells_the_network_nothing() {
            ProvisioningState before = life.contract().provisioning();

            life.later(Duration.ofDays(10)).doesBackdated(outage, day(1));

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.HoldRecorded(
                            new SuspensionHold(policy(TECHNICAL), outage.enforcement(), day(1), Optional.of(day(3))),
                            List.of(new DayRange(
                                    day(1).atZone(Situations.ZONE).toLocalDate(),
                                    day(3).atZone(Situations.ZONE).toLocalDate()))));
            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
            assertThat(life.contract().provisioning()).isEqualTo(before);
            assertThat(life.contract().nextDueAt()).isEmpty();
        }

        @Test
        void may_lie_before_an_open_one() {
            life.later(Duration.ofDays(5)).does(suspend(TECHNICAL)).later(Duration.ofDays(5));

            life.doesBackdated(outage, day(1));

            assertThat(life.contract().hold(TECHNICAL).map(SuspensionHold::placedAt))
                    .contains(day(5));
        }

        @Test
        void must_not_reach_into_an_open_one() {
            life.later(Duration.ofDays(2)).does(suspend(TECHNICAL)).later(Duration.ofDays(5));

            assertThat(life.refuses(outage, Situations.backdated(day(1), life.now(), Trigger.ADMIN)))
                    .isEqualTo(new Rejection.AlreadyHeld(TECHNICAL));
        }
    }

    @Nested
    class ATerm {

        @Test
        void agreed_later_begins_on_its_day_and_grows_by_the_days_held_since() {
            life.does(suspend(TECHNICAL)).later(Duration.ofDays(10)).does(new Command.AgreeTerm(6));
            LocalDate agreed = life.now().atZone(Situations.ZONE).toLocalDate();

            life.later(Duration.ofDays(5)).does(new Command.LiftHold(TECHNICAL));

            assertThat(life.contract().termEndsOn())
                    .contains(agreed.plusMonths(6).plusDays(5));
        }

        @Test
        void of_a_new_plan_begins_with_the_plan_if_it_is_said() {
            LocalDate before = life.contract().termEndsOn().orElseThrow();
            life.later(Duration.ofDays(30)).does(to(FIBRE_300));
            assertThat(life.contract().termEndsOn()).contains(before);

            life.does(new Command.ChangePlan(FIBRE_50, Optional.of(24)));

            assertThat(life.contract().termEndsOn())
                    .contains(life.now().atZone(Situations.ZONE).toLocalDate().plusMonths(24));
        }

        @Test
        void may_be_none() {
            life.does(new Command.AgreeTerm(0));

            assertThat(life.contract().termEndsOn()).isEmpty();
        }
    }

    @Nested
    class ATime {

        @Test
        void that_no_storage_keeps_is_refused() {
            Instant never = Instant.parse("9999-12-31T23:59:59Z");

            assertThat(life.refuses(suspend(TECHNICAL, never)))
                    .isEqualTo(new Rejection.InvalidValue(
                            "until", never.toString(), TimeRange.EARLIEST + " to " + TimeRange.LATEST));
            assertThat(life.refuses(schedule(to(FIBRE_50), never)))
                    .isEqualTo(new Rejection.InvalidValue(
                            "at", never.toString(), TimeRange.EARLIEST + " to " + TimeRange.LATEST));
        }

        @Test
        void at_which_a_scheduled_pause_ends_must_lie_after_its_begin() {
            assertThat(life.refuses(schedule(suspend(CUSTOMER_REQUEST, day(20)), day(30))))
                    .isEqualTo(new Rejection.InvalidValue("until", day(20).toString(), "after " + day(30)));
        }
    }
}
