package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.home;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.signUp;
import static io.silverdata.contract.Operator.terms;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.LiftOutcome;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.worker.DueSummary;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    @Test
    void goes_from_draft_to_active_step_by_step() {
        Contract draft = contracts.draft(terms(), STAFF).get().contract();

        contracts.assess(draft.id(), STAFF).get();
        CommandResult reserved = contracts.reserve(draft.id(), STAFF).get();
        CommandResult active =
                contracts.activate(draft.id(), onu(1), user(1), STAFF).get();

        SplitterOutputId port = new SplitterOutputId(Operator.NEAR, 1);
        assertThat(reserved.contract()
                        .reservation()
                        .orElseThrow()
                        .ports()
                        .splitterOutput()
                        .splitter())
                .isEqualTo(port.splitter());
        assertThat(active.contract().status()).isEqualTo(Status.ACTIVE);
        assertThat(stateOfLine(active.contract())).isEqualTo(PortState.IN_USE);
        assertThat(names(contracts.history(draft.id())))
                .containsExactly("ContractDrafted", "FeasibilityAssessed", "PortsReserved", "ContractActivated");
    }

    @Test
    void signs_up_in_one_step_what_takes_four() {
        CommandResult result = contracts.signUp(signUp(1), STAFF).get();

        assertThat(result.contract().status()).isEqualTo(Status.ACTIVE);
        assertThat(result.events()).hasSize(4);
        assertThat(contracts.find(result.contract().id())).contains(result.contract());
        assertThat(contracts.find(result.contract().number())).contains(result.contract());
        assertThat(stateOfLine(result.contract())).isEqualTo(PortState.IN_USE);
    }

    @Test
    void a_refused_sign_up_leaves_no_trace() {
        operator.subscriber(1);
        List<RecordedEvent> before = log();

        assertThat(code(contracts.signUp(new SignUp(terms(), onu(1), user(2)), STAFF)))
                .isEqualTo("ONU_SERIAL_IN_USE");
        assertThat(code(contracts.signUp(new SignUp(terms(), onu(2), user(1)), STAFF)))
                .isEqualTo("RADIUS_USER_IN_USE");
        assertThat(code(contracts.signUp(farAway(), STAFF))).isEqualTo("NOT_QUALIFIED");
        assertThat(code(contracts.signUp(
                        new SignUp(NewContract.of(new CustomerId("c-1"), new PlanId("none"), home()), onu(3), user(3)),
                        STAFF)))
                .isEqualTo("UNKNOWN_PLAN");

        assertThat(log()).isEqualTo(before);
        assertThat(operator.storage.plant().freePorts(Operator.NEAR, 100, operator.clock.instant()))
                .hasSize(7);
    }

    @Test
    void the_last_output_is_sold_once_and_the_next_buyer_is_told_of_alternatives() {
        Operator tight = new Operator(2, 64);
        for (int n = 1; n <= 4; n++) {
            tight.subscriber(n);
        }

        Either<Rejection, CommandResult> fifth = tight.contracts.signUp(signUp(5), STAFF);

        assertThat(code(fifth)).isEqualTo("NOT_QUALIFIED");
    }

    @Test
    void a_draft_whose_splitter_sold_out_meanwhile_hears_of_alternatives() {
        Operator tight = new Operator(2, 64);
        Contract draft = tight.contracts.draft(terms(), STAFF).get().contract();
        tight.contracts.assess(draft.id(), STAFF).get();
        for (int n = 1; n <= 4; n++) {
            tight.subscriber(n);
        }

        Either<Rejection, CommandResult> reserved = tight.contracts.reserve(draft.id(), STAFF);

        assertThat(reserved.getLeft()).isInstanceOf(Rejection.NoPortAvailable.class);
    }

    @Test
    void a_certain_output_can_be_reserved_and_is_refused_when_taken_unknown_or_beyond_the_limit() {
        Operator limited = new Operator(8, 1);
        Contract first = limited.contracts.draft(terms(), STAFF).get().contract();
        Contract second = limited.contracts.draft(terms(), STAFF).get().contract();
        SplitterOutputId port = new SplitterOutputId(Operator.NEAR, 3);

        limited.contracts
                .reserveUnqualified(first.id(), port, "field visit", STAFF)
                .get();

        assertThat(code(limited.contracts.reserveUnqualified(second.id(), port, "field visit", STAFF)))
                .isEqualTo("PORT_UNAVAILABLE");
        assertThat(code(limited.contracts.reserveUnqualified(
                        second.id(), new SplitterOutputId(Operator.NEAR, 4), "field visit", STAFF)))
                .isEqualTo("PON_PORT_FULL");
        assertThat(code(limited.contracts.reserveUnqualified(
                        second.id(), new SplitterOutputId(new SplitterId("none"), 1), "field visit", STAFF)))
                .isEqualTo("UNKNOWN_PORT");
        assertThat(code(limited.contracts.reserve(second.id(), STAFF))).isEqualTo("NOT_ASSESSED");
    }

    @Test
    void an_expired_reservation_frees_its_output_even_before_anyone_says_so() {
        Operator tight = new Operator(2, 64);
        Contract late = tight.contracts.draft(terms(), STAFF).get().contract();
        SplitterOutputId port = new SplitterOutputId(Operator.NEAR, 1);
        tight.contracts.reserveUnqualified(late.id(), port, "walk-in", STAFF).get();
        tight.clock.advance(Duration.ofDays(8));
        Contract other = tight.contracts.draft(terms(), STAFF).get().contract();

        tight.contracts.reserveUnqualified(other.id(), port, "walk-in", STAFF).get();
        DueSummary due = tight.contracts.worker().applyDue(10);

        assertThat(names(due.events())).containsExactly("ReservationExpired");
        assertThat(due.events().get(0).effectiveAt()).isEqualTo(Operator.START.plus(Duration.ofDays(7)));
        assertThat(tight.storage.plant().port(port).orElseThrow().holder()).contains(other.id());
        assertThat(tight.contracts.worker().applyDue(10)).isEqualTo(new DueSummary(0, List.of(), List.of()));
    }

    @Test
    void a_reservation_is_renewed_as_often_as_the_policy_says_and_can_be_given_up() {
        Contract draft = contracts.draft(terms(), STAFF).get().contract();
        contracts.assess(draft.id(), STAFF).get();
        contracts.reserve(draft.id(), STAFF).get();

        contracts.renewReservation(draft.id(), STAFF).get();
        contracts.renewReservation(draft.id(), STAFF).get();

        assertThat(code(contracts.renewReservation(draft.id(), STAFF))).isEqualTo("RENEWAL_LIMIT_REACHED");
        CommandResult released = contracts.releaseReservation(draft.id(), STAFF).get();
        assertThat(released.contract().reservation()).isEmpty();
        assertThat(operator.storage.plant().portsOf(draft.id())).isEmpty();
    }

    @Test
    void the_same_key_returns_the_first_result_and_writes_nothing() {
        CommandResult first = contracts.signUp(signUp(1), STAFF.once("order-1")).get();
        contracts
                .suspend(first.contract().id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .get();
        List<RecordedEvent> before = log();

        CommandResult again = contracts.signUp(signUp(1), STAFF.once("order-1")).get();

        assertThat(again).isEqualTo(new CommandResult(first.contract(), first.events(), true));
        assertThat(log()).isEqualTo(before);
        assertThat(code(contracts.signUp(signUp(2), STAFF.once("order-1")))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_refused_command_does_not_use_up_its_key() {
        Contract contract = operator.subscriber(1);
        assertThat(code(contracts.liftHold(contract.id(), SuspensionReason.NON_PAYMENT, STAFF.once("k"))))
                .isEqualTo("NO_SUCH_HOLD");
        contracts
                .suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .get();

        assertThat(contracts
                        .liftHold(contract.id(), SuspensionReason.NON_PAYMENT, STAFF.once("k"))
                        .get()
                        .liftOutcome())
                .contains(new LiftOutcome.Reconnected());
    }

    @Test
    void a_stale_version_is_refused() {
        Contract contract = operator.subscriber(1);
        contracts
                .suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .get();

        assertThat(code(contracts.cancel(
                        contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF.expecting(contract.version()))))
                .isEqualTo("STALE_VERSION");
    }

    @Test
    void lifting_tells_whether_the_service_is_back_or_what_still_blocks_it() {
        Contract contract = operator.subscriber(1);
        contracts
                .suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .get();
        contracts
                .suspend(contract.id(), Suspension.of(SuspensionReason.FRAUD_ABUSE), STAFF)
                .get();
        CommandContext payment = CommandContext.by("till", Trigger.PAYMENT);

        CommandResult paid = contracts
                .liftHold(contract.id(), SuspensionReason.NON_PAYMENT, payment)
                .get();

        assertThat(paid.liftOutcome())
                .contains(new LiftOutcome.StillBlocked(paid.contract().holds()));
        assertThat(paid.contract().holds()).hasSize(1);
        assertThat(code(contracts.liftHold(contract.id(), SuspensionReason.FRAUD_ABUSE, payment)))
                .isEqualTo("TRIGGER_MAY_NOT_LIFT");
        assertThat(contracts
                        .liftHold(contract.id(), SuspensionReason.FRAUD_ABUSE, STAFF)
                        .get()
                        .liftOutcome())
                .contains(new LiftOutcome.Reconnected());
        Contract draft = contracts.draft(terms(), STAFF).get().contract();
        contracts
                .suspend(draft.id(), Suspension.of(SuspensionReason.ADMINISTRATIVE), STAFF)
                .get();
        assertThat(contracts
                        .liftHold(draft.id(), SuspensionReason.ADMINISTRATIVE, STAFF)
                        .get()
                        .liftOutcome())
                .contains(new LiftOutcome.NotYetActive());
    }

    @Test
    void a_pause_ends_by_itself_at_its_end_not_when_somebody_looks() {
        Contract contract = operator.subscriber(1);
        Instant end = Operator.START.plus(Duration.ofDays(30));
        contracts
                .suspend(
                        contract.id(),
                        Suspension.of(SuspensionReason.CUSTOMER_REQUEST).until(end),
                        STAFF)
                .get();
        operator.clock.advance(Duration.ofDays(31));

        DueSummary due = contracts.worker().applyDue(10);

        assertThat(names(due.events())).containsExactly("HoldLifted", "ContractReconnected");
        assertThat(due.events()).allMatch(event -> event.effectiveAt().equals(end));
        assertThat(contracts.find(contract.id()).orElseThrow().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_downgrade_waits_for_the_next_period_and_an_upgrade_does_not() {
        Contract contract = operator.subscriber(1);
        PlanChangeTiming timing = PlanChangeTiming.UPGRADE_NOW_DOWNGRADE_AT_CYCLE_END;

        CommandResult up = contracts
                .changePlan(contract.id(), Operator.Plan.HOME_300.id(), timing, STAFF)
                .get();
        CommandResult down = contracts
                .changePlan(contract.id(), Operator.Plan.HOME_50.id(), timing, STAFF)
                .get();

        assertThat(up.contract().plan().id()).isEqualTo(Operator.Plan.HOME_300.id());
        assertThat(down.contract().plan().id()).isEqualTo(Operator.Plan.HOME_300.id());
        Instant april = LocalDate.of(2026, 4, 1).atStartOfDay(Operator.ZONE).toInstant();
        assertThat(down.contract()
                        .scheduled(CommandKind.CHANGE_PLAN)
                        .orElseThrow()
                        .at())
                .isEqualTo(april);
        operator.clock.set(april);
        assertThat(names(contracts.worker().applyDue(10).events())).containsExactly("ChangeApplied", "PlanChanged");
        assertThat(contracts.find(contract.id()).orElseThrow().plan().id()).isEqualTo(Operator.Plan.HOME_50.id());
    }

    @Test
    void a_scheduled_change_that_is_not_possible_is_rejected_once() {
        Contract contract = operator.subscriber(1);
        Instant at = Operator.START.plus(Duration.ofDays(3));
        contracts
                .schedulePlanChange(
                        contract.id(), Operator.Plan.TEN_GIGABIT.id(), LocalDate.ofInstant(at, Operator.ZONE), STAFF)
                .get();
        operator.clock.set(at);

        DueSummary due = contracts.worker().applyDue(10);

        assertThat(names(due.events())).containsExactly("ChangeRejected");
        assertThat(((ContractEvent.ChangeRejected) due.events().get(0).event()).code())
                .isEqualTo("OTHER_TECHNOLOGY");
        assertThat(contracts.worker().applyDue(10).contracts()).isZero();
    }

    @Test
    void what_is_scheduled_can_be_withdrawn() {
        Contract contract = operator.subscriber(1);
        contracts
                .scheduleTransfer(contract.id(), new CustomerId("c-2"), Operator.START.plus(Duration.ofDays(25)), STAFF)
                .get();
        contracts
                .schedulePlanChange(contract.id(), Operator.Plan.HOME_50.id(), LocalDate.of(2026, 3, 20), STAFF)
                .get();
        contracts
                .scheduleCancellation(
                        contract.id(),
                        CancellationReason.CUSTOMER_REQUEST,
                        Operator.START.plus(Duration.ofDays(30)),
                        STAFF)
                .get();

        contracts.undoScheduled(contract.id(), CommandKind.CANCEL, STAFF).get();
        operator.clock.advance(Duration.ofDays(60));
        contracts.worker().applyDue(10);

        Contract after = contracts.find(contract.id()).orElseThrow();
        assertThat(after.status()).isEqualTo(Status.ACTIVE);
        assertThat(after.customer()).isEqualTo(new CustomerId("c-2"));
        assertThat(after.plan().id()).isEqualTo(Operator.Plan.HOME_50.id());
    }

    @Test
    void moving_house_takes_a_new_output_and_rests_the_old_one() {
        Contract contract = operator.inService(1);
        SplitterOutputId old = contract.line().orElseThrow().ports().splitterOutput();
        ServiceAddress there = new ServiceAddress(
                "Calle 2", new GeoPosition(Operator.HOME.latitude() + 0.0011, Operator.HOME.longitude()));

        Contract moved = contracts.relocate(contract.id(), there, STAFF).get().contract();

        assertThat(moved.line().orElseThrow().ports().splitterOutput().splitter())
                .isEqualTo(Operator.FAR);
        assertThat(state(old)).isEqualTo(PortState.QUARANTINED);
        contracts.worker().deliverPending(10);
        assertThat(state(old)).isEqualTo(PortState.FREE);
        assertThat(stateOfLine(moved)).isEqualTo(PortState.IN_USE);
    }

    @Test
    void a_cancelled_contract_keeps_serial_login_and_output_until_the_network_has_forgotten_it() {
        Contract contract = operator.inService(1);
        SplitterOutputId port = contract.line().orElseThrow().ports().splitterOutput();

        contracts
                .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                .get();

        assertThat(code(contracts.signUp(signUp(1), STAFF))).isEqualTo("ONU_SERIAL_IN_USE");
        assertThat(state(port)).isEqualTo(PortState.QUARANTINED);
        contracts.worker().deliverPending(10);
        assertThat(state(port)).isEqualTo(PortState.FREE);
        assertThat(contracts.signUp(signUp(1), STAFF).isRight()).isTrue();
        Contract ended = contracts.find(contract.id()).orElseThrow();
        assertThat(ended.provisioning().summary()).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        assertThat(code(contracts.cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)))
                .isEqualTo("CONTRACT_ENDED");
    }

    @Test
    void a_win_back_names_a_cancelled_contract() {
        Contract contract = operator.subscriber(1);
        assertThat(code(contracts.draft(terms().winningBack(contract.id()), STAFF)))
                .isEqualTo("PREDECESSOR_NOT_ENDED");
        contracts
                .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                .get();

        Contract back =
                contracts.draft(terms().winningBack(contract.id()), STAFF).get().contract();

        assertThat(back.predecessor()).contains(contract.id());
    }

    @Test
    void bad_input_is_refused_before_anything_is_written() {
        Contract contract = operator.subscriber(1);
        operator.strangers.add(new CustomerId("c-9"));
        List<RecordedEvent> before = log();

        assertThat(code(contracts.draft(
                        NewContract.of(new CustomerId("c-9"), Operator.Plan.HOME_100.id(), home()), STAFF)))
                .isEqualTo("UNKNOWN_CUSTOMER");
        assertThat(code(contracts.draft(terms().numbered(contract.number()), STAFF)))
                .isEqualTo("CONTRACT_NUMBER_IN_USE");
        assertThat(code(contracts.transferOwnership(contract.id(), Transfer.to(new CustomerId("c-9")), STAFF)))
                .isEqualTo("UNKNOWN_CUSTOMER");
        assertThat(code(contracts.suspend(
                        contract.id(),
                        Suspension.of(new SuspensionReason("HOST_REASON", SuspensionReason.Category.TECHNICAL)),
                        STAFF)))
                .isEqualTo("UNKNOWN_SUSPENSION_REASON");
        assertThat(code(contracts.suspend(
                        contract.id(),
                        Suspension.of(SuspensionReason.NON_PAYMENT),
                        STAFF.effectiveAt(Operator.START.plusSeconds(1)))))
                .isEqualTo("EFFECTIVE_TIME_OUT_OF_RANGE");
        assertThatThrownBy(() -> terms().billedOn(32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("billingDay must be 1 to 31, was 32");
        assertThatThrownBy(() -> contracts.worker().deliverPending(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> contracts.worker().applyDue(0)).isInstanceOf(IllegalArgumentException.class);

        assertThat(log()).isEqualTo(before);
    }

    @Test
    void a_number_of_the_hosts_own_is_kept() {
        Contract contract = contracts
                .draft(terms().numbered(new ContractNumber("2026/001")), STAFF)
                .get()
                .contract();

        assertThat(contracts.find(new ContractNumber("2026/001"))).contains(contract);
    }

    @Test
    void the_builder_names_what_is_missing() {
        assertThatThrownBy(() -> Contracts.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("storage is required");
    }

    @Test
    void an_address_can_be_checked_before_there_is_a_contract() {
        List<RecordedEvent> before = log();

        assertThat(contracts
                        .check(home(), Operator.Plan.HOME_100.id())
                        .get()
                        .verdict()
                        .allowsReservation())
                .isTrue();
        assertThat(contracts
                        .check(home(), Operator.Plan.TEN_GIGABIT.id())
                        .get()
                        .verdict()
                        .allowsReservation())
                .isFalse();
        assertThat(log()).isEqualTo(before);
    }

    @Test
    void a_hosts_transaction_that_fails_takes_the_command_with_it() {
        RuntimeException hostFailure = new IllegalStateException("the host's own");

        assertThatThrownBy(() -> operator.storage.unitOfWork().execute(() -> {
                    contracts.signUp(signUp(1), STAFF).get();
                    throw hostFailure;
                }))
                .isSameAs(hostFailure);

        assertThat(log()).isEmpty();
        assertThat(contracts.signUp(signUp(1), STAFF).isRight()).isTrue();
    }

    private static SignUp farAway() {
        ServiceAddress address = new ServiceAddress("Calle 99", new GeoPosition(1, -78));
        return new SignUp(NewContract.of(new CustomerId("c-1"), Operator.Plan.HOME_100.id(), address), onu(4), user(4));
    }

    private List<RecordedEvent> log() {
        return operator.storage.events().read(EventCursor.START, 1_000).events();
    }

    private PortState stateOfLine(Contract contract) {
        return state(contract.line().orElseThrow().ports().splitterOutput());
    }

    private PortState state(SplitterOutputId port) {
        return operator.storage.plant().port(port).orElseThrow().state(operator.clock.instant());
    }

    private static String code(Either<Rejection, ?> outcome) {
        return outcome.getLeft().code();
    }

    private static List<String> names(List<RecordedEvent> events) {
        return events.stream()
                .map(event -> event.event().getClass().getSimpleName())
                .toList();
    }
}
