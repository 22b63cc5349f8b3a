package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What runs over many contracts promise whatever the storage: they act on what is true when they act. Extend it, and give an empty
 * storage to each test.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class RunsTck {
    private static final CommandContext COLLECTIONS = CommandContext.by("collections", Trigger.DUNNING);
    private static final CommandContext CASHIER = CommandContext.by("cashier", Trigger.PAYMENT);
    private static final Suspension DEBT = Suspension.of(SuspensionReason.NON_PAYMENT);
    private static final Money PRICE = Money.of("24.90", "USD");
    private static final int CONTRACTS = 8;
    private static final int DAYS = 60;

    private final SettableClock clock = new SettableClock(START);
    private final Map<ContractId, DunningFacts> books = new HashMap<>();
    private final Map<ContractId, LocalDate> dueOn = new HashMap<>();
    private Contracts contracts = unwired();
    private List<ContractId> ids = List.of();

    /** For the test of an adapter. */
    protected RunsTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /** How many times each law of random facts is lived through: 5 by default. */
    protected int lives() {
        return 5;
    }

    @BeforeEach
    void wire() {
        Storage storage = storage();
        storage.plant().install(smallPlant());
        contracts = wired(storage);
        begin();
    }

    private void begin() {
        books.clear();
        dueOn.clear();
        List<ContractId> begun = new ArrayList<>();
        for (int n = 1; n <= CONTRACTS; n++) {
            SignUp order = new SignUp(NewContract.of(customer(n), plan().id(), address(1)), onu(n), radiusUser(n));
            begun.add(contracts
                    .signUp(order, CommandContext.by("shop", Trigger.CUSTOMER))
                    .getOrElseThrow(refusal -> new AssertionError(refusal.message()))
                    .contract()
                    .id());
        }
        contracts.worker().deliverPending(CONTRACTS);
        ids = begun.stream().sorted().toList();
    }

    /** Each life begins with contracts of its own; those of the one before give their outputs back. */
    private void live(LongConsumer life) {
        for (long seed = 1; seed <= lives(); seed++) {
            if (seed > 1) {
                ids.forEach(id -> contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, CASHIER));
                contracts.worker().deliverPending(CONTRACTS);
                begin();
            }
            life.accept(seed);
        }
    }

    @Test
    void a_bulk_command_is_given_to_contracts_that_are_selected_when_it_is_given() {
        live(this::actOnWhatIsSelectedWhenItActs);
    }

    private void actOnWhatIsSelectedWhenItActs(long seed) {
        Random random = new Random(seed);
        ids.forEach(id ->
                assertThat(contracts.suspend(id, DEBT, COLLECTIONS).isRight()).isTrue());
        List<ContractId> cancelledThoughFree = new ArrayList<>();
        BulkRun run = contracts
                .runs()
                .bulk(
                        "end-" + seed,
                        Selection.live().heldFor(SuspensionReason.NON_PAYMENT),
                        (id, context) -> {
                            if (find(id).holds().isEmpty()) {
                                cancelledThoughFree.add(id);
                            }
                            return contracts.cancel(id, CancellationReason.NON_PAYMENT, context);
                        },
                        COLLECTIONS)
                .begin()
                .get();
        List<BulkItem> items = new ArrayList<>();

        BulkProgress progress;
        do {
            ContractId lucky = ids.get(random.nextInt(CONTRACTS));
            contracts.liftHold(lucky, SuspensionReason.NON_PAYMENT, CASHIER);
            clock.advance(Duration.ofHours(12));
            progress = run.advance(1 + random.nextInt(3), items::add);
        } while (progress.state() == RunState.MORE);

        assertThat(cancelledThoughFree).as("life %s", seed).isEmpty();
        assertThat(progress.done()).isEqualTo(items.size());
        assertThat(progress.accepted()).isPositive();
    }

    @Test
    void facts_undo_only_what_is_not_younger_than_they_are() {
        live(this::undoNothingYoungerThanTheFacts);
    }

    private void undoNothingYoungerThanTheFacts(long seed) {
        Random random = new Random(seed);
        for (int day = 0; day < DAYS; day++) {
            clock.advance(Duration.ofDays(1));
            ids.forEach(id -> books.put(id, facts(id, random)));
            List<Contract> before = ids.stream().map(this::find).toList();

            collect();

            before.forEach(this::checkUndone);
        }
        assertThat(ids)
                .anyMatch(id -> contracts.history(id).stream()
                        .anyMatch(recorded -> recorded.event() instanceof ContractEvent.HoldLifted));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 25})
    void a_debtor_owes_in_full_for_the_days_on_which_the_service_is_slow_and_nothing_while_it_is_cut(int daysLate) {
        ContractId debtor = ids.get(0);
        LocalDate due = today();
        for (int day = 0; day < daysLate; day++) {
            clock.advance(Duration.ofDays(1));
            books.put(debtor, DunningFacts.overdue(PRICE, due, clock.instant()));
            collect();
        }
        clock.advance(Duration.ofDays(1));
        books.put(debtor, DunningFacts.nothingOverdue(Money.of("0", "USD"), clock.instant()));
        collect();

        assertThat(find(debtor).holds()).isEmpty();
        List<RecordedEvent> history = contracts.history(debtor);
        boolean wasCut = history.stream()
                .anyMatch(recorded -> recorded.event() instanceof ContractEvent.EnforcementChanged harder
                        && harder.to() == Enforcement.HARD_BLOCK);
        List<Segment> segments = new BillingFeed(ReportSettings.in(ZONE)).segments(history);
        assertThat(wasCut).isEqualTo(daysLate > 10);
        assertThat(segments.stream().allMatch(segment -> segment.billable().equals(Billability.FULL)))
                .isEqualTo(!wasCut);
    }

    /** Of today mostly, or older, of the future, or of another currency. A new debt begins on the day of a payment. */
    private DunningFacts facts(ContractId id, Random random) {
        Instant asOf = clock.instant()
                .minus(Duration.ofDays(random.nextInt(3) == 0 ? random.nextInt(20) : 0))
                .plus(Duration.ofDays(random.nextInt(12) == 0 ? 3 : 0));
        String currency = random.nextInt(10) == 0 ? "EUR" : "USD";
        if (random.nextInt(8) == 0) {
            dueOn.put(id, today());
            return DunningFacts.nothingOverdue(Money.of("0", currency), asOf);
        }
        LocalDate due = dueOn.computeIfAbsent(id, first -> today());
        return DunningFacts.overdue(Money.of("24.90", currency), due, asOf);
    }

    private void checkUndone(Contract before) {
        Optional<SuspensionHold> was = before.hold(SuspensionReason.NON_PAYMENT);
        if (was.isPresent()
                && find(before.id()).hold(SuspensionReason.NON_PAYMENT).isEmpty()) {
            DunningFacts facts = Objects.requireNonNull(books.get(before.id()));
            assertThat(facts.asOf()).isAfterOrEqualTo(was.get().placedAt()).isBeforeOrEqualTo(clock.instant());
            assertThat(facts.owed().currency()).isEqualTo(PRICE.currency());
        }
    }

    private void collect() {
        DunningRun run = contracts.runs().dunning(Selection.of(ids), false, RunLimits.none());
        RunState state = RunState.MORE;
        while (state == RunState.MORE) {
            state = run.advance(CONTRACTS, item -> {}).state();
        }
    }

    private Contract find(ContractId id) {
        return contracts.find(id).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Contracts wired(Storage storage) {
        return Contracts.builder()
                .storage(storage)
                .customers(known -> true)
                .plans(asked -> Optional.of(plan()))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .debts(new DebtLedger() {
                    @Override
                    public Optional<Money> debt(ContractId contract) {
                        return Optional.ofNullable(books.get(contract)).map(DunningFacts::owed);
                    }

                    @Override
                    public Optional<DunningFacts> dunningFacts(ContractId contract) {
                        return Optional.ofNullable(books.get(contract));
                    }
                })
                .dunning(DunningPolicy.laddered(5, 10, 100, CutCalendar.always(ZONE)))
                .clock(clock)
                .zone(ZONE)
                .build();
    }

    private Contracts unwired() {
        return wired(new InMemoryStorage());
    }
}
