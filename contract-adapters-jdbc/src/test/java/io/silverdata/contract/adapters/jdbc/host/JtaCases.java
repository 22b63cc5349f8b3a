package io.silverdata.contract.adapters.jdbc.host;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.testkit.SettableClock;
import io.vavr.control.Either;
import jakarta.transaction.SystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Commands inside transactions of a transaction manager, together with the host's invoices in another database: both are
 * kept or none.
 */
public abstract class JtaCases {
    private static final CommandContext ANA = CommandContext.by("ana", Trigger.ADMIN);
    private static final long HANG_SECONDS = 60;

    private final SettableClock clock = new SettableClock(START);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private Runnable meanwhile = () -> {};
    private JtaHost host;
    private JtaHost billing;
    private JdbcStorage storage;
    private Contracts contracts;

    /** The database; it is emptied. */
    protected abstract Database database();

    @BeforeEach
    void wire() {
        database().empty();
        host = JtaHost.on(database());
        billing = JtaHost.withInvoices();
        storage = host.storage();
        storage.plant().install(HostShop.plant());
        contracts = Shop.wired(storage, clock)
                .debts(contract -> {
                    asked.incrementAndGet();
                    meanwhile.run();
                    return Optional.empty();
                })
                .build();
    }

    @AfterEach
    void close() {
        others.shutdownNow();
        host.close();
        billing.close();
    }

    @Test
    void a_command_is_kept_together_with_what_the_host_writes_elsewhere() {
        JtaHost.inTransaction(() -> {
            assertThat(signUp(1).isRight()).isTrue();
            invoice(1);
        });

        assertThat(signedUpAndInvoiced()).containsExactly(1, 1);
        Verify.nothingIsHalf(storage, clock.instant());
    }

    @Test
    void a_command_is_taken_back_with_the_host() {
        RuntimeException problem = new IllegalStateException("the host fails");

        assertThatThrownBy(() -> JtaHost.inTransaction(() -> {
                    invoice(1);
                    assertThat(signUp(1).isRight()).isTrue();
                    throw problem;
                }))
                .isSameAs(problem);

        assertThat(signedUpAndInvoiced()).containsExactly(0, 0);
        assertThat(signUp(1).isRight()).isTrue();
    }

    @Test
    void a_command_is_taken_back_if_the_host_marks_its_transaction_afterwards() {
        assertThatThrownBy(() -> JtaHost.inTransaction(() -> {
                    assertThat(signUp(1).isRight()).isTrue();
                    invoice(1);
                    markForRollback();
                }))
                .isInstanceOf(JtaHost.RolledBack.class);

        assertThat(signedUpAndInvoiced()).containsExactly(0, 0);
    }

    @Test
    void a_command_in_a_transaction_that_is_marked_already_fails_instead_of_beginning_one_of_its_own() {
        assertThatThrownBy(() -> JtaHost.inTransaction(() -> {
                    markForRollback();
                    signUp(1);
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("connecting to the database failed");

        assertThat(signedUpAndInvoiced()).containsExactly(0, 0);
    }

    @Test
    void a_command_is_taken_back_if_the_other_database_cannot_prepare_to_commit() {
        assertThatThrownBy(() -> JtaHost.inTransaction(() -> {
                    enlistOneThatRefuses();
                    assertThat(signUp(1).isRight()).isTrue();
                    invoice(1);
                }))
                .isInstanceOf(JtaHost.RolledBack.class);

        assertThat(signedUpAndInvoiced()).containsExactly(0, 0);
    }

    @Test
    void nothing_waits_when_a_command_has_returned() throws Exception {
        List<Integer> inside = new ArrayList<>();

        JtaHost.inTransaction(() -> {
            CommandResult result = signUp(1).get();
            inside.add(result.events().size());
            inside.add(host.count("ct_event"));
            inside.add(host.count("ct_contract"));
            inside.add(host.count("ct_command"));
            inside.add(meanwhile(() -> host.count("ct_event")));
        });

        assertThat(inside.get(0)).isPositive();
        assertThat(inside).containsExactly(inside.get(0), inside.get(0), 1, 1, 0);
    }

    @Test
    void a_conflict_is_repeated_where_there_is_no_transaction_of_the_host() {
        ContractId contract = signUp(1).get().contract().id();
        suspendMeanwhile(contract);

        assertThat(contracts
                        .cancel(contract, CancellationReason.CUSTOMER_REQUEST, ANA)
                        .get()
                        .contract()
                        .status())
                .isEqualTo(Status.CANCELLED);

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_conflict_is_reported_and_not_repeated_where_there_is_one() {
        ContractId contract = signUp(1).get().contract().id();
        suspendMeanwhile(contract);

        assertThatThrownBy(() -> JtaHost.inTransaction(() -> {
                    invoice(1);
                    contracts.cancel(contract, CancellationReason.CUSTOMER_REQUEST, ANA);
                }))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.CONTRACT_VERSION));
        assertThat(asked).hasValue(1);
        assertThat(signedUpAndInvoiced()).containsExactly(1, 0);

        JtaHost.inTransaction(() -> {
            invoice(1);
            assertThat(contracts
                            .cancel(contract, CancellationReason.CUSTOMER_REQUEST, ANA)
                            .isRight())
                    .isTrue();
        });

        assertThat(signedUpAndInvoiced()).containsExactly(1, 1);
        Verify.nothingIsHalf(storage, clock.instant());
    }

    @Test
    void a_unit_of_work_leaves_nothing_of_itself_where_the_host_goes_on_after_a_conflict() {
        storage.events().append(drafted(2).events());

        JtaHost.inTransaction(() -> {
            invoice(1);
            storage.contracts().save(aDraft(3), 0);
            Throwable conflict = catchThrowable(() -> storage.unitOfWork().execute(() -> {
                storage.contracts().save(aDraft(1), 0);
                storage.events().append(drafted(2).events());
            }));
            assertThat(conflict).isInstanceOf(ConflictException.class);
        });

        assertThat(storage.contracts().find(contractId(1))).isEmpty();
        assertThat(storage.contracts().find(contractId(3))).isPresent();
        assertThat(billing.count("invoice")).isEqualTo(1);
    }

    @Test
    void a_deadlock_is_a_conflict_and_the_host_repeats() throws Exception {
        storage.work().enqueue(contractId(1), Set.of(NetworkTarget.values()), START);
        storage.work().enqueue(contractId(2), Set.of(NetworkTarget.values()), START);
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);

        Future<Integer> one = others.submit(() -> markBoth(1, 2, bothHaveOne));
        Future<Integer> other = others.submit(() -> markBoth(2, 1, bothHaveOne));

        assertThat(one.get(HANG_SECONDS, SECONDS) + other.get(HANG_SECONDS, SECONDS))
                .isPositive();
    }

    /** Marks two rows of work in one transaction, and says how often that had to give way. */
    private int markBoth(int first, int second, CyclicBarrier bothHaveOne) throws Exception {
        for (int conflicts = 0; ; conflicts++) {
            boolean meets = conflicts == 0;
            try {
                JtaHost.inTransaction(() -> {
                    storage.work().enqueue(contractId(first), Set.of(NetworkTarget.values()), START);
                    if (meets) {
                        await(bothHaveOne);
                    }
                    storage.work().enqueue(contractId(second), Set.of(NetworkTarget.values()), START);
                });
                return conflicts;
            } catch (ConflictException gaveWay) {
                assertThat(gaveWay.kind()).isEqualTo(ConflictException.Kind.SERIALIZATION);
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(HANG_SECONDS, SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Another worker is faster, once, while a contract is being cancelled. */
    private void suspendMeanwhile(ContractId contract) {
        asked.set(0);
        meanwhile = () -> {
            meanwhile = () -> {};
            assertThat(meanwhile(() -> contracts
                            .suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), ANA)
                            .isRight()))
                    .isTrue();
        };
    }

    /** On another thread, which is in no transaction. */
    private <T> T meanwhile(Callable<T> work) {
        try {
            return others.submit(work).get(HANG_SECONDS, SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void markForRollback() {
        try {
            host.transactions().setRollbackOnly();
        } catch (SystemException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void enlistOneThatRefuses() {
        try {
            host.transactions().getTransaction().enlistResource(new RefusingResource());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Either<Rejection, CommandResult> signUp(int customer) {
        return new Shop(contracts).signUp(customer);
    }

    private void invoice(int customer) {
        billing.sql("INSERT INTO invoice VALUES (" + customer + ")");
    }

    private List<Integer> signedUpAndInvoiced() {
        return List.of(host.count("ct_contract"), billing.count("invoice"));
    }
}
