package io.silverdata.contract.spring.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worker delivers while the application runs, and ends its call before the application ends. */
class WorkerLifecycleTest {
    private static final long HANG_SECONDS = 60;
    private static final ContractWorkerProperties QUICK =
            new ContractWorkerProperties(true, Duration.ofMillis(5), Duration.ofMillis(5), 10);

    private static Host host;

    @BeforeAll
    static void start() {
        host = Host.inMemory("contract.worker.enabled=false");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void delivers_what_is_due_until_it_is_stopped() throws InterruptedException {
        Contracts contracts = host.bean(Contracts.class);
        var id = host.bean(Desk.class).signUp(1);
        CountDownLatch inService = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        WorkerLifecycle worker = new WorkerLifecycle(contracts, QUICK, List.of(round -> {
            if (contracts.find(id).orElseThrow().inServiceSince().isPresent()) {
                inService.countDown();
            }
        }));

        worker.start();
        assertThat(inService.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.isRunning()).isTrue();
        worker.stop(stopped::countDown);

        assertThat(stopped.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void is_stopped_only_when_the_call_in_hand_has_ended_and_begins_no_other() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger rounds = new AtomicInteger();
        WorkerLifecycle worker = new WorkerLifecycle(host.bean(Contracts.class), QUICK, List.of(contracts -> {
            began.countDown();
            await(mayEnd);
            rounds.incrementAndGet();
        }));

        worker.start();
        assertThat(began.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        worker.stop(() -> {
            assertThat(rounds).hasValue(1);
            stopped.countDown();
        });
        assertThat(stopped.getCount()).isEqualTo(1);
        mayEnd.countDown();

        assertThat(stopped.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void goes_on_after_a_round_that_fails() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(3);
        CountDownLatch stopped = new CountDownLatch(1);
        WorkerLifecycle worker = new WorkerLifecycle(host.bean(Contracts.class), QUICK, List.of(contracts -> {
            again.countDown();
            throw new IllegalStateException("a round fails");
        }));

        worker.start();
        assertThat(again.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        worker.stop(stopped::countDown);

        assertThat(stopped.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void goes_on_after_an_error() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(3);
        CountDownLatch stopped = new CountDownLatch(1);
        WorkerLifecycle worker = new WorkerLifecycle(host.bean(Contracts.class), QUICK, List.of(contracts -> {
            again.countDown();
            throw new NoClassDefFoundError("a jar is missing");
        }));

        worker.start();
        assertThat(again.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        worker.stop(stopped::countDown);

        assertThat(stopped.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void is_not_there_where_it_is_switched_off() {
        assertThat(host.has(WorkerLifecycle.class)).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(HANG_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("hangs");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
