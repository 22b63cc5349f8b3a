package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContractsConcurrencyTest {
    private static final int BUYERS = 64;

    @Test
    void sixty_four_buyers_of_a_splitter_get_each_output_once_and_every_loser_is_told() throws Exception {
        for (int round = 0; round < 50; round++) {
            Operator operator = new Operator(16, 24);
            AtomicInteger next = new AtomicInteger();

            List<Either<Rejection, CommandResult>> results =
                    together(BUYERS, () -> operator.contracts.signUp(signUp(next.incrementAndGet()), STAFF));

            List<SplitterOutputId> sold = results.stream()
                    .filter(Either::isRight)
                    .map(result ->
                            result.get().contract().line().orElseThrow().ports().splitterOutput())
                    .toList();
            assertThat(sold).hasSize(24).doesNotHaveDuplicates();
            assertThat(results)
                    .filteredOn(Either::isLeft)
                    .allMatch(result -> result.getLeft() instanceof Rejection.NoPortAvailable
                            || result.getLeft() instanceof Rejection.NotQualified);
            for (Either<Rejection, CommandResult> result : results) {
                result.forEach(accepted -> assertThat(operator.storage
                                .plant()
                                .port(accepted.contract()
                                        .line()
                                        .orElseThrow()
                                        .ports()
                                        .splitterOutput())
                                .orElseThrow()
                                .holder())
                        .contains(accepted.contract().id()));
            }
        }
    }

    @Test
    void sixty_four_buyers_fill_one_splitter_of_sixty_four_and_a_late_one_is_told() throws Exception {
        for (int round = 0; round < 40; round++) {
            Operator operator = new Operator(64, 64);
            AtomicInteger next = new AtomicInteger();

            List<Either<Rejection, CommandResult>> results =
                    together(BUYERS, () -> operator.contracts.signUp(signUp(next.incrementAndGet()), STAFF));

            assertThat(results.stream()
                            .map(result -> result.get()
                                    .contract()
                                    .line()
                                    .orElseThrow()
                                    .ports()
                                    .splitterOutput()))
                    .hasSize(64)
                    .doesNotHaveDuplicates()
                    .allMatch(port -> port.splitter().equals(Operator.NEAR));
            assertThat(operator.contracts.signUp(signUp(65), STAFF).getLeft())
                    .isInstanceOf(Rejection.NotQualified.class);
        }
    }

    @Test
    void eight_threads_on_the_same_contracts_lose_nothing() throws Exception {
        Operator operator = Operator.small();
        List<Contract> subscribers = List.of(operator.subscriber(1), operator.subscriber(2));
        List<RecordedEvent> acknowledged = Collections.synchronizedList(new ArrayList<>());
        subscribers.forEach(contract -> acknowledged.addAll(operator.contracts.history(contract.id())));

        together(8, () -> {
            for (int round = 0; round < 1_000; round++) {
                Contract contract = subscribers.get(round % subscribers.size());
                Either<Rejection, CommandResult> suspended = operator.contracts.suspend(
                        contract.id(),
                        Suspension.of(SuspensionReason.ADMINISTRATIVE)
                                .enforcing(round % 3 == 0 ? Enforcement.THROTTLE : Enforcement.LINE_DISABLED),
                        STAFF);
                suspended.forEach(result -> acknowledged.addAll(result.events()));
                assertThat(suspended.isRight() || suspended.getLeft() instanceof Rejection.AlreadyHeld)
                        .isTrue();
                Either<Rejection, CommandResult> lifted =
                        operator.contracts.liftHold(contract.id(), SuspensionReason.ADMINISTRATIVE, STAFF);
                lifted.forEach(result -> acknowledged.addAll(result.events()));
                assertThat(lifted.isRight() || lifted.getLeft() instanceof Rejection.NoSuchHold)
                        .isTrue();
            }
            return Boolean.TRUE;
        });

        List<RecordedEvent> kept = new ArrayList<>();
        for (Contract contract : subscribers) {
            List<RecordedEvent> history = operator.contracts.history(contract.id());
            kept.addAll(history);
            assertThat(Contract.replay(history))
                    .isEqualTo(operator.contracts.find(contract.id()).orElseThrow());
        }
        assertThat(kept).hasSameSizeAs(acknowledged);
        assertThat(new HashSet<>(kept)).isEqualTo(new HashSet<>(acknowledged));
    }

    @Test
    void many_callers_with_one_key_get_one_contract() throws Exception {
        for (int round = 0; round < 100; round++) {
            Operator operator = Operator.small();

            List<Either<Rejection, CommandResult>> results =
                    together(8, () -> operator.contracts.signUp(signUp(1), STAFF.once("order")));

            assertThat(results).allMatch(Either::isRight);
            assertThat(results.stream().filter(result -> !result.get().repeated()))
                    .hasSize(1);
            assertThat(results.stream().map(result -> result.get().contract()).distinct())
                    .hasSize(1);
        }
    }

    private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(Collections.nCopies(threads, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
