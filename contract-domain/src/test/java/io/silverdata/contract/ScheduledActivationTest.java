package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.terms;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.report.ServiceStart;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A draft that is activated on a day: its output is kept, and what stands against it then is told. */
class ScheduledActivationTest {
    private static final Instant MOVE_IN =
            LocalDate.of(2026, 5, 4).atStartOfDay(ZONE).toInstant();

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;
    private final Contract draft = assessed();

    private Contract assessed() {
        Contract drafted = contracts.draft(terms(), STAFF).get().contract();
        return contracts.assess(drafted.id(), STAFF).get().contract();
    }

    private Either<Rejection, CommandResult> schedule(Instant at) {
        return contracts.scheduleActivation(draft.id(), onu(1), user(1), at, STAFF);
    }

    private Contract scheduled() {
        return schedule(MOVE_IN).get().contract();
    }

    private Contract now() {
        return contracts.find(draft.id()).orElseThrow();
    }

    private SplitterOutputId output() {
        return now().reservation().map(Reservation::ports).orElseThrow().splitterOutput();
    }

    private void applyAt(Instant time) {
        operator.clock.advance(Duration.between(operator.clock.instant(), time));
        contracts.worker().applyDue(100);
    }

    private List<RecordedEvent> history() {
        return contracts.history(draft.id());
    }

    private ContractEvent.ChangeRejected rejection() {
        return history().stream()
                .map(RecordedEvent::event)
                .filter(ContractEvent.ChangeRejected.class::isInstance)
                .map(ContractEvent.ChangeRejected.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void assertRejected(String code) {
        applyAt(MOVE_IN);
        assertThat(now().status()).isEqualTo(Status.DRAFT);
        assertThat(now().scheduled()).isEmpty();
        assertThat(rejection().code()).isEqualTo(code);
        assertThat(contracts.worker().applyDue(100).faults()).isEmpty();
    }

    @Test
    void becomes_active_on_its_day_and_is_delivered() {
        Contract waiting = scheduled();

        assertThat(waiting.status()).isEqualTo(Status.DRAFT);
        assertThat(waiting.nextDueAt()).contains(MOVE_IN);
        assertThat(contracts.count(
                        ContractQuery.builder().scheduled(CommandKind.ACTIVATE).build()))
                .isEqualTo(1);

        applyAt(MOVE_IN.minusSeconds(1));
        assertThat(now().status()).isEqualTo(Status.DRAFT);
        applyAt(MOVE_IN);

        assertThat(now().status()).isEqualTo(Status.ACTIVE);
        assertThat(now().activatedAt()).contains(MOVE_IN);
        assertThat(now().termEndsOn()).contains(LocalDate.of(2027, 5, 4));
        assertThat(now().line().orElseThrow().onu()).isEqualTo(onu(1));
        contracts.worker().deliverPending(10);
        assertThat(now().inServiceSince()).isPresent();
        assertThat(operator.radius).containsKey(user(1));
    }

    @Test
    void counts_from_its_day_however_late_it_is_applied() {
        scheduled();

        applyAt(MOVE_IN.plus(Duration.ofDays(40)));

        assertThat(now().activatedAt()).contains(MOVE_IN);
        ReportSettings settings = ReportSettings.in(ZONE).withServiceStart(ServiceStart.ACTIVATED);
        assertThat(new BillingFeed(settings).segments(history()))
                .extracting(Segment::from)
                .containsExactly(LocalDate.of(2026, 5, 4));
        assertThat(Contract.replay(history())).isEqualTo(now());
    }

    @Test
    void keeps_its_output_beyond_the_end_of_its_reservation() {
        contracts.reserve(draft.id(), STAFF);
        SplitterOutputId reserved = output();

        Contract waiting = scheduled();

        assertThat(output()).isEqualTo(reserved);
        assertThat(waiting.reservation().orElseThrow().until()).isEqualTo(MOVE_IN.plus(Reservation.AROUND_ACTIVATION));
        operator.clock.advance(Duration.ofDays(60));
        assertThat(operator.storage.plant().port(reserved).orElseThrow().state(operator.clock.instant()))
                .isEqualTo(PortState.RESERVED);
        assertThat(contracts.releaseReservation(draft.id(), STAFF).getLeft())
                .isInstanceOf(Rejection.AlreadyScheduled.class);
    }

    @Test
    void that_is_withdrawn_keeps_its_output_for_a_week_at_most() {
        scheduled();
        SplitterOutputId kept = output();

        contracts.undoScheduled(draft.id(), CommandKind.ACTIVATE, STAFF);

        assertThat(now().reservation().orElseThrow().until())
                .isEqualTo(operator.clock.instant().plus(Reservation.AROUND_ACTIVATION));
        applyAt(Operator.START.plus(Duration.ofDays(8)));
        assertThat(now().reservation()).isEmpty();
        assertThat(operator.storage.plant().port(kept).orElseThrow().state(operator.clock.instant()))
                .isEqualTo(PortState.FREE);
    }

    @Test
    void is_put_off_to_another_day_with_another_onu() {
        scheduled();
        Instant later = MOVE_IN.plus(Duration.ofDays(5));

        contracts.scheduleActivation(draft.id(), onu(2), user(2), later, STAFF);
        applyAt(later);

        assertThat(now().activatedAt()).contains(later);
        assertThat(now().line().orElseThrow().onu()).isEqualTo(onu(2));
    }

    @Test
    void is_answered_by_an_activation_now_and_by_the_end_of_the_draft() {
        scheduled();
        contracts.activate(draft.id(), onu(3), user(3), STAFF);

        assertThat(now().status()).isEqualTo(Status.ACTIVE);
        assertThat(now().scheduled()).isEmpty();

        Contract other = assessed();
        contracts.scheduleActivation(other.id(), onu(4), user(4), MOVE_IN, STAFF);
        contracts.cancel(other.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);
        applyAt(MOVE_IN);
        assertThat(contracts.find(other.id()).orElseThrow().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void with_an_onu_that_another_contract_still_has_is_refused_on_its_day() {
        operator.subscriber(1);
        contracts.scheduleActivation(draft.id(), onu(1), user(9), MOVE_IN, STAFF);

        assertRejected(Rejection.OnuSerialInUse.CODE);

        assertThat(now().reservation().orElseThrow().until()).isEqualTo(MOVE_IN.plus(Reservation.AROUND_ACTIVATION));
    }

    @Test
    void with_a_login_that_another_contract_has_is_refused_on_its_day() {
        operator.subscriber(1);
        contracts.scheduleActivation(draft.id(), onu(9), user(1), MOVE_IN, STAFF);

        assertRejected(Rejection.RadiusUserInUse.CODE);
    }

    @Test
    void takes_the_onu_of_a_contract_that_ended_before() {
        Contract leaving = operator.inService(1);
        contracts.scheduleActivation(draft.id(), onu(1), user(9), MOVE_IN, STAFF);
        contracts.cancel(leaving.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);
        contracts.worker().deliverPending(10);

        applyAt(MOVE_IN);

        assertThat(now().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void of_two_with_one_onu_the_first_takes_place() {
        scheduled();
        Contract other = assessed();
        contracts.scheduleActivation(other.id(), onu(1), user(2), MOVE_IN, STAFF);

        applyAt(MOVE_IN);

        assertThat(List.of(
                        now().status(), contracts.find(other.id()).orElseThrow().status()))
                .containsExactlyInAnyOrder(Status.ACTIVE, Status.DRAFT);
    }

    @Test
    void on_an_output_that_is_out_of_order_is_refused_on_its_day() {
        scheduled();
        operator.storage.plant().setCondition(output(), PortCondition.FAULTY);

        assertRejected(Rejection.PortUnavailable.CODE);
    }

    @Test
    void with_an_onu_that_the_inventory_does_not_give_out_any_more_is_refused_on_its_day() {
        List<String> objections = new ArrayList<>();
        Contracts strict = operator.builder()
                .equipment(serial -> objections.stream().findFirst())
                .build();
        strict.scheduleActivation(draft.id(), onu(1), user(1), MOVE_IN, STAFF);
        objections.add("stolen");

        assertThat(strict.scheduleActivation(draft.id(), onu(1), user(1), MOVE_IN.plusSeconds(60), STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.EquipmentUnavailable(onu(1), "stolen"));
        operator.clock.advance(Duration.between(operator.clock.instant(), MOVE_IN));
        strict.worker().applyDue(10);

        assertThat(rejection().code()).isEqualTo(Rejection.EquipmentUnavailable.CODE);
    }

    @Test
    void is_settled_before_a_command_that_comes_first() {
        scheduled();
        operator.clock.advance(Duration.between(operator.clock.instant(), MOVE_IN.plusSeconds(5)));

        Contract cancelled = contracts
                .cancel(draft.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                .get()
                .contract();

        assertThat(cancelled.activatedAt()).contains(MOVE_IN);
    }

    @Test
    void is_refused_at_once_for_what_is_known_at_once() {
        Contract live = operator.subscriber(7);
        Contract unassessed = contracts.draft(terms(), STAFF).get().contract();

        assertThat(contracts
                        .scheduleActivation(unassessed.id(), onu(1), user(1), MOVE_IN, STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.NotAssessed());
        assertThat(contracts
                        .scheduleActivation(live.id(), onu(1), user(1), MOVE_IN, STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.IllegalTransition(Status.ACTIVE, CommandKind.ACTIVATE));
        contracts.reserve(draft.id(), STAFF);
        assertThat(schedule(Operator.START).getLeft()).isInstanceOf(Rejection.InvalidValue.class);
        scheduled();
        assertThat(schedule(MOVE_IN).getLeft()).isInstanceOf(Rejection.NothingToChange.class);
        assertThat(contracts
                        .scheduleCancellation(draft.id(), CancellationReason.CUSTOMER_REQUEST, MOVE_IN, STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.IllegalTransition(Status.DRAFT, CommandKind.SCHEDULE));
    }
}
