package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.DunningProtection;
import io.silverdata.contract.dunning.NoActionReason;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.DunningCount;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningProgress;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.DebtLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DunningRunTest {
    private static final Money BILL = Money.of("20", "USD");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);

    private final Operator operator = new Operator(64, 64);
    private final InMemoryDebts debts = new InMemoryDebts();
    private final Contracts contracts = operator.builder()
            .debts(debts)
            .dunning(DunningPolicy.laddered(5, 10, 70, CutCalendar.always(ZONE)))
            .build();
    private final List<Contract> subscribers =
            IntStream.rangeClosed(1, 10).mapToObj(operator::subscriber).toList();
    private final List<DunningItem> items = new ArrayList<>();

    @Test
    void a_debt_leads_from_notice_to_the_end_and_each_step_happens_once() {
        ContractId debtor = id(0);
        List<ContractEvent> happened = new ArrayList<>();

        for (int day = 0; day <= 80; day++) {
            operator.clock.set(noon(DUE.plusDays(day)));
            knowAllPaid();
            if (day > 0) {
                owes(debtor);
            }
            run();
            run();
        }

        contracts.history(debtor).stream()
                .filter(event -> event.actor().value().equals("dunning"))
                .map(RecordedEvent::event)
                .forEach(happened::add);
        assertThat(happened.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "DunningStepTaken",
                        "DunningStepTaken",
                        "HoldPlaced",
                        "ContractSuspended",
                        "DunningStepTaken",
                        "EnforcementChanged",
                        "DunningStepTaken",
                        "ContractCancelled");
        assertThat(happened.stream()
                        .filter(ContractEvent.DunningStepTaken.class::isInstance)
                        .map(event -> ((ContractEvent.DunningStepTaken) event).mark())
                        .map(mark ->
                                mark.action() + " " + DUE.until(mark.takenOn()).toTotalMonths() + " " + mark.takenOn()))
                .containsExactly(
                        "NOTIFY 0 2026-03-11", "THROTTLE 0 2026-03-15", "SUSPEND 0 2026-03-20", "CANCEL 2 2026-05-19");
        assertThat(contracts.find(debtor).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(Contract.replay(contracts.history(debtor)))
                .isEqualTo(contracts.find(debtor).orElseThrow());
    }

    @Test
    void a_notice_is_in_the_results_and_in_the_feed_once() {
        at(DUE.plusDays(1));
        owes(id(3));

        run();
        run();

        assertThat(items.stream().filter(item -> item.result().isPresent()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.id()).isEqualTo(id(3));
                    assertThat(item.decision()).containsInstanceOf(DunningDecision.Notify.class);
                    assertThat(item.explanation()).isEqualTo("NOTIFY on day 1: 20 USD overdue since 2026-03-10");
                });
        assertThat(operator.storage.events().history(id(3)).stream()
                        .filter(event -> event.event() instanceof ContractEvent.DunningStepTaken))
                .hasSize(1);
    }

    @Test
    void a_dry_run_says_what_would_be_done_and_writes_nothing() {
        at(DUE.plusDays(1));
        owes(id(0));
        owes(id(1));
        long version = contracts.find(id(0)).orElseThrow().version();

        DunningRun run = contracts.runs().dunning(Selection.live(), true, RunLimits.none());
        DunningProgress end = run.advance(100, items::add);

        assertThat(run.preview().count()).isEqualTo(new DunningCount(10, 8, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(end.count()).isEqualTo(run.preview().count());
        assertThat(end.state()).isEqualTo(RunState.FINISHED);
        assertThat(items)
                .hasSize(10)
                .allSatisfy(item -> assertThat(item.result()).isEmpty());
        assertThat(contracts.find(id(0)).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void a_payment_lifts_the_hold_for_debt_and_no_other_and_a_later_debt_begins_with_the_first_step() {
        suspendedForDebt(id(0));
        contracts.suspend(id(0), Suspension.of(SuspensionReason.FRAUD_ABUSE), STAFF);
        debts.put(id(0), paid());

        run();

        Contract contract = contracts.find(id(0)).orElseThrow();
        assertThat(contract.hold(SuspensionReason.NON_PAYMENT)).isEmpty();
        assertThat(contract.hold(SuspensionReason.FRAUD_ABUSE)).isPresent();
        assertThat(contract.status()).isEqualTo(Status.SUSPENDED);
        assertThat(contract.dunning()).isEmpty();
        assertThat(last(id(0)).trigger()).isEqualTo(Trigger.PAYMENT);

        debts.put(id(0), DunningFacts.overdue(BILL, today().minusDays(60), operator.clock.instant()));
        items.clear();
        run();
        assertThat(decisions()).singleElement().isInstanceOf(DunningDecision.Notify.class);
    }

    @Test
    void a_broken_promise_returns_to_the_step_of_record() {
        suspendedForDebt(id(0));
        LocalDate until = today().plusDays(3);
        DunningProtection promise = new DunningProtection.PromiseToPay(today(), until);
        debts.put(id(0), overdue().protectedBy(promise));
        run();
        assertThat(contracts.find(id(0)).orElseThrow().status()).isEqualTo(Status.ACTIVE);

        operator.clock.set(noon(until.plusDays(1)));
        debts.put(id(0), overdue().protectedBy(promise));
        run();

        Contract contract = contracts.find(id(0)).orElseThrow();
        assertThat(contract.hold(SuspensionReason.NON_PAYMENT).orElseThrow().enforcement())
                .isEqualTo(Enforcement.HARD_BLOCK);
        assertThat(contract.dunning()).hasSize(3);
    }

    @Test
    void an_extension_after_the_cut_gives_the_service_back_and_leaves_step_and_dates_on_record() {
        suspendedForDebt(id(0));
        debts.put(id(0), overdue().extendedTo(today().plusDays(20)));
        items.clear();

        run();

        Contract contract = contracts.find(id(0)).orElseThrow();
        assertThat(contract.status()).isEqualTo(Status.ACTIVE);
        assertThat(contract.dunning()).extracting(mark -> mark.countedFrom()).containsOnly(DUE);
        assertThat(last(id(0)).trigger()).isEqualTo(Trigger.ADMIN);
        assertThat(decisions()).singleElement().isInstanceOf(DunningDecision.Lift.class);
    }

    @Test
    void whoever_pays_while_the_run_is_under_way_is_not_cut() {
        suspendableTomorrow(id(0));
        at(DUE.plusDays(10));
        DebtLedger paidInTheMeantime = new DebtLedger() {
            @Override
            public Optional<Money> debt(ContractId contract) {
                return Optional.empty();
            }

            @Override
            public Optional<DunningFacts> dunningFacts(ContractId contract) {
                return Optional.of(paid());
            }

            @Override
            public Map<ContractId, DunningFacts> dunningFacts(Collection<ContractId> many) {
                return Map.of(id(0), overdue());
            }
        };
        Contracts later = operator.builder()
                .debts(paidInTheMeantime)
                .dunning(DunningPolicy.laddered(5, 10, 70, CutCalendar.always(ZONE)))
                .build();

        DunningRun run = later.runs().dunning(Selection.of(List.of(id(0))), false, RunLimits.none());
        DunningProgress end = run.advance(10, items::add);

        assertThat(run.preview().count().cut()).isEqualTo(1);
        assertThat(end.count().cut()).isZero();
        assertThat(end.count().lifted()).isEqualTo(1);
        assertThat(contracts.find(id(0)).orElseThrow().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void who_is_not_selected_any_more_when_the_step_is_taken_is_told_so() {
        at(DUE.plusDays(1));
        Stream.of(0, 1).forEach(n -> owes(id(n)));
        int[] asked = {0};
        // asked once for the count, once when the page is read, and the third time in the unit of work that writes
        Selection selection = Selection.of(List.of(id(0), id(1)))
                .where(contract -> !contract.id().equals(id(0)) || ++asked[0] < 3);

        DunningProgress end =
                contracts.runs().dunning(selection, false, RunLimits.none()).advance(10, items::add);

        assertThat(end.count().notSelected()).isEqualTo(1);
        assertThat(end.count().notified()).isEqualTo(1);
        assertThat(decisions()).containsExactly(new DunningDecision.Nothing(new NoActionReason.NotSelected()));
        assertThat(contracts.find(id(0)).orElseThrow().dunning()).isEmpty();
    }

    @Test
    void what_the_consumer_did_not_hear_because_it_threw_is_told_by_the_next_call() {
        at(DUE.plusDays(1));
        Stream.of(0, 1, 2).forEach(n -> owes(id(n)));
        DunningRun run = contracts.runs().dunning(Selection.live(), false, RunLimits.none());

        assertThatThrownBy(() -> run.advance(100, item -> {
                    items.add(item);
                    if (item.id().equals(id(1))) {
                        throw new IllegalStateException("no more paper");
                    }
                }))
                .hasMessage("no more paper");
        DunningProgress end = run.advance(100, items::add);

        assertThat(end.count().notified()).isEqualTo(3);
        assertThat(items).extracting(DunningItem::id).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void a_ledger_that_does_not_answer_at_all_is_thrown() {
        DebtLedger away = new DebtLedger() {
            @Override
            public Optional<Money> debt(ContractId contract) {
                return Optional.empty();
            }

            @Override
            public Optional<DunningFacts> dunningFacts(ContractId contract) {
                throw new IllegalStateException("ledger is down");
            }
        };
        Contracts silent = operator.builder()
                .debts(away)
                .dunning(DunningPolicy.simple(9, CutCalendar.always(ZONE)))
                .build();

        assertThatThrownBy(() -> silent.runs().dunning(Selection.live(), false, RunLimits.none()))
                .hasMessage("ledger is down");
    }

    @Test
    void steps_of_one_call_share_a_unit_of_work() {
        at(DUE.plusDays(1));
        Stream.of(0, 1, 2).forEach(n -> owes(id(n)));
        List<Boolean> insideWhenAsked = new ArrayList<>();
        Contracts watched = operator.builder()
                .debts(new DebtLedger() {
                    @Override
                    public Optional<Money> debt(ContractId contract) {
                        return Optional.empty();
                    }

                    @Override
                    public Map<ContractId, DunningFacts> dunningFacts(Collection<ContractId> many) {
                        insideWhenAsked.add(operator.storage.unitOfWork().isActive());
                        return debts.dunningFacts(many);
                    }
                })
                .dunning(DunningPolicy.simple(9, CutCalendar.always(ZONE)))
                .build();

        DunningProgress end = watched.runs()
                .dunning(Selection.live(), false, RunLimits.none())
                .advance(100, items::add);

        assertThat(end.count().notified()).isEqualTo(3);
        assertThat(insideWhenAsked).as("counted, looked at, done").containsExactly(false, false, true);
    }

    @Test
    void without_policy_or_facts_nothing_is_done() {
        at(DUE.plusDays(30));
        Contracts silent = operator.builder().debts(debts).build();

        silent.runs().dunning(Selection.live(), false, RunLimits.none()).advance(100, items::add);
        run();

        assertThat(decisions().map(decision -> ((DunningDecision.Nothing) decision).why()))
                .containsExactly(new NoActionReason.NoPolicy(), new NoActionReason.FactsUnknown());
    }

    @Test
    void facts_that_cannot_be_are_refused_for_that_contract_alone() {
        at(DUE.plusDays(1));
        owes(id(0));
        debts.put(id(1), overdue().protectedBy(new DunningProtection.PromiseToPay(today(), today().plusDays(8))));

        DunningProgress end = run();

        assertThat(end.count().notified()).isEqualTo(1);
        assertThat(end.count().refused()).isEqualTo(1);
        assertThat(items.stream().flatMap(item -> item.refusal().stream()))
                .singleElement()
                .isEqualTo(new Rejection.InvalidValue(
                        "promise.until", "2026-03-19", "at most 2026-03-18, 7 days after it was made"));
    }

    @Nested
    class Limits {

        @Test
        void more_cuts_than_allowed_take_no_step_at_all_but_give_back() {
            IntStream.range(0, 4).forEach(n -> suspendableTomorrow(id(n)));
            suspendedForDebt(id(5));
            IntStream.range(0, 4).forEach(n -> owes(id(n)));
            debts.put(id(5), paid());
            owesSinceYesterday(id(6));

            DunningRun run = contracts
                    .runs()
                    .dunning(Selection.live(), false, RunLimits.none().withMaxContracts(3));
            DunningProgress end = run.advance(100, items::add);

            assertThat(run.preview().isAllowed()).isFalse();
            assertThat(end.state()).isEqualTo(RunState.STOPPED);
            assertThat(end.withheld()).isEqualTo(5);
            assertThat(end.count().lifted()).isEqualTo(1);
            assertThat(end.count().takenFrom() + end.count().notified()).isZero();
            assertThat(items.stream().flatMap(item -> item.refusal().stream()))
                    .containsOnly(new Rejection.SelectionTooLarge(4, 10, 3));
        }

        @Test
        void as_many_as_allowed_are_cut() {
            IntStream.range(0, 4).forEach(n -> suspendableTomorrow(id(n)));
            at(today().plusDays(5));
            IntStream.range(0, 4).forEach(n -> owes(id(n)));

            DunningProgress end = contracts
                    .runs()
                    .dunning(Selection.live(), false, RunLimits.none().withMaxShare(0.4))
                    .advance(100, items::add);

            assertThat(end.state()).isEqualTo(RunState.FINISHED);
            assertThat(end.count().cut()).isEqualTo(4);
        }

        @Test
        void more_that_come_on_the_way_are_withheld() {
            IntStream.range(0, 4).forEach(n -> suspendableTomorrow(id(n)));
            at(today().plusDays(5));
            IntStream.range(0, 3).forEach(n -> owes(id(n)));
            debts.put(id(3), paid());
            DunningRun run = contracts
                    .runs()
                    .dunning(Selection.live(), false, RunLimits.none().withMaxContracts(3));
            debts.put(id(3), overdue());

            DunningProgress end = run.advance(100, items::add);

            assertThat(end.count().cut()).isEqualTo(3);
            assertThat(end.withheld()).isEqualTo(1);
            assertThat(end.state()).isEqualTo(RunState.STOPPED);
        }

        @Test
        void a_pace_makes_the_run_wait_before_it_writes() {
            at(DUE.plusDays(1));
            IntStream.range(0, 3).forEach(n -> owes(id(n)));
            DunningRun run = contracts
                    .runs()
                    .dunning(Selection.live(), false, RunLimits.none().withPerSecond(2));

            DunningProgress waiting = run.advance(100, items::add);

            assertThat(waiting.state()).isEqualTo(RunState.WAITING);
            assertThat(waiting.count().notified()).isEqualTo(2);
            operator.clock.advance(Duration.between(
                    operator.clock.instant(), waiting.resumeAt().orElseThrow()));
            assertThat(run.advance(100, items::add).state()).isEqualTo(RunState.FINISHED);
            assertThat(run.advance(1, items::add).count().notified()).isEqualTo(3);
        }

        @Test
        void a_long_queue_makes_the_run_wait() {
            DunningRun run = contracts
                    .runs()
                    .dunning(Selection.live(), false, RunLimits.none().withMaxUndelivered(0));

            assertThat(run.advance(100, items::add).state()).isEqualTo(RunState.WAITING);
            assertThat(items).isEmpty();
        }

        @Test
        void at_least_one_contract_must_be_asked_for() {
            DunningRun run = contracts.runs().dunning(Selection.live(), true, RunLimits.none());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run.advance(0, items::add))
                    .withMessageContaining("max must be 1 or more, was 0");
        }
    }

    @Test
    void what_the_ledger_throws_for_one_contract_passes_over_that_one_alone() {
        at(DUE.plusDays(1));
        Stream.of(0, 1).forEach(n -> owes(id(n)));
        boolean[] broken = {true};
        DebtLedger ledger = new DebtLedger() {
            @Override
            public Optional<Money> debt(ContractId contract) {
                return debts.debt(contract);
            }

            @Override
            public Optional<DunningFacts> dunningFacts(ContractId contract) {
                if (broken[0] && contract.equals(id(1))) {
                    throw new IllegalStateException("ledger is down");
                }
                return debts.dunningFacts(contract);
            }
        };
        DunningRun run = operator.builder()
                .debts(ledger)
                .dunning(DunningPolicy.simple(9, CutCalendar.always(ZONE)))
                .build()
                .runs()
                .dunning(Selection.of(List.of(id(0), id(1))), false, RunLimits.none());

        DunningProgress end = run.advance(10, items::add);

        assertThat(end.state()).isEqualTo(RunState.FINISHED);
        assertThat(end.count().notified()).isEqualTo(1);
        assertThat(end.count().faulty()).isEqualTo(1);
        assertThat(items).hasSize(2);
        assertThat(items.get(1).fault().orElseThrow().contract()).isEqualTo(id(1));
        assertThat(items.get(1).explanation()).contains(id(1).toString()).contains("ledger is down");
        broken[0] = false;
        assertThat(contracts
                        .runs()
                        .dunning(Selection.of(List.of(id(1))), false, RunLimits.none())
                        .advance(10, items::add)
                        .count()
                        .notified())
                .isEqualTo(1);
    }

    private DunningProgress run() {
        return contracts
                .runs()
                .dunning(Selection.live(), false, RunLimits.none())
                .advance(1_000, items::add);
    }

    private Stream<DunningDecision> decisions() {
        return items.stream().filter(item -> item.id().equals(id(0))).flatMap(item -> item.decision().stream());
    }

    private void suspendedForDebt(ContractId debtor) {
        for (int day : new int[] {1, 5, 10}) {
            at(DUE.plusDays(day));
            debts.put(debtor, overdue());
            contracts
                    .runs()
                    .dunning(Selection.of(List.of(debtor)), false, RunLimits.none())
                    .advance(1, item -> {});
        }
        assertThat(contracts.find(debtor).orElseThrow().enforcement()).isEqualTo(Enforcement.HARD_BLOCK);
    }

    /** Throttled on the day on which it is due to be cut. */
    private void suspendableTomorrow(ContractId debtor) {
        for (int day : new int[] {1, 5}) {
            at(DUE.plusDays(day));
            debts.put(debtor, overdue());
            contracts
                    .runs()
                    .dunning(Selection.of(List.of(debtor)), false, RunLimits.none())
                    .advance(1, item -> {});
        }
    }

    private void owesSinceYesterday(ContractId debtor) {
        debts.put(debtor, DunningFacts.overdue(BILL, today().minusDays(1), operator.clock.instant()));
    }

    private void knowAllPaid() {
        subscribers.forEach(contract -> debts.put(contract.id(), paid()));
    }

    private void owes(ContractId debtor) {
        debts.put(debtor, overdue());
    }

    private DunningFacts overdue() {
        return DunningFacts.overdue(BILL, DUE, operator.clock.instant());
    }

    private DunningFacts paid() {
        return DunningFacts.nothingOverdue(Money.of("0", "USD"), operator.clock.instant());
    }

    private RecordedEvent last(ContractId contract) {
        List<RecordedEvent> history = contracts.history(contract);
        return history.get(history.size() - 1);
    }

    private void at(LocalDate day) {
        operator.clock.set(noon(day));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(operator.clock.instant(), ZONE);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private ContractId id(int n) {
        return subscribers.stream().map(Contract::id).sorted().toList().get(n);
    }
}
