package io.silverdata.contract.adapters.jdbc.host;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Commands inside Spring's transactions, together with what the host itself writes there. */
public abstract class SpringTransactionCases {
    private static final CommandContext ANA = CommandContext.by("ana", Trigger.ADMIN);
    private static final long HANG_SECONDS = 60;

    private final SettableClock clock = new SettableClock(START);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService another = Executors.newSingleThreadExecutor();
    private Runnable meanwhile = () -> {};
    private TransactionTemplate transactions;
    private JdbcTemplate host;
    private JdbcStorage storage;
    private Contracts contracts;

    /** The database; it is emptied. */
    protected abstract Database database();

    @BeforeEach
    void wire() {
        database().empty();
        DataSource pool = database().dataSource();
        transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        host = new JdbcTemplate(pool);
        host.execute("CREATE TABLE IF NOT EXISTS host_note (customer INTEGER)");
        host.update("DELETE FROM host_note");
        storage = storage(pool);
        storage.plant().install(HostShop.plant());
        contracts = contracts(storage);
    }

    /** As docs/databases.md shows it. */
    static JdbcStorage storage(DataSource dataSource) {
        JdbcStorage storage = JdbcStorage.builder()
                .dataSource(new TransactionAwareDataSourceProxy(dataSource))
                .hostTransaction(TransactionSynchronizationManager::isActualTransactionActive)
                .build();
        return storage;
    }

    @AfterEach
    void close() {
        another.shutdownNow();
    }

    @Test
    void a_command_is_kept_together_with_what_the_host_writes() {
        transactions.executeWithoutResult(status -> {
            note(1);
            assertThat(signUp(1).isRight()).isTrue();
            assertThat(onAnotherThread(this::signedUpAndNoted)).containsExactly(0, 0);
        });

        assertThat(signedUpAndNoted()).containsExactly(1, 1);
        Verify.nothingIsHalf(storage, START);
    }

    @Test
    void a_command_is_lost_together_with_what_the_host_writes_when_the_host_throws() {
        RuntimeException problem = new IllegalStateException("the host fails");

        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    note(1);
                    assertThat(signUp(1).isRight()).isTrue();
                    throw problem;
                }))
                .isSameAs(problem);

        assertThat(signedUpAndNoted()).containsExactly(0, 0);
        assertThat(storage.plant().portsOf(ContractFixtures.contractId(1))).isEmpty();
        Verify.nothingIsHalf(storage, START);
        assertThat(signUp(1).map(CommandResult::repeated)).isEqualTo(Either.right(false));
    }

    @Test
    void a_unit_of_work_that_fails_keeps_no_claim_even_if_the_host_goes_on_and_commits() {
        ContractId buyer = ContractFixtures.contractId(9);
        SplitterOutputId output = storage.plant()
                .freePorts(HostShop.plant().splitters().get(0).id(), 1, START)
                .get(0);
        RuntimeException problem = new IllegalStateException("the work fails");

        transactions.executeWithoutResult(status -> {
            note(1);
            assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                        assertThat(storage.plant().claim(output, buyer, PortClaim.inUse(), START))
                                .isEqualTo(ClaimOutcome.CLAIMED);
                        throw problem;
                    }))
                    .isSameAs(problem);
            assertThat(signUp(1).isRight()).isTrue();
        });

        assertThat(signedUpAndNoted()).containsExactly(1, 1);
        assertThat(storage.plant().portsOf(buyer)).isEmpty();
        Verify.nothingIsHalf(storage, START);
    }

    @Test
    void commands_of_one_transaction_see_each_other() {
        transactions.executeWithoutResult(status -> {
            ContractId contract = signUp(1).get().contract().id();
            assertThat(suspend(contract).isRight()).isTrue();
            assertThat(suspend(contract).getLeft().code()).isEqualTo("ALREADY_HELD");
        });

        assertThat(signedUpAndNoted()).containsExactly(1, 0);
        Verify.nothingIsHalf(storage, START);
    }

    @Test
    void a_unit_of_work_is_active_inside_and_only_there() {
        List<Boolean> answers = new ArrayList<>();

        answers.add(storage.unitOfWork().isActive());
        transactions.executeWithoutResult(status -> {
            answers.add(storage.unitOfWork().isActive());
            storage.unitOfWork().execute(() -> answers.add(storage.unitOfWork().isActive()));
            answers.add(onAnotherThread(() -> storage.unitOfWork().isActive()));
        });
        answers.add(storage.unitOfWork().isActive());

        assertThat(answers).containsExactly(false, true, true, false, false);
    }

    @Test
    void a_conflict_is_reported_and_not_repeated() {
        ContractId contract = signUp(1).get().contract().id();
        suspendMeanwhile(contract);

        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    note(1);
                    contracts.cancel(contract, CancellationReason.CUSTOMER_REQUEST, ANA);
                }))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.CONTRACT_VERSION));

        assertThat(asked).hasValue(1);
        assertThat(signedUpAndNoted()).containsExactly(1, 0);
        Verify.nothingIsHalf(storage, START);
    }

    @Test
    void a_conflict_is_repeated_outside() {
        ContractId contract = signUp(1).get().contract().id();
        suspendMeanwhile(contract);

        assertThat(contracts
                        .cancel(contract, CancellationReason.CUSTOMER_REQUEST, ANA)
                        .isRight())
                .isTrue();

        assertThat(asked).hasValue(2);
    }

    @Test
    void delivery_verification_and_segments_are_refused_inside() {
        DayRange days = new DayRange(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

        transactions.executeWithoutResult(status -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> contracts.worker().deliverPending(10));
            assertThatIllegalStateException().isThrownBy(() -> Verify.nothingIsHalf(storage, START));
            assertThatIllegalStateException()
                    .isThrownBy(() -> storage.reports(ReportSettings.in(ContractFixtures.ZONE))
                            .segments(days, segment -> {}));
        });
    }

    @Test
    void a_bulk_command_inside_that_rolls_back_has_reported_nothing_as_accepted() {
        List<String> reported = new ArrayList<>();
        Contracts reporting = Shop.wired(storage, new SettableClock(START))
                .listener(new ContractsListener() {
                    @Override
                    public void onCommand(CommandReport report) {
                        reported.add(report.command());
                    }
                })
                .build();
        ContractId contract = signUp(1).get().contract().id();
        BulkRun run = reporting
                .runs()
                .bulk(
                        "cut",
                        Selection.of(List.of(contract)),
                        (id, context) -> reporting.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), context),
                        CommandContext.by("ana", Trigger.ADMIN))
                .begin()
                .get();
        List<BulkItem> items = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.executeWithoutResult(status -> run.advance(10, items::add)))
                .withMessage("a bulk command must not be called inside a unit of work");

        assertThat(items).isEmpty();
        assertThat(reported).isEmpty();
        assertThat(run.advance(10, items::add).accepted()).isEqualTo(1);
    }

    @Test
    void a_storage_that_is_built_inside_leaves_the_transaction_as_it_is() {
        transactions.executeWithoutResult(status -> {
            note(1);
            storage(database().dataSource());
        });

        assertThat(signedUpAndNoted()).containsExactly(0, 1);
    }

    @Test
    void a_storage_that_was_not_told_of_the_transactions_refuses_their_connections() {
        Shop untold = new Shop(contracts(JdbcStorage.builder()
                .dataSource(new TransactionAwareDataSourceProxy(database().dataSource()))
                .build()));

        transactions.executeWithoutResult(status -> {
            note(1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> untold.signUp(1))
                    .withMessageContaining("pass hostTransaction(..)");
        });

        assertThat(signedUpAndNoted()).containsExactly(0, 1);
    }

    @Test
    void a_transaction_that_is_another_databases_is_refused_before_anything_is_written() {
        TransactionTemplate elsewhere = new TransactionTemplate(new DataSourceTransactionManager(
                new DriverManagerDataSource("jdbc:h2:mem:elsewhere;DB_CLOSE_DELAY=-1", "sa", "")));

        elsewhere.executeWithoutResult(status -> assertThatIllegalStateException()
                .isThrownBy(() -> signUp(1))
                .withMessageContaining("TransactionAwareDataSourceProxy"));

        assertThat(signedUpAndNoted()).containsExactly(0, 0);
    }

    private Contracts contracts(JdbcStorage on) {
        return Shop.wired(on, clock)
                .debts(contract -> {
                    asked.incrementAndGet();
                    meanwhile.run();
                    return Optional.empty();
                })
                .build();
    }

    /** Another clerk is faster, once, while a contract is being cancelled. */
    private void suspendMeanwhile(ContractId contract) {
        asked.set(0);
        meanwhile = () -> {
            meanwhile = () -> {};
            assertThat(onAnotherThread(() -> suspend(contract).isRight())).isTrue();
        };
    }

    private <T> T onAnotherThread(Callable<T> work) {
        try {
            return another.submit(work).get(HANG_SECONDS, SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private Either<Rejection, CommandResult> suspend(ContractId contract) {
        return contracts.suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), ANA);
    }

    private Either<Rejection, CommandResult> signUp(int customer) {
        return new Shop(contracts).signUp(customer);
    }

    private void note(int customer) {
        host.update("INSERT INTO host_note VALUES (?)", customer);
    }

    private List<Integer> signedUpAndNoted() {
        return List.of(count("ct_contract"), count("host_note"));
    }

    private int count(String table) {
        return host.queryForList("SELECT 1 FROM " + table).size();
    }
}
