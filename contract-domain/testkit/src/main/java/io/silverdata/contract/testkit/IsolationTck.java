package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkPreview;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningProgress;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.ContractReading;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnreadableContractException;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.DueSummary;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * One bad contract stops nobody, whatever the storage: a row that cannot be read is passed over, reported by its contract, and
 * taken up again once it was mended. Extend it, give an empty storage to each test, and say how a row is damaged.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class IsolationTck {
    private static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);
    private static final int MANY = 100;
    private static final int CONTRACTS = 5;

    private final SettableClock clock = new SettableClock(START);
    private final InMemoryDebts debts = new InMemoryDebts();
    private Storage storage;
    private Contracts contracts;
    private List<ContractId> all;
    private Contract bad;

    /** For the test of an adapter. */
    protected IsolationTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /** Makes unreadable what is stored of a contract, as a person does who alters its row. */
    protected abstract void spoil(Contract contract);

    /** Makes it readable again. */
    protected abstract void mend(Contract contract);

    @BeforeEach
    void begin() {
        storage = storage();
        storage.plant().install(ContractFixtures.smallPlant());
        contracts = Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(plan -> Optional.of(ContractFixtures.plan()))
                .debts(debts)
                .dunning(DunningPolicy.simple(10, CutCalendar.always(ZONE)))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .clock(clock)
                .zone(ZONE)
                .build();
        all = IntStream.rangeClosed(1, CONTRACTS)
                .mapToObj(n -> contracts
                        .signUp(
                                new SignUp(
                                        NewContract.of(
                                                ContractFixtures.customer(n),
                                                ContractFixtures.plan().id(),
                                                ContractFixtures.address(1)),
                                        ContractFixtures.onu(n),
                                        ContractFixtures.radiusUser(n)),
                                STAFF)
                        .get()
                        .contract()
                        .id())
                .sorted()
                .toList();
        bad = contracts.find(all.get(2)).orElseThrow();
    }

    @Test
    void reading_names_the_contract_and_gives_the_others() {
        spoil(bad);

        ContractReading reading = storage.contracts().readAll(all);

        assertThat(reading.contracts()).extracting(Contract::id).isEqualTo(healthy());
        assertThat(reading.faults()).extracting(ContractFault::contract).containsExactly(bad.id());
        assertThatThrownBy(() -> contracts.find(bad.id()))
                .isInstanceOf(UnreadableContractException.class)
                .hasMessageContaining(bad.id().toString());
        assertThatThrownBy(() -> storage.contracts().findAll(all))
                .isInstanceOf(UnreadableContractException.class)
                .hasMessageContaining(bad.id().toString());
    }

    @Test
    void a_bulk_command_is_previewed_begun_and_carried_out_for_all_others() {
        spoil(bad);
        List<BulkItem> items = new ArrayList<>();

        BulkPreview preview = bulk().preview(MANY);
        BulkProgress end = bulk().begin().get().advance(MANY, items::add);

        assertThat(preview.selected()).isEqualTo(CONTRACTS - 1);
        assertThat(preview.firstFaults()).extracting(ContractFault::contract).containsExactly(bad.id());
        assertThat(end.state()).isEqualTo(RunState.FINISHED);
        assertThat(end.accepted()).isEqualTo(CONTRACTS - 1);
        assertThat(end.faulty()).isEqualTo(1);
        assertThat(items).extracting(BulkItem::id).isEqualTo(all);
        assertThat(items.get(2).fault()).hasValueSatisfying(this::isOfTheBadOne);
        assertThat(contracts.worker().health().faults()).singleElement().satisfies(this::isOfTheBadOne);

        mend(bad);
        assertThat(bulk().begin().get().advance(MANY, item -> {}).accepted()).isEqualTo(1);
        assertThat(contracts.worker().health().faults()).isEmpty();
    }

    @Test
    void debt_is_collected_from_all_others() {
        LocalDate due = LocalDate.ofInstant(START, ZONE);
        clock.set(START.plus(Duration.ofDays(1)));
        all.forEach(id -> debts.put(id, DunningFacts.overdue(Money.of("20", "USD"), due, clock.instant())));
        spoil(bad);
        List<DunningItem> items = new ArrayList<>();

        DunningRun run = contracts.runs().dunning(Selection.live(), false, RunLimits.none());
        DunningProgress end = run.advance(MANY, items::add);

        assertThat(run.preview().count().notified()).isEqualTo(CONTRACTS - 1);
        assertThat(run.preview().count().faulty()).isEqualTo(1);
        assertThat(end.state()).isEqualTo(RunState.FINISHED);
        assertThat(end.count().notified()).isEqualTo(CONTRACTS - 1);
        assertThat(items.get(2).fault()).hasValueSatisfying(this::isOfTheBadOne);
    }

    @Test
    void the_network_is_audited_for_all_others_and_what_the_bad_one_holds_is_not_taken_for_extra() {
        deliverAll();
        spoil(bad);
        List<AuditItem> items = new ArrayList<>();

        AuditProgress end = contracts
                .runs()
                .audit(Selection.live(), STAFF)
                .searchingExtras()
                .begin()
                .advance(1_000, items::add);

        assertThat(end.count(AuditItem.Finding.IN_SYNC)).isEqualTo(2L * (CONTRACTS - 1));
        assertThat(end.count(AuditItem.Finding.EXTRA)).isZero();
        assertThat(end.isClean()).isFalse();
        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.detail()).contains(bad.id().toString()));
    }

    @Test
    void all_others_are_delivered_and_the_bad_one_is_parked_after_some_tries_and_found_again() {
        spoil(bad);

        DeliverySummary first = contracts.worker().deliverPending(MANY);

        assertThat(first.confirmed()).isEqualTo(CONTRACTS - 1);
        assertThat(first.retried()).isEqualTo(1);
        assertThat(contracts.worker().health().faults()).singleElement().satisfies(this::isOfTheBadOne);
        for (int tries = 1; contracts.worker().parked(MANY).isEmpty(); tries++) {
            assertThat(tries).isLessThan(20);
            clock.advance(Duration.ofHours(1));
            contracts.worker().deliverPending(MANY);
        }
        assertThat(contracts.worker().parked(MANY)).hasSize(2).allSatisfy(parked -> {
            assertThat(parked.contract()).isEqualTo(bad.id());
            assertThat(parked.problem()).contains(bad.id().toString());
        });

        mend(bad);
        contracts.worker().redeliver(bad.id());
        assertThat(contracts.worker().deliverPending(MANY).confirmed()).isEqualTo(1);
        assertThat(contracts.worker().health().faults()).isEmpty();
    }

    @Test
    void what_is_due_is_settled_for_all_others_however_few_are_asked_for() {
        deliverAll();
        Suspension pause = Suspension.of(SuspensionReason.CUSTOMER_REQUEST).until(START.plus(Duration.ofDays(30)));
        all.forEach(id -> contracts
                .scheduleSuspension(id, pause, START.plus(Duration.ofDays(1)), STAFF)
                .get());
        clock.set(START.plus(Duration.ofDays(1)));
        spoil(bad);
        Set<ContractFault> faults = new HashSet<>();

        for (int call = 0; call < CONTRACTS; call++) {
            DueSummary done = contracts.worker().applyDue(1);
            faults.addAll(done.faults());
        }

        assertThat(faults).singleElement().satisfies(this::isOfTheBadOne);
        assertThat(healthy())
                .allSatisfy(id ->
                        assertThat(contracts.find(id).orElseThrow().status()).isEqualTo(Status.SUSPENDED));
        mend(bad);
        clock.advance(Duration.ofHours(2));
        assertThat(contracts.worker().applyDue(1).faults()).isEmpty();
        assertThat(contracts.find(bad.id()).orElseThrow().status()).isEqualTo(Status.SUSPENDED);
    }

    private void isOfTheBadOne(ContractFault fault) {
        assertThat(fault.contract()).isEqualTo(bad.id());
        assertThat(fault.problem()).contains(bad.id().toString());
    }

    private Bulk bulk() {
        return contracts
                .runs()
                .bulk(
                        "cut",
                        Selection.live(),
                        (id, context) -> contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), context),
                        STAFF);
    }

    private void deliverAll() {
        assertThat(contracts.worker().deliverPending(MANY).confirmed()).isEqualTo(CONTRACTS);
        bad = contracts.find(bad.id()).orElseThrow();
    }

    private List<ContractId> healthy() {
        return all.stream().filter(id -> !id.equals(bad.id())).toList();
    }
}
