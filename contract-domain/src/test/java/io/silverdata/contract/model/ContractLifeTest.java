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
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.MISSING;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.NUMBER;
import static io.silverdata.contract.model.Situations.OFFICE;
import static io.silverdata.contract.model.Situations.OFFICE_PORT;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OPEN_END;
import static io.silverdata.contract.model.Situations.OPERATOR;
import static io.silverdata.contract.model.Situations.OTHER_LOGIN;
import static io.silverdata.contract.model.Situations.PREDECESSOR;
import static io.silverdata.contract.model.Situations.SPARE_ONU;
import static io.silverdata.contract.model.Situations.TEN_GIG;
import static io.silverdata.contract.model.Situations.TIMEOUT;
import static io.silverdata.contract.model.Situations.assessment;
import static io.silverdata.contract.model.Situations.at;
import static io.silverdata.contract.model.Situations.backdated;
import static io.silverdata.contract.model.Situations.cancel;
import static io.silverdata.contract.model.Situations.policy;
import static io.silverdata.contract.model.Situations.relocateTo;
import static io.silverdata.contract.model.Situations.schedule;
import static io.silverdata.contract.model.Situations.suspend;
import static io.silverdata.contract.model.Situations.terms;
import static io.silverdata.contract.model.Situations.transferTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.DueCommand;
import io.silverdata.contract.model.ContractEvent.ChangeUnscheduled.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each row of the life of a contract: what a command makes of it, says of it, and asks of the network. */
class ContractLifeTest {

    @Nested
    class Drafting {

        @Test
        void writes_the_terms_down_and_asks_nothing_of_the_network() {
            Contract drafted = Life.drafted().contract();

            assertThat(drafted.status()).isEqualTo(Status.DRAFT);
            assertThat(drafted.version()).isEqualTo(1);
            assertThat(drafted.id()).isEqualTo(CONTRACT);
            assertThat(drafted.number()).isEqualTo(NUMBER);
            assertThat(drafted.predecessor()).contains(PREDECESSOR);
            assertThat(drafted.customer()).isEqualTo(ANA);
            assertThat(drafted.plan()).isEqualTo(FIBRE_100);
            assertThat(drafted.address()).isEqualTo(HOME);
            assertThat(drafted.billingDay()).isEqualTo(5);
            assertThat(drafted.draftedAt()).isEqualTo(MORNING);
            assertThat(drafted.provisioning().summary()).isEqualTo(ProvisioningState.Summary.NOT_REQUIRED);
            assertThat(drafted.nextDueAt()).isEmpty();
            assertThat(PortClaim.of(drafted)).isEmpty();
        }

        @Test
        void may_be_backdated_and_says_when_it_was_recorded() {
            Instant lastWeek = MORNING.minus(Duration.ofDays(7));

            Decision decision = Decider.draft(CONTRACT, terms(FIBRE_100), backdated(lastWeek, MORNING, Trigger.SYSTEM))
                    .get();

            assertThat(decision.contract().draftedAt()).isEqualTo(lastWeek);
            assertThat(decision.events())
                    .containsExactly(new RecordedEvent(
                            CONTRACT,
                            1,
                            new EventMetadata(lastWeek, MORNING, OPERATOR, Trigger.SYSTEM, Optional.empty()),
                            terms(FIBRE_100)));
        }

        @Test
        void into_the_future_is_refused() {
            Instant tomorrow = MORNING.plus(Duration.ofDays(1));

            Rejection refusal = Decider.draft(CONTRACT, terms(FIBRE_100), backdated(tomorrow, MORNING, Trigger.ADMIN))
                    .getLeft();

            assertThat(refusal).isEqualTo(new Rejection.EffectiveTimeOutOfRange(tomorrow, TimeRange.EARLIEST, MORNING));
        }
    }

    @Nested
    class BeforeActivation {

        @Test
        void an_assessment_is_kept_with_all_it_says() {
            Assessment answer = assessment(Verdict.ALTERNATIVE, MORNING.plus(Duration.ofDays(30)));
            Life life = Life.drafted();

            life.does(new Command.Assess(answer));

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.FeasibilityAssessed(answer));
            assertThat(life.contract().assessment()).contains(answer);
            assertThat(life.contract().status()).isEqualTo(Status.DRAFT);
        }

        @Test
        void a_reservation_claims_the_output_until_its_end() {
            Instant end = MORNING.plus(Duration.ofDays(7));

            Life life = Life.reserved();

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.PortsReserved(HOME_PORT, end, Optional.empty()));
            assertThat(life.contract().reservation()).contains(new Reservation(HOME_PORT, end, 0));
            assertThat(PortClaim.of(life.contract()))
                    .isEqualTo(Map.of(HOME_PORT.splitterOutput(), PortClaim.reserved(end)));
            assertThat(life.contract().nextDueAt()).contains(end);
        }

        @Test
        void an_override_with_its_reason_reserves_without_an_assessment() {
            Command reserve =
                    new Command.Reserve(FAR_PORT, MORNING.plus(Duration.ofDays(1)), Optional.of("seen on site"));

            Life life = Life.drafted().does(reserve);

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.PortsReserved(
                            FAR_PORT, MORNING.plus(Duration.ofDays(1)), Optional.of("seen on site")));
        }

        @Test
        void a_warning_and_an_alternative_are_good_enough_to_reserve() {
            Life life = Life.drafted().assessed(Verdict.ALTERNATIVE);

            life.does(new Command.Reserve(OFFICE_PORT, MORNING.plus(Duration.ofDays(1)), Optional.empty()));

            assertThat(life.contract().reservation().map(Reservation::ports)).contains(OFFICE_PORT);
        }

        @Test
        void a_renewal_moves_the_end_and_is_counted() {
            Instant end = MORNING.plus(Duration.ofDays(14));
            Life life = Life.reserved();

            life.does(new Command.RenewReservation(end, 1));

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.ReservationRenewed(end));
            assertThat(life.contract().reservation()).contains(new Reservation(HOME_PORT, end, 1));
        }

        @Test
        void a_released_reservation_claims_nothing() {
            Life life = Life.reserved().does(new Command.ReleaseReservation());

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.ReservationReleased(HOME_PORT));
            assertThat(life.contract().reservation()).isEmpty();
            assertThat(PortClaim.of(life.contract())).isEmpty();
        }

        @Test
        void time_ends_a_reservation_at_its_end_and_not_before() {
            Life life = Life.reserved().later(Duration.ofDays(7).minusNanos(1));
            assertThat(Decider.due(life.contract(), life.now())).isEmpty();

            life.later(Duration.ofNanos(1)).handlesWhatIsDue();

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.ReservationExpired(HOME_PORT));
            assertThat(life.contract().reservation()).isEmpty();
            assertThat(life.contract().status()).isEqualTo(Status.DRAFT);
        }

        @Test
        void a_reservation_that_ran_out_unnoticed_is_said_to_have_before_the_next() {
            Life life = Life.reserved().later(Duration.ofDays(8)).assessed(Verdict.QUALIFIED);
            Instant end = life.now().plus(Duration.ofDays(7));

            life.does(new Command.Reserve(HOME_PORT, end, Optional.empty()));

            assertThat(life.lastEvents())
                    .containsExactly(
                            new ContractEvent.ReservationExpired(HOME_PORT),
                            new ContractEvent.PortsReserved(HOME_PORT, end, Optional.empty()));
        }

        @Test
        void a_hold_waits_on_the_draft() {
            Life life = Life.assessed().does(suspend(SuspensionReason.ADMINISTRATIVE));

            assertThat(life.lastEvents()).hasSize(1).hasOnlyElementsOfType(ContractEvent.HoldPlaced.class);
            assertThat(life.contract().status()).isEqualTo(Status.DRAFT);
            assertThat(life.contract().enforcement()).isEqualTo(Enforcement.HARD_BLOCK);
            assertThat(life.contract().suspendedSince()).isEmpty();
        }

        @Test
        void a_hold_lifted_from_the_draft_reconnects_nothing() {
            Life life = Life.assessed().does(suspend(SuspensionReason.ADMINISTRATIVE));

            life.does(new Command.LiftHold(SuspensionReason.ADMINISTRATIVE));

            assertThat(life.lastEvents()).hasSize(1).hasOnlyElementsOfType(ContractEvent.HoldLifted.class);
            assertThat(life.contract().holds()).isEmpty();
        }

        @Test
        void a_dropped_draft_was_never_active_and_leaves_nothing_behind() {
            Life life = Life.reserved().does(cancel(CancellationReason.TECHNICAL_INFEASIBLE));

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.ContractCancelled(
                            CancellationReason.TECHNICAL_INFEASIBLE, true, 0, List.of(), Optional.empty()));
            assertThat(life.contract().status()).isEqualTo(Status.CANCELLED);
            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.NOT_REQUIRED);
            assertThat(PortClaim.of(life.contract())).isEmpty();
            assertThat(life.contract().nextDueAt()).isEmpty();
        }
    }

    @Nested
    class Activation {

        @Test
        void takes_the_reserved_ports_into_use_and_asks_for_line_and_access() {
            Life life = Life.active();

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.ContractActivated(
                            new Line(HOME_PORT, ONU), LOGIN, Optional.of(LocalDate.of(2027, 3, 3))));
            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
            assertThat(life.contract().reservation()).isEmpty();
            assertThat(PortClaim.of(life.contract())).isEqualTo(Map.of(HOME_PORT.splitterOutput(), PortClaim.inUse()));
            assertThat(life.contract().provisioning().access()).isEqualTo(wanted(4));
            assertThat(life.contract().provisioning().line()).isEqualTo(wanted(4));
            assertThat(DesiredNetwork.of(life.contract()))
                    .isEqualTo(new DesiredNetwork(
                            new DesiredNetwork.Access(
                                    Optional.of(new AccessService(
                                            CONTRACT,
                                            LOGIN,
                                            FIBRE_100.accessProfile(),
                                            FIBRE_100.rates(),
                                            Enforcement.NONE)),
                                    List.of()),
                            new DesiredNetwork.LineSide(
                                    Optional.of(new LineService(
                                            CONTRACT, new Line(HOME_PORT, ONU), FIBRE_100.lineProfile(), true)),
                                    List.of())));
        }

        @Test
        void takes_qualified_ports_without_a_reservation() {
            Life life = Life.assessed().does(new Command.Activate(OFFICE_PORT, ONU, LOGIN));

            assertThat(life.contract().line()).contains(new Line(OFFICE_PORT, ONU));
        }

        @Test
        void takes_qualified_ports_after_a_reservation_ran_out() {
            Life life = Life.reserved().later(Duration.ofDays(7));

            life.does(new Command.Activate(OFFICE_PORT, ONU, LOGIN));

            assertThat(life.lastEvents()).hasSize(2).first().isEqualTo(new ContractEvent.ReservationExpired(HOME_PORT));
            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
        }

        @Test
        void of_a_draft_with_a_hold_starts_suspended() {
            Life life = Life.assessed().does(suspend(SuspensionReason.NON_PAYMENT));

            life.does(new Command.Activate(HOME_PORT, ONU, LOGIN));

            assertThat(life.lastEvents()).last().isEqualTo(new ContractEvent.ContractSuspended(Enforcement.CAPTIVE));
            assertThat(life.contract().status()).isEqualTo(Status.SUSPENDED);
            assertThat(life.contract().suspendedSince()).contains(MORNING);
        }

        @Test
        void of_a_plan_without_minimum_term_has_no_end_of_term() {
            Life life = Life.drafted(OPEN_END).activated();

            assertThat(life.contract().termEndsOn()).isEmpty();
        }

        @Test
        void counts_the_term_from_the_operators_day() {
            // 03:30 in UTC is still the evening before in Guayaquil.
            Instant night = Instant.parse("2026-03-05T03:30:00Z");
            Life life = Life.assessed().later(Duration.ofDays(5));

            life.doesBackdated(new Command.Activate(HOME_PORT, ONU, LOGIN), night);

            assertThat(life.contract().termEndsOn()).contains(LocalDate.of(2027, 3, 4));
        }
    }

    @Nested
    class InService {

        @Test
        void begins_when_both_sides_have_confirmed_for_the_first_time() {
            Life life = Life.active().confirmed(NetworkTarget.LINE);
            assertThat(life.contract().inServiceSince()).isEmpty();

            life.later(Duration.ofMinutes(3)).confirmed(NetworkTarget.ACCESS);

            assertThat(life.lastEvents())
                    .containsExactly(
                            new ContractEvent.ProvisioningConfirmed(NetworkTarget.ACCESS, 4),
                            new ContractEvent.ServiceConfirmed());
            assertThat(life.contract().inServiceSince()).contains(life.now());
            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        }

        @Test
        void begins_once_only() {
            Life life = Life.inService();
            Optional<Instant> since = life.contract().inServiceSince();

            life.later(Duration.ofDays(1))
                    .does(new Command.ChangePlan(FIBRE_300))
                    .confirmed();

            assertThat(life.contract().inServiceSince()).isEqualTo(since);
            assertThat(life.events().stream()
                            .filter(recorded -> recorded.event() instanceof ContractEvent.ServiceConfirmed))
                    .hasSize(1);
        }

        @Test
        void never_begins_for_a_contract_that_ended_before() {
            Life life = Life.active()
                    .does(cancel(CancellationReason.CUSTOMER_REQUEST))
                    .confirmed();

            assertThat(life.contract().inServiceSince()).isEmpty();
        }
    }

    @Nested
    class Suspension {

        @Test
        void suspends_an_active_contract() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);
            SuspensionHold hold = new SuspensionHold(
                    policy(SuspensionReason.NON_PAYMENT), Enforcement.CAPTIVE, life.now(), Optional.empty());

            assertThat(life.lastEvents())
                    .containsExactly(
                            new ContractEvent.HoldPlaced(hold),
                            new ContractEvent.ContractSuspended(Enforcement.CAPTIVE));
            assertThat(life.contract().status()).isEqualTo(Status.SUSPENDED);
            assertThat(life.contract().suspendedSince()).contains(life.now());
            assertThat(life.contract().hold(SuspensionReason.NON_PAYMENT)).contains(hold);
            assertThat(life.contract().hold(SuspensionReason.FRAUD_ABUSE)).isEmpty();
        }

        @Test
        void for_a_second_reason_is_one_more_hold_and_no_second_suspension() {
            Life life = Life.heldFor(SuspensionReason.FAIR_USE);
            Optional<Instant> since = life.contract().suspendedSince();

            life.later(Duration.ofDays(1)).does(suspend(SuspensionReason.FRAUD_ABUSE));

            assertThat(life.lastEvents()).hasSize(1).hasOnlyElementsOfType(ContractEvent.HoldPlaced.class);
            assertThat(life.contract().enforcement()).isEqualTo(Enforcement.HARD_BLOCK);
            assertThat(life.contract().suspendedSince()).isEqualTo(since);
            assertThat(life.contract().holds().stream().map(SuspensionHold::reason))
                    .containsExactly(SuspensionReason.FAIR_USE, SuspensionReason.FRAUD_ABUSE);
        }

        @Test
        void cuts_the_login_and_leaves_the_line_alone() {
            Life life = Life.heldFor(SuspensionReason.ADMINISTRATIVE);

            DesiredNetwork network = DesiredNetwork.of(life.contract());

            assertThat(network.isRestricted()).isTrue();
            assertThat(network.access().service().map(AccessService::enforcement))
                    .contains(Enforcement.HARD_BLOCK);
            assertThat(network.line().service().map(LineService::enabled)).contains(true);
            assertThat(life.contract().provisioning().access().needsDelivery()).isTrue();
            assertThat(life.contract().provisioning().line().needsDelivery()).isFalse();
        }

        @Test
        void with_a_notice_page_is_a_restriction() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);

            assertThat(DesiredNetwork.of(life.contract()).isRestricted()).isTrue();
        }

        @Test
        void escalates_to_the_line_when_told_to() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);

            life.does(new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.LINE_DISABLED));

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.EnforcementChanged(
                            SuspensionReason.NON_PAYMENT, Enforcement.CAPTIVE, Enforcement.LINE_DISABLED));
            assertThat(DesiredNetwork.of(life.contract()).line().service().map(LineService::enabled))
                    .contains(false);
            assertThat(life.contract().provisioning().line().needsDelivery()).isTrue();
        }

        @Test
        void changes_the_enforcement_of_one_hold_and_of_no_other() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT).does(suspend(SuspensionReason.FAIR_USE));

            life.does(new Command.ChangeEnforcement(SuspensionReason.FAIR_USE, Enforcement.NONE));

            assertThat(life.contract().holds().stream().map(SuspensionHold::enforcement))
                    .containsExactly(Enforcement.CAPTIVE, Enforcement.NONE);
        }
    }

    @Nested
    class Reconnection {

        @Test
        void follows_the_last_hold() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);
            Instant since = life.now();
            SuspensionHold hold = life.contract().holds().get(0);

            life.later(Duration.ofDays(3)).does(new Command.LiftHold(SuspensionReason.NON_PAYMENT), Trigger.PAYMENT);

            assertThat(life.lastEvents())
                    .containsExactly(
                            new ContractEvent.HoldLifted(hold, List.of()),
                            new ContractEvent.ContractReconnected(SuspensionReason.NON_PAYMENT, true, since));
            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
            assertThat(life.contract().suspendedSince()).isEmpty();
        }

        @Test
        void never_comes_before_its_suspension_even_if_the_last_hold_was_over_before() {
            Life life = Life.inService();
            Instant morning = life.now();
            Instant evening = morning.plus(Duration.ofHours(12));
            life.later(Duration.ofDays(5)).does(suspend(SuspensionReason.NON_PAYMENT));
            life.doesBackdated(suspend(SuspensionReason.ADMINISTRATIVE), morning);
            life.does(new Command.LiftHold(SuspensionReason.NON_PAYMENT));

            life.doesBackdated(new Command.LiftHold(SuspensionReason.ADMINISTRATIVE), evening);

            assertThat(life.timeOf(ContractEvent.ContractReconnected.class)).isEqualTo(evening);
            assertThat(life.lastEvents())
                    .last()
                    .isEqualTo(new ContractEvent.ContractReconnected(SuspensionReason.ADMINISTRATIVE, false, morning));
        }

        @Test
        void waits_while_another_hold_remains() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT).does(suspend(SuspensionReason.FRAUD_ABUSE));

            life.does(new Command.LiftHold(SuspensionReason.NON_PAYMENT), Trigger.PAYMENT);

            assertThat(life.lastEvents()).hasSize(1).hasOnlyElementsOfType(ContractEvent.HoldLifted.class);
            assertThat(life.contract().status()).isEqualTo(Status.SUSPENDED);
        }

        @Test
        void comes_with_time_for_a_hold_that_has_an_end() {
            Life life = Life.inService();
            Instant end = life.now().plus(Duration.ofDays(10));
            life.does(suspend(SuspensionReason.CUSTOMER_REQUEST, end));

            life.later(Duration.ofDays(12)).handlesWhatIsDue();

            assertThat(life.timeOf(ContractEvent.ContractReconnected.class)).isEqualTo(end);
            assertThat(life.events().get(life.events().size() - 1).recordedAt()).isEqualTo(life.now());
            assertThat(life.lastEvents())
                    .last()
                    .asInstanceOf(type(ContractEvent.ContractReconnected.class))
                    .returns(false, ContractEvent.ContractReconnected::countsAsReconnection);
        }
    }

    @Nested
    class PlanChange {

        @Test
        void asks_both_sides_for_the_new_profile() {
            Life life = Life.inService().does(new Command.ChangePlan(FIBRE_300));

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.PlanChanged(FIBRE_100, FIBRE_300));
            assertThat(life.contract().plan()).isEqualTo(FIBRE_300);
            assertThat(life.contract().provisioning().access().needsDelivery()).isTrue();
            assertThat(life.contract().provisioning().line().needsDelivery()).isTrue();
        }

        @Test
        void lifts_no_hold() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);
            List<SuspensionHold> holds = life.contract().holds();

            life.does(new Command.ChangePlan(FIBRE_50));

            assertThat(life.contract().holds()).isEqualTo(holds);
            assertThat(life.contract().status()).isEqualTo(Status.SUSPENDED);
        }

        @Test
        void at_a_later_time_waits_and_then_happens_at_that_time() {
            Life life = Life.inService();
            ScheduledChange change = new ScheduledChange(
                    new Command.ChangePlan(FIBRE_50), life.now().plus(Duration.ofDays(2)));

            life.does(new Command.Schedule(change)).later(Duration.ofDays(3)).handlesWhatIsDue();

            assertThat(life.lastEvents())
                    .containsExactly(
                            new ContractEvent.ChangeApplied(change),
                            new ContractEvent.PlanChanged(FIBRE_100, FIBRE_50));
            assertThat(life.timeOf(ContractEvent.PlanChanged.class)).isEqualTo(change.at());
            assertThat(life.contract().scheduled()).isEmpty();
        }

        @Test
        void that_is_refused_when_its_time_comes_is_settled_and_says_why() {
            Life life = Life.inService();
            ScheduledChange change = new ScheduledChange(
                    new Command.ChangePlan(TEN_GIG), life.now().plus(Duration.ofDays(2)));
            life.does(new Command.Schedule(change));

            life.later(Duration.ofDays(3)).handlesWhatIsDue();

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.ChangeRejected(
                            change,
                            "OTHER_TECHNOLOGY",
                            new Rejection.OtherTechnology(TEN_GIG.id(), Technology.XGS_PON, Technology.GPON)
                                    .message()));
            assertThat(life.contract().scheduled()).isEmpty();
            assertThat(life.contract().plan()).isEqualTo(FIBRE_100);
        }
    }

    @Nested
    class Scheduling {

        @Test
        void keeps_one_change_of_each_kind() {
            Life life = Life.inService();
            Instant later = life.now().plus(Duration.ofDays(2));

            life.does(schedule(new Command.ChangePlan(FIBRE_50), later))
                    .does(schedule(cancel(CancellationReason.CUSTOMER_REQUEST), later.plusSeconds(1)));

            assertThat(life.contract().scheduled().stream().map(ScheduledChange::kind))
                    .containsExactly(CommandKind.CHANGE_PLAN, CommandKind.CANCEL);
            assertThat(life.contract().scheduled(CommandKind.CANCEL).map(ScheduledChange::at))
                    .contains(later.plusSeconds(1));
            assertThat(life.contract().scheduled(CommandKind.SUSPEND)).isEmpty();
        }

        @Test
        void takes_back_what_was_put_off() {
            Life life = Life.inService();
            ScheduledChange change =
                    new ScheduledChange(transferTo(BRUNO), life.now().plus(Duration.ofDays(2)));
            life.does(new Command.Schedule(change));

            life.does(new Command.UndoScheduled(CommandKind.TRANSFER_OWNERSHIP));

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.ChangeUnscheduled(change, Cause.WITHDRAWN));
            assertThat(life.contract().scheduled()).isEmpty();
            assertThat(life.contract().nextDueAt()).isEmpty();
        }

        @Test
        void does_first_what_was_due_first() {
            Life life = Life.inService();
            Instant start = life.now();
            life.does(suspend(SuspensionReason.CUSTOMER_REQUEST, start.plus(Duration.ofDays(5))))
                    .does(schedule(cancel(CancellationReason.CUSTOMER_REQUEST), start.plus(Duration.ofDays(9))))
                    .does(schedule(new Command.ChangePlan(FIBRE_300), start.plus(Duration.ofDays(3))));

            life.later(Duration.ofDays(10)).handlesWhatIsDue();

            assertThat(life.events().stream()
                            .skip(life.events().size() - 6)
                            .map(recorded -> recorded.event().getClass().getSimpleName()))
                    .containsExactly(
                            "ChangeApplied",
                            "PlanChanged",
                            "HoldLifted",
                            "ContractReconnected",
                            "ChangeApplied",
                            "ContractCancelled");
        }

        @Test
        void voids_what_waits_when_the_contract_ends() {
            Life life = Life.inService();
            life.does(schedule(new Command.ChangePlan(FIBRE_50), life.now().plus(Duration.ofDays(2))));

            ScheduledChange change = life.contract().scheduled().get(0);

            life.does(cancel(CancellationReason.CUSTOMER_REQUEST));

            assertThat(life.lastEvents().get(0)).isEqualTo(new ContractEvent.ChangeUnscheduled(change, Cause.ENDED));
            assertThat(life.contract().scheduled()).isEmpty();
            assertThat(Decider.due(life.contract(), life.now().plus(Duration.ofDays(99))))
                    .isEmpty();
        }
    }

    @Nested
    class Relocation {

        @Test
        void builds_the_new_line_and_keeps_the_old_until_it_is_removed() {
            Life life = Life.inService();
            Command.Relocate relocate = relocateTo(OFFICE, OFFICE_PORT, life.now());

            life.does(relocate);

            Line old = new Line(HOME_PORT, ONU);
            Line current = new Line(OFFICE_PORT, ONU);
            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.Relocated(HOME, OFFICE, old, current, relocate.assessment()));
            assertThat(life.contract().line()).contains(current);
            assertThat(life.contract().retiredLines()).containsExactly(old);
            assertThat(life.contract().assessment()).contains(relocate.assessment());
            assertThat(PortClaim.of(life.contract()))
                    .isEqualTo(Map.of(
                            HOME_PORT.splitterOutput(), PortClaim.quarantined(),
                            OFFICE_PORT.splitterOutput(), PortClaim.inUse()));
            assertThat(DesiredNetwork.of(life.contract()).line().retired()).containsExactly(old);
            assertThat(life.contract().provisioning().access().needsDelivery()).isFalse();
        }

        @Test
        void frees_the_old_output_once_the_olt_has_confirmed() {
            Life life = Life.inService();
            life.does(relocateTo(OFFICE, OFFICE_PORT, life.now()));

            life.confirmed(NetworkTarget.LINE);

            assertThat(life.lastEvents())
                    .contains(new ContractEvent.PortsReleased(List.of(HOME_PORT.splitterOutput())));
            assertThat(life.contract().retiredLines()).isEmpty();
            assertThat(PortClaim.of(life.contract()))
                    .isEqualTo(Map.of(OFFICE_PORT.splitterOutput(), PortClaim.inUse()));
        }

        @Test
        void to_another_address_on_the_same_output_touches_no_device() {
            Life life = Life.inService();

            life.does(relocateTo(OFFICE, HOME_PORT, life.now()));

            assertThat(life.contract().address()).isEqualTo(OFFICE);
            assertThat(life.contract().provisioning().needsDelivery()).isFalse();
            assertThat(life.contract().retiredLines()).isEmpty();
        }

        @Test
        void back_before_the_old_line_was_removed_keeps_it() {
            Life life = Life.inService();
            life.does(relocateTo(OFFICE, OFFICE_PORT, life.now()));

            life.does(relocateTo(HOME, HOME_PORT, life.now()));

            assertThat(life.contract().line()).contains(new Line(HOME_PORT, ONU));
            assertThat(life.contract().retiredLines()).containsExactly(new Line(OFFICE_PORT, ONU));
        }
    }

    @Nested
    class Transfer {

        @Test
        void keeps_the_login_unless_another_is_named() {
            Life life = Life.inService().does(transferTo(BRUNO));

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.OwnershipTransferred(ANA, BRUNO, LOGIN, Optional.empty()));
            assertThat(life.contract().customer()).isEqualTo(BRUNO);
            assertThat(life.contract().provisioning().needsDelivery()).isFalse();
        }

        @Test
        void retires_the_old_login_until_radius_has_confirmed() {
            Life life = Life.inService()
                    .does(new Command.TransferOwnership(BRUNO, Optional.of(OTHER_LOGIN), Optional.empty()));
            assertThat(life.contract().retiredUsers()).containsExactly(LOGIN);
            assertThat(life.contract().heldUsers()).containsExactlyInAnyOrder(LOGIN, OTHER_LOGIN);

            life.confirmed(NetworkTarget.ACCESS);

            assertThat(life.contract().retiredUsers()).isEmpty();
            assertThat(life.contract().heldUsers()).containsExactly(OTHER_LOGIN);
        }

        @Test
        void back_to_the_old_login_retires_the_other_only() {
            Life life = Life.inService()
                    .does(new Command.TransferOwnership(BRUNO, Optional.of(OTHER_LOGIN), Optional.empty()));

            life.does(new Command.TransferOwnership(ANA, Optional.of(LOGIN), Optional.empty()));

            assertThat(life.contract().radiusUser()).contains(LOGIN);
            assertThat(life.contract().retiredUsers()).containsExactly(OTHER_LOGIN);
        }

        @Test
        void passes_a_debt_only_with_a_written_reason() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT);

            life.does(new Command.TransferOwnership(BRUNO, Optional.empty(), Optional.of("heir takes the debt over")));

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.OwnershipTransferred(
                            ANA, BRUNO, LOGIN, Optional.of("heir takes the debt over")));
            assertThat(life.contract().status()).isEqualTo(Status.SUSPENDED);
        }

        @Test
        void is_free_of_holds_that_are_not_about_debt() {
            Life life = Life.heldFor(SuspensionReason.ADMINISTRATIVE).does(transferTo(BRUNO));

            assertThat(life.contract().customer()).isEqualTo(BRUNO);
        }
    }

    @Nested
    class LoginRename {

        @Test
        void holds_both_logins_until_the_old_one_is_removed() {
            Life life = Life.inService().does(new Command.RenameLogin(OTHER_LOGIN));
            assertThat(life.lastEvents()).containsExactly(new ContractEvent.LoginRenamed(LOGIN, OTHER_LOGIN));
            assertThat(life.contract().heldUsers()).containsExactlyInAnyOrder(LOGIN, OTHER_LOGIN);
            assertThat(life.contract().customer()).isEqualTo(ANA);

            life.confirmed(NetworkTarget.ACCESS);

            assertThat(life.contract().heldUsers()).containsExactly(OTHER_LOGIN);
        }

        @Test
        void that_is_taken_back_before_the_network_has_it_leaves_one_login() {
            Life life =
                    Life.inService().does(new Command.RenameLogin(OTHER_LOGIN)).does(new Command.RenameLogin(LOGIN));

            assertThat(life.contract().radiusUser()).contains(LOGIN);
            assertThat(life.contract().retiredUsers()).containsExactly(OTHER_LOGIN);
        }

        @Test
        void to_the_present_login_is_nothing_to_change() {
            assertThat(Life.inService().refuses(new Command.RenameLogin(LOGIN)))
                    .isEqualTo(new Rejection.NothingToChange("radiusUser", LOGIN.value()));
        }
    }

    @Nested
    class OnuSwap {

        @Test
        void holds_both_onus_until_the_old_one_is_removed() {
            Life life = Life.inService().does(new Command.SwapOnu(SPARE_ONU));
            assertThat(life.lastEvents()).containsExactly(new ContractEvent.OnuSwapped(ONU, SPARE_ONU));
            assertThat(life.contract().heldOnus()).containsExactlyInAnyOrder(ONU, SPARE_ONU);

            life.confirmed(NetworkTarget.LINE);

            assertThat(life.contract().heldOnus()).containsExactly(SPARE_ONU);
        }

        @Test
        void keeps_the_output_in_use() {
            Life life = Life.inService().does(new Command.SwapOnu(SPARE_ONU));
            assertThat(PortClaim.of(life.contract())).isEqualTo(Map.of(HOME_PORT.splitterOutput(), PortClaim.inUse()));

            life.confirmed(NetworkTarget.LINE);

            assertThat(life.lastEvents()).noneMatch(event -> event instanceof ContractEvent.PortsReleased);
            assertThat(PortClaim.of(life.contract())).isEqualTo(Map.of(HOME_PORT.splitterOutput(), PortClaim.inUse()));
        }
    }

    @Nested
    class Cancellation {

        @Test
        void takes_access_and_line_away_and_reports_debt_and_term() {
            Life life = Life.inService().later(Duration.ofDays(60));

            life.does(new Command.Cancel(CancellationReason.NON_PAYMENT, Optional.of(Money.of("50", "USD"))));

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.ContractCancelled(
                            CancellationReason.NON_PAYMENT, false, 305, List.of(), Optional.of(Money.of("50", "USD"))));
            assertThat(life.contract().line()).isEmpty();
            assertThat(life.contract().radiusUser()).isEmpty();
            assertThat(DesiredNetwork.of(life.contract()))
                    .isEqualTo(new DesiredNetwork(
                            new DesiredNetwork.Access(Optional.empty(), List.of(LOGIN)),
                            new DesiredNetwork.LineSide(Optional.empty(), List.of(new Line(HOME_PORT, ONU)))));
            assertThat(PortClaim.of(life.contract()))
                    .isEqualTo(Map.of(HOME_PORT.splitterOutput(), PortClaim.quarantined()));
            assertThat(life.contract().heldOnus()).containsExactly(ONU);
            assertThat(life.contract().heldUsers()).containsExactly(LOGIN);
        }

        @Test
        void closes_the_holds() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT).does(cancel(CancellationReason.NON_PAYMENT));

            assertThat(life.contract().holds()).isEmpty();
            assertThat(life.contract().suspendedSince()).isEmpty();
            assertThat(life.contract().enforcement()).isEqualTo(Enforcement.NONE);
        }

        @Test
        void frees_port_onu_and_login_once_the_network_has_confirmed() {
            Life life = Life.cancelled().confirmed(NetworkTarget.ACCESS).confirmed(NetworkTarget.LINE);

            assertThat(life.lastEvents())
                    .last()
                    .isEqualTo(new ContractEvent.PortsReleased(List.of(HOME_PORT.splitterOutput())));
            assertThat(PortClaim.of(life.contract())).isEmpty();
            assertThat(life.contract().heldOnus()).isEmpty();
            assertThat(life.contract().heldUsers()).isEmpty();
            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        }

        @Test
        void is_not_undone_by_what_devices_answer_late() {
            Life life = Life.active();
            Command late = life.confirmation(NetworkTarget.LINE);
            life.does(cancel(CancellationReason.CUSTOMER_REQUEST));
            Contract cancelled = life.contract();

            life.does(late, Trigger.NETWORK);

            assertThat(life.lastEvents()).isEmpty();
            assertThat(life.contract()).isSameAs(cancelled);
        }
    }

    @Nested
    class Delivery {

        @Test
        void confirmed_twice_happens_once() {
            Life life = Life.inService();
            Contract before = life.contract();

            life.confirmed(NetworkTarget.LINE);

            assertThat(life.lastEvents()).isEmpty();
            assertThat(life.contract()).isSameAs(before);
        }

        @Test
        void that_failed_waits_for_a_person() {
            Life life = Life.active();

            life.does(life.failure(NetworkTarget.LINE), Trigger.NETWORK);

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.ProvisioningFailed(NetworkTarget.LINE, 4, TIMEOUT));
            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.FAILED);
            assertThat(life.contract().provisioning().line().needsDelivery()).isFalse();
            assertThat(life.contract().status()).isEqualTo(Status.ACTIVE);
        }

        @Test
        void that_failed_twice_says_so_once() {
            Life life = Life.active();
            life.does(life.failure(NetworkTarget.LINE), Trigger.NETWORK);

            life.does(life.failure(NetworkTarget.LINE), Trigger.NETWORK);

            assertThat(life.lastEvents()).isEmpty();
        }

        @Test
        void that_failed_can_be_retried() {
            Life life = Life.active();
            life.does(life.failure(NetworkTarget.LINE)).does(life.failure(NetworkTarget.ACCESS));

            life.does(new Command.RetryProvisioning());

            assertThat(life.lastEvents()).containsExactly(new ContractEvent.ProvisioningRetried());
            assertThat(life.contract().provisioning().line().needsDelivery()).isTrue();
            assertThat(life.contract().provisioning().access().needsDelivery()).isTrue();
        }

        @Test
        void that_failed_is_taken_up_again_when_the_contract_changes() {
            Life life = Life.active();
            life.does(life.failure(NetworkTarget.LINE));

            life.does(new Command.SwapOnu(SPARE_ONU));

            assertThat(life.contract().provisioning().line().failure()).isEmpty();
            assertThat(life.contract().provisioning().line().needsDelivery()).isTrue();
        }

        @Test
        void of_a_confirmed_target_cannot_fail() {
            Life life = Life.inService();

            life.does(life.failure(NetworkTarget.LINE), Trigger.NETWORK);

            assertThat(life.lastEvents()).isEmpty();
        }

        @Test
        void repairs_drift() {
            Life life = Life.inService().does(new Command.ReportDrift(NetworkTarget.ACCESS, MISSING));
            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.DriftDetected(NetworkTarget.ACCESS, MISSING));
            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.DRIFTED);

            life.confirmed(NetworkTarget.ACCESS);

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.DriftRepaired(NetworkTarget.ACCESS, MISSING));
            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        }

        @Test
        void of_drift_can_fail_and_still_be_repaired() {
            Life life = Life.inService().does(new Command.ReportDrift(NetworkTarget.ACCESS, MISSING));
            life.does(life.failure(NetworkTarget.ACCESS));
            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.FAILED);

            life.confirmed(NetworkTarget.ACCESS);

            assertThat(life.contract().provisioning().summary()).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        }

        @Test
        void notes_drift_once_however_often_it_is_reported() {
            Life life = Life.inService().does(new Command.ReportDrift(NetworkTarget.LINE, MISSING));

            life.does(new Command.ReportDrift(NetworkTarget.LINE, MISSING));

            assertThat(life.lastEvents()).isEmpty();
        }
    }

    @Nested
    class Time {

        @Test
        void that_runs_backwards_is_moved_up_to_the_last_event() {
            Life life = Life.active();
            Instant before = life.now().minus(Duration.ofHours(5));

            life.does(suspend(SuspensionReason.TECHNICAL), at(before, Trigger.ADMIN));

            RecordedEvent placed = life.events().get(4);
            assertThat(placed.recordedAt()).isEqualTo(life.now());
            assertThat(placed.effectiveAt()).isEqualTo(life.now());
        }

        @Test
        void of_a_backdated_command_stays_as_it_is_when_the_clock_ran_backwards() {
            Life life = Life.active().later(Duration.ofDays(2)).does(suspend(SuspensionReason.TECHNICAL));
            Instant effect = life.now().minus(Duration.ofDays(1));

            life.does(
                    suspend(SuspensionReason.ADMINISTRATIVE),
                    backdated(effect, life.now().minus(Duration.ofHours(5)), Trigger.ADMIN));

            RecordedEvent placed = life.events().get(life.events().size() - 1);
            assertThat(placed.recordedAt()).isEqualTo(life.now());
            assertThat(placed.effectiveAt()).isEqualTo(effect);
        }

        @Test
        void of_a_command_may_reach_back_to_the_activation() {
            Life life = Life.active();
            Instant activation = life.now();

            life.later(Duration.ofDays(9)).doesBackdated(suspend(SuspensionReason.TECHNICAL), activation);

            assertThat(life.contract().suspendedSince()).contains(activation);
        }

        @Test
        void that_a_draft_was_held_before_activation_is_due_no_earlier_than_the_activation() {
            Life life = Life.assessed();
            Instant end = life.now().plus(Duration.ofHours(1));
            life.does(suspend(SuspensionReason.TECHNICAL, end));
            life.later(Duration.ofDays(1)).does(new Command.Activate(HOME_PORT, ONU, LOGIN));

            Optional<DueCommand> due = Decider.due(life.contract(), life.now());

            assertThat(due).contains(new DueCommand(new Command.LiftHold(SuspensionReason.TECHNICAL), life.now()));
        }
    }

    @Nested
    class MinimumTerm {

        @Test
        void grows_by_the_days_of_a_pause() {
            Life life = Life.inService();
            life.does(suspend(SuspensionReason.CUSTOMER_REQUEST, life.now().plus(Duration.ofDays(30))));

            life.later(Duration.ofDays(30)).handlesWhatIsDue();

            assertThat(life.contract().termEndsOn()).contains(LocalDate.of(2027, 4, 2));
        }

        @Test
        void counts_days_under_two_holds_once_and_says_which_it_added() {
            Life life = Life.inService();
            life.does(suspend(policy("MOVING", true)))
                    .later(Duration.ofDays(5))
                    .does(suspend(policy("RENOVATION", true)));
            life.later(Duration.ofDays(5)).does(lift("MOVING"));
            assertThat(termDays(life))
                    .containsExactly(new DayRange(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 13)));
            assertThat(lifted(life).termExtensionDays()).isEqualTo(10);

            life.later(Duration.ofDays(2)).does(lift("RENOVATION"));

            assertThat(termDays(life))
                    .containsExactly(new DayRange(LocalDate.of(2026, 3, 13), LocalDate.of(2026, 3, 15)));
            assertThat(life.contract().termEndsOn()).contains(LocalDate.of(2027, 3, 15));
            assertThat(life.contract().snapshot().term().extensions())
                    .containsExactly(new DayRange(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 15)));
        }

        @Test
        void counts_days_once_even_if_a_hold_is_recorded_after_another_was_lifted() {
            Life life = Life.inService();
            Instant start = life.now();
            life.does(suspend(policy("MOVING", true)))
                    .later(Duration.ofDays(10))
                    .does(lift("MOVING"));

            life.doesBackdated(suspend(policy("RENOVATION", true)), start.plus(Duration.ofDays(5)));
            life.later(Duration.ofDays(10)).does(lift("RENOVATION"));

            assertThat(life.contract().termEndsOn()).contains(LocalDate.of(2027, 3, 23));
        }

        private Command lift(String code) {
            return new Command.LiftHold(policy(code, true).reason());
        }

        private List<DayRange> termDays(Life life) {
            return lifted(life).termDays();
        }

        private ContractEvent.HoldLifted lifted(Life life) {
            return (ContractEvent.HoldLifted) life.lastEvents().get(0);
        }

        @Test
        void does_not_grow_by_a_cut_for_debt() {
            Life life = Life.heldFor(SuspensionReason.NON_PAYMENT).later(Duration.ofDays(30));

            life.does(new Command.LiftHold(SuspensionReason.NON_PAYMENT));

            assertThat(life.contract().termEndsOn()).contains(LocalDate.of(2027, 3, 3));
        }

        @Test
        void has_days_left_that_count_a_pause_still_going_on() {
            Life life = Life.inService();
            life.does(suspend(SuspensionReason.CUSTOMER_REQUEST, life.now().plus(Duration.ofDays(40))));

            life.later(Duration.ofDays(30)).does(cancel(CancellationReason.CUSTOMER_REQUEST));

            DayRange held = new DayRange(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 4, 2));
            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.ContractCancelled(
                            CancellationReason.CUSTOMER_REQUEST, false, 365, List.of(held), Optional.empty()));
            assertThat(life.contract().termEndsOn()).contains(LocalDate.of(2027, 4, 2));
        }

        @Test
        void has_no_days_left_once_it_is_over() {
            Life life = Life.inService().later(Duration.ofDays(500));

            life.does(cancel(CancellationReason.CUSTOMER_REQUEST));

            assertThat(life.lastEvents())
                    .containsExactly(new ContractEvent.ContractCancelled(
                            CancellationReason.CUSTOMER_REQUEST, false, 0, List.of(), Optional.empty()));
        }

        @Test
        void of_a_plan_without_one_does_not_grow() {
            Life life = Life.drafted(OPEN_END).activated();
            life.does(suspend(SuspensionReason.CUSTOMER_REQUEST, life.now().plus(Duration.ofDays(30))));

            life.later(Duration.ofDays(30)).handlesWhatIsDue();

            assertThat(life.events().stream().map(RecordedEvent::event))
                    .anyMatch(event ->
                            event instanceof ContractEvent.HoldLifted lifted && lifted.termExtensionDays() == 0);
        }
    }

    private static TargetState wanted(long version) {
        return new TargetState(version, 0, Optional.empty(), Optional.empty());
    }
}
