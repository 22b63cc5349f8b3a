package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkPreview;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BulkTest {
    private static final CommandContext COLLECTIONS = CommandContext.by("collections", Trigger.DUNNING);
    private static final Suspension DEBT = Suspension.of(SuspensionReason.NON_PAYMENT);

    private final Operator operator = new Operator(64, 64);
    private final Contracts contracts = operator.contracts;
    private final Bulk.Action cut = (id, context) -> contracts.suspend(id, DEBT, context);
    private final List<Contract> subscribers =
            IntStream.rangeClosed(1, 10).mapToObj(operator::subscriber).toList();
    private final List<BulkItem> items = new ArrayList<>();

    @Test
    void a_preview_counts_and_shows_and_writes_nothing() {
        contracts.cancel(inOrder().get(9), CancellationReason.CUSTOMER_REQUEST, STAFF);

        BulkPreview preview =
                cut(Selection.live()).within(RunLimits.none().withMaxShare(0.5)).preview(3);

        assertThat(preview.selected()).isEqualTo(9);
        assertThat(preview.live()).isEqualTo(9);
        assertThat(preview.allowed()).isEqualTo(4);
        assertThat(preview.isAllowed()).isFalse();
        assertThat(preview.first()).extracting(Contract::id).isEqualTo(inOrder().subList(0, 3));
        assertThat(suspended()).isZero();
    }

    @Test
    void every_contract_of_the_selection_has_its_turn_and_its_result() {
        contracts.suspend(subscribers.get(3).id(), DEBT, STAFF);
        BulkRun run = begun(cut(Selection.live()));

        BulkProgress half = run.advance(5, items::add);
        BulkProgress end = run.advance(100, items::add);

        assertThat(half.state()).isEqualTo(RunState.MORE);
        assertThat(half.done()).isEqualTo(5);
        assertThat(end)
                .isEqualTo(new BulkProgress(
                        RunState.FINISHED,
                        10,
                        9,
                        0,
                        1,
                        0,
                        0,
                        Optional.of(inOrder().get(9)),
                        Optional.empty()));
        assertThat(items).extracting(item -> item.id()).isEqualTo(inOrder());
        assertThat(items)
                .filteredOn(item -> item.refusal().isPresent())
                .singleElement()
                .satisfies(item -> assertThat(item.refusal()).containsInstanceOf(Rejection.AlreadyHeld.class));
        assertThat(suspended()).isEqualTo(10);
    }

    @Nested
    class Limits {

        @Test
        void a_selection_larger_than_the_number_allowed_is_not_touched() {
            Bulk bulk = cut(Selection.live()).within(RunLimits.none().withMaxContracts(9));

            Rejection refusal = bulk.begin().getLeft();

            assertThat(refusal).isEqualTo(new Rejection.SelectionTooLarge(10, 10, 9));
            assertThat(suspended()).isZero();
        }

        @Test
        void a_selection_larger_than_the_share_allowed_is_not_touched() {
            Bulk bulk = cut(Selection.live()).within(RunLimits.none().withMaxShare(0.99));

            assertThat(bulk.begin().getLeft()).isEqualTo(new Rejection.SelectionTooLarge(10, 10, 9));
            assertThat(cut(Selection.live()
                                    .where(contract -> !contract.id()
                                            .equals(subscribers.get(0).id())))
                            .within(RunLimits.none().withMaxShare(0.99))
                            .begin()
                            .isRight())
                    .isTrue();
        }

        @Test
        void a_selection_that_grows_beyond_the_limit_on_the_way_stops_the_run() {
            Bulk bulk = cut(Selection.live()).within(RunLimits.none().withMaxContracts(10));
            BulkRun run = begun(bulk);
            operator.subscriber(11);
            operator.subscriber(12);

            BulkProgress progress = run.advance(100, items::add);

            assertThat(progress.state()).isEqualTo(RunState.STOPPED);
            assertThat(progress.accepted()).isEqualTo(10);
            assertThat(run.advance(100, items::add).state()).isEqualTo(RunState.STOPPED);
            assertThat(suspended()).isEqualTo(10);
        }

        @Test
        void a_pace_makes_the_run_wait() {
            BulkRun run = begun(cut(Selection.live()).within(RunLimits.none().withPerSecond(2)));

            BulkProgress first = run.advance(100, items::add);
            Instant goOn = first.resumeAt().orElseThrow();
            operator.clock.set(goOn.minusNanos(1_000));
            BulkProgress tooEarly = run.advance(100, items::add);
            operator.clock.set(goOn);
            BulkProgress next = run.advance(100, items::add);
            operator.clock.advance(Duration.ofHours(1));
            BulkProgress afterALongPause = run.advance(100, items::add);

            assertThat(first.state()).isEqualTo(RunState.WAITING);
            assertThat(first.done()).isEqualTo(2);
            assertThat(goOn).isEqualTo(Operator.START.plusMillis(500));
            assertThat(tooEarly.done()).isEqualTo(2);
            assertThat(next.done()).isEqualTo(3);
            assertThat(afterALongPause.done())
                    .as("no more than a second's worth at once")
                    .isEqualTo(5);
        }

        @Test
        void a_long_work_queue_makes_the_run_wait() {
            BulkRun run = begun(cut(Selection.live()).within(RunLimits.none().withMaxUndelivered(4)));

            BulkProgress waiting = run.advance(3, items::add);
            contracts.worker().deliverPending(6);
            BulkProgress going = run.advance(3, items::add);

            assertThat(waiting.state()).isEqualTo(RunState.WAITING);
            assertThat(waiting.done()).isZero();
            assertThat(waiting.resumeAt()).contains(operator.clock.instant().plusSeconds(1));
            assertThat(going.done()).isEqualTo(3);
        }
    }

    @Nested
    class AfterACrash {

        @Test
        void the_same_name_repeats_nothing_that_was_done() {
            begun(cut(Selection.live())).advance(4, items::add);
            long events = events();
            contracts.liftHold(
                    inOrder().get(0), SuspensionReason.NON_PAYMENT, CommandContext.by("desk", Trigger.PAYMENT));

            BulkProgress again = begun(cut(Selection.live())).advance(4, items::add);

            assertThat(again.repeated()).isEqualTo(4);
            assertThat(again.accepted()).isZero();
            assertThat(events()).as("only the payment was written").isEqualTo(events + 2);
            assertThat(contracts.find(inOrder().get(0)).orElseThrow().status()).isEqualTo(Status.ACTIVE);
        }

        @Test
        void a_run_may_begin_where_another_had_come() {
            BulkProgress reached = begun(cut(Selection.live())).advance(4, items::add);

            BulkProgress rest = cut(Selection.live())
                    .beginAfter(reached.reached().orElseThrow())
                    .get()
                    .advance(100, items::add);

            assertThat(rest.accepted()).isEqualTo(6);
            assertThat(rest.repeated()).isZero();
            assertThat(items).extracting(item -> item.id()).isEqualTo(inOrder());
        }

        @Test
        void what_the_storage_failed_at_is_done_by_the_next_call() {
            ContractId broken = inOrder().get(2);
            AtomicBoolean isBroken = new AtomicBoolean(true);
            BulkRun run = begun(contracts
                    .runs()
                    .bulk(
                            "cut",
                            Selection.live(),
                            (id, context) -> {
                                if (id.equals(broken) && isBroken.get()) {
                                    throw new StorageException(
                                            StorageException.Outcome.UNKNOWN,
                                            "the database is away",
                                            new IllegalStateException());
                                }
                                return contracts.suspend(id, DEBT, context);
                            },
                            COLLECTIONS));

            assertThatThrownBy(() -> run.advance(100, items::add)).hasMessage("the database is away");
            long doneBefore = suspended();
            isBroken.set(false);
            BulkProgress end = run.advance(100, items::add);

            assertThat(doneBefore).isEqualTo(2);
            assertThat(end.accepted()).isEqualTo(10);
            assertThat(items).extracting(item -> item.id()).isEqualTo(inOrder());
        }
    }

    @Nested
    class Together {

        private final List<Boolean> insideWhenReported = new ArrayList<>();
        private final Contracts reporting = operator.builder()
                .listener(new ContractsListener() {
                    @Override
                    public void onCommand(CommandReport report) {
                        insideWhenReported.add(operator.storage.unitOfWork().isActive());
                    }
                })
                .build();

        @Test
        void a_group_is_one_unit_of_work_and_is_reported_when_it_is_over() {
            List<Boolean> inside = new ArrayList<>();
            BulkRun run = begun(reporting
                    .runs()
                    .bulk(
                            "cut",
                            Selection.live(),
                            (id, context) -> {
                                inside.add(operator.storage.unitOfWork().isActive());
                                return reporting.suspend(id, DEBT, context);
                            },
                            COLLECTIONS));

            run.advance(100, items::add);

            assertThat(inside).hasSize(10).containsOnly(true);
            assertThat(insideWhenReported).hasSize(10).containsOnly(false);
        }

        @Test
        void if_another_was_faster_with_one_each_is_done_by_itself_and_reported_once() {
            AtomicBoolean wasFaster = new AtomicBoolean();
            BulkRun run = begun(reporting
                    .runs()
                    .bulk(
                            "cut",
                            Selection.live(),
                            (id, context) -> {
                                Either<Rejection, CommandResult> cut = reporting.suspend(id, DEBT, context);
                                if (id.equals(inOrder().get(7)) && !wasFaster.getAndSet(true)) {
                                    throw new ConflictException(
                                            ConflictException.Kind.CONTRACT_VERSION, "another was faster");
                                }
                                return cut;
                            },
                            COLLECTIONS));

            BulkProgress end = run.advance(100, items::add);

            assertThat(end.accepted()).isEqualTo(10);
            assertThat(items).extracting(item -> item.id()).isEqualTo(inOrder());
            assertThat(suspended()).isEqualTo(10);
            assertThat(insideWhenReported).hasSize(10);
        }

        @Test
        void a_run_inside_a_unit_of_work_is_refused_and_reports_nothing() {
            BulkRun run = begun(reporting.runs().bulk("cut", Selection.live(), cut, COLLECTIONS));

            assertThatIllegalStateException()
                    .isThrownBy(() -> operator.storage.unitOfWork().execute(() -> run.advance(100, items::add)))
                    .withMessage("a bulk command must not be called inside a unit of work");

            assertThat(suspended()).isZero();
            assertThat(items).isEmpty();
            assertThat(insideWhenReported).isEmpty();
        }

        @Test
        void what_the_consumer_did_not_hear_because_it_threw_is_told_by_the_next_call() {
            BulkRun run = begun(cut(Selection.live()));
            ContractId third = inOrder().get(2);

            assertThatThrownBy(() -> run.advance(100, item -> {
                        items.add(item);
                        if (item.id().equals(third)) {
                            throw new IllegalStateException("no more paper");
                        }
                    }))
                    .hasMessage("no more paper");
            BulkProgress end = run.advance(100, items::add);

            assertThat(end.accepted()).isEqualTo(10);
            assertThat(items).extracting(item -> item.id()).isEqualTo(inOrder());
        }
    }

    @Nested
    class Selecting {

        @Test
        void by_what_contracts_are() {
            contracts.suspend(subscribers.get(0).id(), DEBT, STAFF);
            contracts.draft(Operator.terms(), STAFF);

            assertThat(selected(Selection.all())).isEqualTo(11);
            assertThat(selected(Selection.live())).isEqualTo(10);
            assertThat(selected(Selection.all().withStatus(Status.DRAFT, Status.SUSPENDED)))
                    .isEqualTo(2);
            assertThat(selected(Selection.all().heldFor(SuspensionReason.NON_PAYMENT)))
                    .isEqualTo(1);
            assertThat(selected(Selection.all().onOlt(Operator.PON.olt()))).isEqualTo(10);
            assertThat(selected(Selection.all().onOlt(new OltId("olt-9")))).isZero();
            assertThat(selected(Selection.all().onPonPort(Operator.PON))).isEqualTo(10);
            assertThat(selected(Selection.live().onPlan(Operator.Plan.HOME_100.id())))
                    .isEqualTo(10);
            assertThat(selected(Selection.live().onPlan(Operator.Plan.HOME_300.id())))
                    .isZero();
        }

        @Test
        void by_name_and_those_that_there_are_not_are_passed_over() {
            List<ContractId> named =
                    List.of(subscribers.get(7).id(), subscribers.get(2).id(), new ContractId(new UUID(1, 1)));

            begun(cut(Selection.of(named))).advance(100, items::add);

            assertThat(items)
                    .extracting(item -> item.id())
                    .containsExactlyInAnyOrder(named.get(0), named.get(1))
                    .isSorted();
        }

        @Test
        void walks_over_any_number_of_contracts() {
            Operator large = new Operator(128, 256);
            IntStream.rangeClosed(1, 250).forEach(large::subscriber);

            BulkProgress end = large.contracts
                    .runs()
                    .bulk(
                            "cut",
                            Selection.live(),
                            (id, context) -> large.contracts.suspend(id, DEBT, context),
                            COLLECTIONS)
                    .begin()
                    .get()
                    .advance(1_000, items::add);

            assertThat(end.accepted()).isEqualTo(250);
            assertThat(items).extracting(item -> item.id()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Nested
    class BadInput {

        @Test
        void names_that_leave_no_room_for_an_identity_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contracts.runs().bulk("x".repeat(92), Selection.all(), cut, COLLECTIONS))
                    .withMessageStartingWith("name must be 1 to 91 printable ASCII characters");
            assertThat(begun(contracts.runs().bulk("x".repeat(91), Selection.live(), cut, COLLECTIONS))
                            .advance(1, items::add)
                            .accepted())
                    .isEqualTo(1);
        }

        @Test
        void a_context_for_one_command_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contracts.runs().bulk("cut", Selection.all(), cut, COLLECTIONS.once("key")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contracts.runs().bulk("cut", Selection.all(), cut, COLLECTIONS.expecting(1)));
        }

        @Test
        void limits_out_of_range_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunLimits.none().withMaxContracts(0))
                    .withMessage("maxContracts must be 1 or more, was \"0\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunLimits.none().withMaxShare(1.01))
                    .withMessage("maxShare must be more than 0 to 1, was \"1.01\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunLimits.none().withPerSecond(Double.NaN))
                    .withMessage("perSecond must be more than 0, was \"NaN\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunLimits.none().withMaxUndelivered(-1))
                    .withMessage("maxUndelivered must be 0 or more, was \"-1\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> begun(cut(Selection.all())).advance(0, items::add))
                    .withMessage("max must be 1 or more, was 0");
        }
    }

    private Bulk cut(Selection selection) {
        return contracts.runs().bulk("cut", selection, cut, COLLECTIONS);
    }

    private static BulkRun begun(Bulk bulk) {
        return bulk.begin().get();
    }

    private long selected(Selection selection) {
        return cut(selection).preview(0).selected();
    }

    private List<ContractId> inOrder() {
        return subscribers.stream().map(Contract::id).sorted().toList();
    }

    private long suspended() {
        return operator.storage.contracts().countByStatus().getOrDefault(Status.SUSPENDED, 0L);
    }

    private long events() {
        return subscribers.stream()
                .mapToLong(contract -> contracts.history(contract.id()).size())
                .sum();
    }
}
