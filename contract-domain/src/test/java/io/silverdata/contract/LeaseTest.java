package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.worker.DeliverySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a worker may do with a lease, and what becomes of its work without one. */
class LeaseTest {
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Operator operator = new Operator(64, 128);
    private final HandScheduler heartbeat = new HandScheduler();
    private final Contracts slow =
            operator.builder().workerName("slow").scheduler(heartbeat).build();
    private final Contracts other = operator.builder().workerName("other").build();

    /** Another worker delivers the newer wish while the first is at the OLT; the first removes nothing after. */
    @Test
    void a_worker_that_lost_its_lease_begins_no_further_step_and_has_the_contract_delivered_again() {
        Contract contract = operator.inService(1);
        slow.swapOnu(contract.id(), onu(2), STAFF).get();
        during("line " + onu(2) + " up", () -> {
            operator.clock.advance(LEASE);
            other.swapOnu(contract.id(), onu(1), STAFF).get();
            other.worker().deliverPending(10);
        });

        DeliverySummary done = slow.worker().deliverPending(10);

        assertThat(done.lost()).isEqualTo(1);
        assertThat(operator.told).doesNotContain("line removed " + onu(1));
        assertThat(other.worker().health().queue().due()).isEqualTo(1);
        other.worker().deliverPending(10);
        assertThat(operator.olt).containsOnlyKeys(onu(1));
    }

    @Test
    void leases_are_renewed_as_long_as_a_device_takes() {
        operator.subscriber(1);
        List<QueueDepth> meanwhile = new ArrayList<>();
        during("line " + onu(1) + " up", () -> {
            for (int beat = 0; beat < 60; beat++) {
                operator.clock.advance(LEASE.dividedBy(3));
                heartbeat.beat();
            }
            meanwhile.add(other.worker().health().queue());
            assertThat(other.worker().deliverPending(10)).isEqualTo(DeliverySummary.NONE);
        });

        DeliverySummary done = slow.worker().deliverPending(10);

        assertThat(done.confirmed()).isEqualTo(1);
        assertThat(meanwhile).extracting(QueueDepth::leased).containsExactly(1L);
        assertThat(operator.told).containsExactly("line " + onu(1) + " up", "access NONE");
    }

    /** What a killed process leaves: leases that nobody renews. */
    @Test
    void after_a_kill_another_worker_goes_on_once_the_leases_have_ended() {
        operator.subscriber(1);
        operator.subscriber(2);
        Instant now = operator.clock.instant();
        operator.storage.work().lease(1, "killed", now, now.plus(LEASE));
        operator.storage.deviceLeases().acquire("olt-1", "killed", now, now.plus(LEASE));
        assertThat(other.worker().deliverPending(10)).isEqualTo(new DeliverySummary(1, 0, 0, 1, 0, 0));

        operator.clock.advance(LEASE);

        assertThat(other.worker().deliverPending(10).confirmed()).isEqualTo(2);
    }

    @Test
    void health_shows_who_writes_to_which_device_since_when() {
        operator.subscriber(1);
        List<HeldDevice> held = new ArrayList<>();
        Instant start = operator.clock.instant();
        during("line " + onu(1) + " up", () -> {
            operator.clock.advance(Duration.ofSeconds(5));
            held.addAll(other.worker().health().heldDevices());
        });

        slow.worker().deliverPending(10);

        assertThat(held).containsExactly(new HeldDevice("olt-1", "slow", start, start.plus(LEASE)));
        assertThat(other.worker().health().heldDevices()).isEmpty();
    }

    @Test
    void what_was_done_while_another_worker_had_the_olt_is_done_again() {
        operator.subscriber(1);
        during("line " + onu(1) + " up", () -> {
            operator.clock.advance(LEASE);
            Instant now = operator.clock.instant();
            operator.storage.deviceLeases().acquire("olt-1", "thief", now, now.plusSeconds(1));
            heartbeat.beat();
        });

        DeliverySummary done = slow.worker().deliverPending(10);

        assertThat(done.retried()).isEqualTo(1);
        operator.clock.advance(LEASE);
        assertThat(slow.worker().deliverPending(10).confirmed()).isEqualTo(1);
        assertThat(operator.told).containsExactly("line " + onu(1) + " up", "line " + onu(1) + " up", "access NONE");
    }

    /** A worker that lost its lease has the contract delivered again while another is delivering it. */
    @Test
    void a_target_that_is_marked_while_it_is_delivered_is_not_confirmed_by_that_delivery() {
        Contract contract = operator.inService(1);
        slow.cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF).get();
        during("line removed " + onu(1), () -> other.worker().redeliver(contract.id()));

        slow.worker().deliverPending(1);

        Contract between = slow.find(contract.id()).orElseThrow();
        assertThat(between.retiredLines()).hasSize(1);
        assertThat(between.provisioning().summary()).isEqualTo(Summary.PENDING);
        slow.worker().deliverPending(1);
        assertThat(slow.find(contract.id()).orElseThrow().provisioning().summary())
                .isEqualTo(Summary.IN_SYNC);
        assertThat(operator.told)
                .containsExactly(
                        "access removed " + user(1),
                        "line removed " + onu(1),
                        "access removed " + user(1),
                        "line removed " + onu(1));
    }

    @Test
    void nothing_is_scheduled_where_nothing_is_due() {
        operator.inService(1);
        Contracts idle = operator.builder()
                .scheduler(new ScheduledThreadPoolExecutor(0) {
                    @Override
                    public ScheduledFuture<?> scheduleAtFixedRate(
                            Runnable work, long delay, long period, TimeUnit unit) {
                        throw new AssertionError("nothing is to be renewed");
                    }
                })
                .build();

        assertThat(idle.worker().deliverPending(10)).isEqualTo(DeliverySummary.NONE);
    }

    /** Each renewal says that the executor has ended; the orders of the caller's own thread stand behind that word. */
    @Test
    void an_executor_that_has_ended_does_not_hide_what_the_caller_does_itself() {
        for (int n = 1; n <= 50; n++) {
            operator.subscriber(n);
        }
        ExecutorService ended = Executors.newFixedThreadPool(1);
        ended.shutdown();
        Contracts orphaned =
                operator.builder().executor(ended).scheduler(heartbeat).build();
        operator.trouble = operation -> {
            heartbeat.beat();
            return Optional.empty();
        };

        assertThat(orphaned.worker().deliverPending(100).confirmed()).isEqualTo(50);
    }

    @Test
    void no_lease_is_renewed_after_the_call() {
        operator.subscriber(1);

        slow.worker().deliverPending(10);

        assertThat(heartbeat.isIdle()).isTrue();
    }

    @Test
    void an_exception_in_the_midst_hands_every_row_back_at_once() {
        operator.subscriber(1);
        operator.subscriber(2);
        Contracts failing = operator.builder()
                .executor(task -> {
                    throw new IllegalStateException("a defect");
                })
                .build();

        assertThatThrownBy(() -> failing.worker().deliverPending(10)).hasMessage("a defect");

        assertThat(other.worker().health().queue())
                .isEqualTo(new QueueDepth(2, 0, 0, 0, 0, Optional.of(Operator.START)));
        assertThat(other.worker().deliverPending(10).confirmed()).isEqualTo(2);
        assertThat(operator.radius).containsOnlyKeys(user(1), user(2));
    }

    @Test
    void an_executor_that_is_stopped_before_it_wrote_to_an_olt_keeps_no_row() {
        operator.subscriber(1);
        ExecutorService stopping = new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable task) {
                shutdownNow();
            }
        };
        Contracts failing = operator.builder().executor(stopping).build();

        assertThatThrownBy(() -> failing.worker().deliverPending(10)).hasMessageContaining("the executor has ended");

        assertThat(other.worker().deliverPending(10).confirmed()).isEqualTo(1);
    }

    @Test
    void devices_are_written_to_on_the_executor() {
        for (int n = 1; n <= 100; n++) {
            operator.subscriber(n);
        }
        ExecutorService olts = Executors.newFixedThreadPool(2);
        try {
            Contracts parallel = operator.builder().executor(olts).build();

            assertThat(parallel.worker().deliverPending(1_000).confirmed()).isEqualTo(100);
        } finally {
            olts.shutdown();
        }

        assertThat(operator.olt).hasSize(100);
        assertThat(operator.radius).hasSize(100);
    }

    /** Runs once, while a device carries out an operation. */
    private void during(String operation, Runnable meanwhile) {
        operator.trouble = told -> {
            if (told.equals(operation)) {
                operator.trouble = any -> Optional.empty();
                meanwhile.run();
            }
            return Optional.<DeviceOutcome>empty();
        };
    }
}
