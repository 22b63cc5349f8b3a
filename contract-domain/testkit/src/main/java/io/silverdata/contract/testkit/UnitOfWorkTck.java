package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.Conflicts.assertConflict;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aContractInService;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.activated;
import static io.silverdata.contract.testkit.ContractFixtures.anActiveContract;
import static io.silverdata.contract.testkit.ContractFixtures.commandRecord;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.idempotencyKey;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What {@link UnitOfWork} asks of an adapter, together with the ports that take part. Extend it, and give an empty storage
 * to each test. To try an adapter that joins a host's transactions, give a storage whose unit of work begins one and lets the
 * adapter's run inside.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class UnitOfWorkTck {
    private static final long HANG_SECONDS = 60;
    private static final Instant END = START.plus(Duration.ofMinutes(1));
    private static final Instant LATER = END.plus(Duration.ofMinutes(1));

    private Storage storage;
    private UnitOfWork unitOfWork;

    /** For the test of an adapter. */
    protected UnitOfWorkTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /**
     * Whether another thread can read while a unit of work that has written is still open, as in a database. An adapter
     * where it waits says false; what would never end there is skipped.
     */
    protected boolean runsUnitsOfWorkConcurrently() {
        return true;
    }

    @BeforeEach
    void begin() {
        storage = storage();
        unitOfWork = storage.unitOfWork();
    }

    @Nested
    class Execute {
        @Test
        void runs_the_work_exactly_once_on_the_calling_thread() {
            List<Thread> ran = new ArrayList<>();

            unitOfWork.execute(() -> ran.add(Thread.currentThread()));

            assertThat(ran).containsExactly(Thread.currentThread());
        }

        @Test
        void runs_the_work_once_even_if_it_throws() {
            List<Thread> ran = new ArrayList<>();

            failAfter(() -> ran.add(Thread.currentThread()));

            assertThat(ran).containsExactly(Thread.currentThread());
        }

        @Test
        void lets_the_work_see_what_it_wrote() {
            unitOfWork.execute(() -> {
                writeToEveryPort(1);

                assertEveryPortHas(1);
            });
        }

        @Test
        void keeps_the_writes_of_all_ports_when_the_work_returns() {
            unitOfWork.execute(() -> writeToEveryPort(1));

            assertEveryPortHas(1);
            assertThat(onAnotherThread(() -> storage.contracts().find(contractId(1))))
                    .isPresent();
        }

        @Test
        void throws_the_same_exception_on() {
            RuntimeException problem = new IllegalStateException("the work failed");

            Throwable thrown = catchThrowable(() -> unitOfWork.execute(() -> {
                throw problem;
            }));

            assertThat(thrown).isSameAs(problem);
        }

        @Test
        void throws_the_same_error_on() {
            Error problem = new AssertionError("the work failed badly");

            Throwable thrown = catchThrowable(() -> unitOfWork.execute(() -> {
                writeToEveryPort(1);
                throw problem;
            }));

            assertThat(thrown).isSameAs(problem);
            assertEveryPortIsEmpty();
        }

        @Test
        void takes_back_the_writes_of_all_ports_when_the_work_throws() {
            failAfter(() -> writeToEveryPort(1));

            assertEveryPortIsEmpty();
        }

        @Test
        void takes_back_changes_of_what_was_there_before() {
            unitOfWork.execute(() -> writeToEveryPort(1));

            failAfter(() -> changeEveryPort(1));

            assertEveryPortHas(1);
        }

        @Test
        void can_be_done_again_after_it_failed() {
            failAfter(() -> writeToEveryPort(1));

            unitOfWork.execute(() -> writeToEveryPort(1));

            assertEveryPortHas(1);
        }

        @Test
        void keeps_nothing_after_a_conflict() {
            storage.contracts().save(aDraft(2), 0);

            assertConflict(
                    Kind.CONTRACT_VERSION,
                    () -> unitOfWork.execute(() -> {
                        writeToEveryPort(1);
                        storage.contracts().save(aDraft(2), 0);
                    }));

            assertThat(storage.contracts().find(contractId(1))).isEmpty();
            assertThat(storage.plant().portsOf(contractId(1))).isEmpty();
            assertThat(storage.events().history(contractId(1))).isEmpty();
        }

        @Test
        void shows_nothing_to_others_before_it_is_committed() {
            assumeTrue(runsUnitsOfWorkConcurrently(), "units of work run one after another");
            unitOfWork.execute(() -> {
                storage.contracts().save(aDraft(1), 0);

                assertThat(onAnotherThread(() -> storage.contracts().find(contractId(1))))
                        .isEmpty();
            });

            assertThat(onAnotherThread(() -> storage.contracts().find(contractId(1))))
                    .isPresent();
        }
    }

    @Nested
    class ExecuteInsideAnother {
        @Test
        void joins_it_and_is_kept_with_it() {
            unitOfWork.execute(() -> {
                storage.contracts().save(aDraft(1), 0);
                unitOfWork.execute(() -> storage.contracts().save(aDraft(2), 0));
            });

            assertThat(storage.contracts().find(contractId(1))).isPresent();
            assertThat(storage.contracts().find(contractId(2))).isPresent();
        }

        @Test
        void sees_what_the_outer_one_wrote() {
            unitOfWork.execute(() -> {
                writeToEveryPort(1);
                unitOfWork.execute(() -> assertEveryPortHas(1));
            });
        }

        @Test
        void is_taken_back_when_the_outer_one_throws_later() {
            failAfter(() -> unitOfWork.execute(() -> writeToEveryPort(1)));

            assertEveryPortIsEmpty();
        }

        @Test
        void takes_the_outer_one_down_when_it_throws_the_same_exception_on() {
            RuntimeException problem = new IllegalStateException("the inner work failed");

            Throwable thrown = catchThrowable(() -> unitOfWork.execute(() -> {
                writeToEveryPort(1);
                unitOfWork.execute(() -> {
                    throw problem;
                });
            }));

            assertThat(thrown).isSameAs(problem);
            assertEveryPortIsEmpty();
        }
    }

    @Nested
    class IsActive {
        @Test
        void is_false_outside() {
            assertThat(unitOfWork.isActive()).isFalse();
        }

        @Test
        void is_true_inside_and_inside_another() {
            List<Boolean> answers = new ArrayList<>();

            unitOfWork.execute(() -> {
                answers.add(unitOfWork.isActive());
                unitOfWork.execute(() -> answers.add(unitOfWork.isActive()));
                answers.add(unitOfWork.isActive());
            });

            assertThat(answers).containsExactly(true, true, true);
        }

        @Test
        void is_false_again_afterwards_even_if_the_work_threw() {
            unitOfWork.execute(() -> storage.contracts().save(aDraft(1), 0));
            boolean afterSuccess = unitOfWork.isActive();
            failAfter(() -> writeToEveryPort(2));
            boolean afterFailure = unitOfWork.isActive();

            assertThat(afterSuccess).isFalse();
            assertThat(afterFailure).isFalse();
        }

        @Test
        void is_false_on_a_thread_that_is_not_inside() {
            unitOfWork.execute(
                    () -> assertThat(onAnotherThread(unitOfWork::isActive)).isFalse());
        }
    }

    @Nested
    class Call {
        @Test
        void gives_what_the_work_returned() {
            String result = unitOfWork.call(() -> {
                writeToEveryPort(1);
                return "done";
            });

            assertThat(result).isEqualTo("done");
            assertEveryPortHas(1);
        }

        @Test
        void throws_the_same_exception_on_and_takes_everything_back() {
            RuntimeException problem = new IllegalStateException("the work failed");

            assertThatThrownBy(() -> unitOfWork.call(() -> {
                        writeToEveryPort(1);
                        throw problem;
                    }))
                    .isSameAs(problem);

            assertEveryPortIsEmpty();
        }
    }

    private void writeToEveryPort(int n) {
        storage.contracts().save(anActiveContract(n), 0);
        storage.events().append(activated(n).events());
        storage.plant().install(smallPlant());
        storage.plant().claim(output(1, n), contractId(n), PortClaim.inUse(), START);
        storage.work().enqueue(contractId(n), Set.of(NetworkTarget.values()), START);
        storage.commands().append(commandRecord(n, anActiveContract(n)));
        storage.deviceLeases().acquire("olt-" + n, "worker-a", START, END);
    }

    /** Changes, one way or another, everything that {@link #writeToEveryPort} wrote. */
    private void changeEveryPort(int n) {
        Contract next = aContractInService(n);
        storage.contracts().save(next, anActiveContract(n).version());
        storage.events()
                .append(ContractFixtures.confirmed(anActiveContract(n), START.plus(Duration.ofDays(1)))
                        .events());
        storage.plant().release(output(1, n), contractId(n), LATER, START);
        storage.plant().claim(output(1, n + 1), contractId(n), PortClaim.reserved(LATER), START);
        storage.plant().setCondition(output(2, 1), PortCondition.FAULTY);
        storage.plant().setState(oltId(1), ServiceState.DOWN);
        storage.plant().setState(ponPortId(1), ServiceState.DOWN);
        storage.plant()
                .install(new PlantLayout(List.of(), List.of(ponPort(1, 7)), List.of(splitter(3, 1, output(2, 2), 8))));
        List<WorkLease> leases = storage.work().lease(1, "worker-b", START, END);
        assertThat(storage.work()
                        .settle(List.of(WorkSettlement.completed(leases.get(0))))
                        .lost())
                .isEmpty();
        storage.commands().append(commandRecord(n + 1, next));
        DeviceLease lease = storage.deviceLeases()
                .acquire("olt-" + n, "worker-b", END, LATER)
                .orElseThrow();
        storage.deviceLeases().release(lease);
    }

    private void assertEveryPortHas(int n) {
        assertThat(storage.contracts().find(contractId(n))).contains(anActiveContract(n));
        assertThat(storage.contracts().find(contractNumber(n))).contains(anActiveContract(n));
        assertThat(storage.contracts().holderOf(onu(n))).contains(contractId(n));
        assertThat(storage.contracts().holderOf(radiusUser(n))).contains(contractId(n));
        assertThat(storage.contracts().countByStatus()).containsEntry(Status.ACTIVE, 1L);
        assertThat(storage.events().history(contractId(n)))
                .isEqualTo(activated(n).events());
        assertThat(storage.plant().port(output(1, n)).flatMap(port -> port.claim()))
                .contains(PortClaim.inUse());
        assertThat(storage.plant().portsOf(contractId(n))).hasSize(1);
        assertThat(storage.plant().freePorts(splitterId(2), 10, START)).hasSize(8);
        assertThat(storage.plant().survey(splitterId(1), START)).hasValueSatisfying(survey -> {
            assertThat(survey.oltState()).isEqualTo(ServiceState.UP);
            assertThat(survey.ponPort()).isEqualTo(ponPort(1, 64));
            assertThat(survey.freeOutputs()).isEqualTo(7);
            assertThat(survey.subscribers()).isEqualTo(1);
        });
        assertThat(storage.plant().survey(splitterId(3), START)).isEmpty();
        assertThat(storage.work().depth(START)).isEqualTo(new QueueDepth(1, 0, 0, 0, 0, Optional.of(START)));
        assertThat(storage.commands().find(idempotencyKey(n))).isPresent();
        assertThat(storage.commands().find(idempotencyKey(n + 1))).isEmpty();
        assertThat(storage.deviceLeases().acquire("olt-" + n, "worker-b", START, END))
                .isEmpty();
    }

    private void assertEveryPortIsEmpty() {
        assertThat(storage.contracts().page(Optional.empty(), 10)).isEmpty();
        assertThat(storage.contracts().find(contractNumber(1))).isEmpty();
        assertThat(storage.contracts().holderOf(onu(1))).isEmpty();
        assertThat(storage.contracts().holderOf(radiusUser(1))).isEmpty();
        assertThat(storage.events().history(contractId(1))).isEmpty();
        assertThat(storage.events().read(EventCursor.START, 10).events()).isEmpty();
        assertThat(storage.plant().port(output(1, 1))).isEmpty();
        assertThat(storage.plant().portsOf(contractId(1))).isEmpty();
        assertThat(storage.plant().occupancy(START)).isEmpty();
        assertThat(storage.work().depth(START)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty()));
        assertThat(storage.commands().find(idempotencyKey(1))).isEmpty();
        // asked last: it takes the device
        assertThat(storage.deviceLeases().acquire("olt-1", "worker-b", START, END))
                .isPresent();
    }

    private void failAfter(Runnable work) {
        RuntimeException problem = new IllegalStateException("the work failed");
        Throwable thrown = catchThrowable(() -> unitOfWork.execute(() -> {
            work.run();
            throw problem;
        }));
        assertThat(thrown).isSameAs(problem);
    }

    private static <T> T onAnotherThread(Supplier<T> question) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(question::get).get(HANG_SECONDS, SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("another thread could not ask", failed);
        } finally {
            other.shutdownNow();
        }
    }
}
