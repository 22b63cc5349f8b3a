package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link WorkQueue} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class WorkQueueTck {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Instant END = START.plus(A_MINUTE);
    private static final Instant LATER = END.plus(A_MINUTE);
    private static final Instant MUCH_LATER = LATER.plus(A_MINUTE);

    private WorkQueue work;

    /** For the test of an adapter. */
    protected WorkQueueTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        work = storage().work();
    }

    /** The four ways to settle a lease. */
    enum Settlement {
        COMPLETE,
        RETRY,
        HAND_BACK,
        PARK;

        boolean of(WorkQueue work, WorkLease lease) {
            return switch (this) {
                case COMPLETE -> work.complete(lease);
                case RETRY -> work.retry(lease, MUCH_LATER, "no answer");
                case HAND_BACK -> work.release(lease, MUCH_LATER);
                case PARK -> work.park(lease, "no such profile");
            };
        }
    }

    @Nested
    class Mark {
        @Test
        void makes_a_contract_due_at_its_time() {
            work.enqueue(contractId(1), END);

            assertThat(leasedAt(END.minusNanos(1_000))).isEmpty();
            assertThat(leasedAt(END)).containsExactly(contractId(1));
        }

        @Test
        void makes_one_row_however_often_a_contract_changes() {
            work.enqueue(contractId(1), START);
            work.enqueue(contractId(1), START);
            work.enqueue(contractId(1), START);

            assertThat(work.depth(START).due()).isEqualTo(1);
            assertThat(leasedAt(START)).containsExactly(contractId(1));
            assertThat(leasedAt(START)).isEmpty();
        }

        @Test
        void brings_a_row_forward_that_waits_for_another_try() {
            work.enqueue(contractId(1), START);
            work.retry(leased(START), MUCH_LATER, "no answer");

            work.enqueue(contractId(1), LATER);

            assertThat(leasedAt(LATER)).containsExactly(contractId(1));
        }

        @Test
        void counts_attempts_anew() {
            work.enqueue(contractId(1), START);
            work.retry(leased(START), START, "no answer");
            work.retry(leased(START), START, "no answer");

            work.enqueue(contractId(1), START);

            assertThat(leased(START).attempts()).isZero();
        }

        @Test
        void takes_a_parked_row_up_again() {
            work.enqueue(contractId(1), START);
            work.park(leased(START), "no such profile");

            work.enqueue(contractId(1), START);

            assertThat(work.depth(START).parked()).isZero();
            assertThat(leased(START).attempts()).isZero();
        }

        @Test
        void leaves_a_leased_row_with_its_worker() {
            work.enqueue(contractId(1), START);
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), START);

            assertThat(leasedAt(START)).isEmpty();
            assertThat(work.complete(lease)).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void while_leased_makes_the_row_due_as_marked_however_the_lease_is_settled(Settlement settlement) {
            work.enqueue(contractId(1), START);
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), LATER);

            assertThat(settlement.of(work, lease)).isTrue();
            assertThat(work.depth(LATER.minusNanos(1_000)).waiting()).isEqualTo(1);
            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            assertThat(leasedAt(LATER)).containsExactly(contractId(1));
        }

        @ParameterizedTest
        @EnumSource
        void while_leased_counts_attempts_anew_without_the_one_under_way(Settlement settlement) {
            work.enqueue(contractId(1), START);
            work.retry(leased(START), START, "no answer");
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), START);
            settlement.of(work, lease);

            assertThat(leased(START).attempts()).isZero();
        }

        @Test
        void that_was_answered_by_a_later_lease_is_over_when_that_is_completed() {
            work.enqueue(contractId(1), START);
            leased(START);
            work.enqueue(contractId(1), START);

            work.complete(leased(END));

            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, Optional.empty()));
        }
    }

    @Nested
    class Lease {
        @Test
        void refuses_to_take_less_than_one() {
            assertThatIllegalArgumentException().isThrownBy(() -> work.lease(0, "worker-a", START, END));
        }

        @Test
        void takes_nothing_from_an_empty_queue() {
            assertThat(work.lease(10, "worker-a", START, END)).isEmpty();
        }

        @Test
        void says_for_how_long_and_how_often_it_was_tried() {
            work.enqueue(contractId(1), START);

            WorkLease lease = leased(START);

            assertThat(lease.contract()).isEqualTo(contractId(1));
            assertThat(lease.until()).isEqualTo(END);
            assertThat(lease.attempts()).isZero();
        }

        @Test
        void takes_the_longest_due_first_and_no_more_than_asked_for() {
            work.enqueue(contractId(1), START.plusSeconds(3));
            work.enqueue(contractId(2), START.plusSeconds(1));
            work.enqueue(contractId(3), START.plusSeconds(2));

            List<ContractId> first = contractsOf(work.lease(2, "worker-a", END, LATER));
            List<ContractId> second = contractsOf(work.lease(2, "worker-b", END, LATER));

            assertThat(first).containsExactly(contractId(2), contractId(3));
            assertThat(second).containsExactly(contractId(1));
        }

        @Test
        void gives_no_row_to_two_workers_at_once() {
            Stream.of(1, 2, 3).forEach(n -> work.enqueue(contractId(n), START));

            List<WorkLease> first = work.lease(2, "worker-a", START, END);
            List<WorkLease> second = work.lease(3, "worker-b", START, END);

            assertThat(contractsOf(first)).doesNotContainAnyElementsOf(contractsOf(second));
            assertThat(first).hasSize(2);
            assertThat(second).hasSize(1);
        }

        @Test
        void takes_a_row_whose_lease_has_ended_at_that_very_moment() {
            work.enqueue(contractId(1), START);
            WorkLease lost = leased(START);

            assertThat(leasedAt(END.minusNanos(1_000))).isEmpty();
            List<WorkLease> next = work.lease(10, "worker-b", END, LATER);

            assertThat(contractsOf(next)).containsExactly(contractId(1));
            assertThat(next.get(0).token()).isGreaterThan(lost.token());
        }

        @Test
        void gives_a_greater_token_each_time_even_after_the_row_was_gone() {
            work.enqueue(contractId(1), START);
            WorkLease first = leased(START);
            work.complete(first);
            work.enqueue(contractId(1), START);
            WorkLease second = leased(START);
            work.release(second, START);
            WorkLease third = leased(START);

            assertThat(second.token()).isGreaterThan(first.token());
            assertThat(third.token()).isGreaterThan(second.token());
        }

        @Test
        void lets_a_row_that_failed_wait_behind_those_that_became_due_before_its_next_try() {
            work.enqueue(contractId(1), START);
            work.retry(leased(START), START.plusSeconds(2), "no answer");
            work.enqueue(contractId(2), START.plusSeconds(1));

            List<ContractId> next = contractsOf(work.lease(1, "worker-a", END, LATER));

            assertThat(next).containsExactly(contractId(2));
        }
    }

    @Nested
    class Complete {
        @Test
        void makes_the_row_go_away() {
            work.enqueue(contractId(1), START);

            boolean held = work.complete(leased(START));

            assertThat(held).isTrue();
            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, Optional.empty()));
        }

        @Test
        void concerns_its_own_row_only() {
            work.enqueue(contractId(1), START);
            WorkLease lease = leased(START);
            work.enqueue(contractId(2), START);

            work.complete(lease);

            assertThat(leasedAt(START)).containsExactly(contractId(2));
        }
    }

    @Nested
    class Retry {
        @Test
        void makes_the_row_due_again_at_its_time_and_counts_an_attempt() {
            work.enqueue(contractId(1), START);

            boolean held = work.retry(leased(START), LATER, "no answer");

            assertThat(held).isTrue();
            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            assertThat(leased(LATER).attempts()).isEqualTo(1);
        }

        @Test
        void counts_each_attempt() {
            work.enqueue(contractId(1), START);
            work.retry(leased(START), START, "no answer");
            work.retry(leased(START), START, "no answer");
            work.retry(leased(START), START, "no answer");

            assertThat(leased(START).attempts()).isEqualTo(3);
        }

        @Test
        void takes_a_problem_of_any_length_in_any_script() {
            work.enqueue(contractId(1), START);

            boolean held = work.retry(leased(START), START, "línea — 回線 ".repeat(200));

            assertThat(held).isTrue();
            assertThat(leased(START).attempts()).isEqualTo(1);
        }
    }

    @Nested
    class HandBack {
        @Test
        void makes_the_row_due_again_at_its_time_and_counts_no_attempt() {
            work.enqueue(contractId(1), START);
            work.retry(leased(START), START, "no answer");

            boolean held = work.release(leased(START), LATER);

            assertThat(held).isTrue();
            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            assertThat(leased(LATER).attempts()).isEqualTo(1);
        }
    }

    @Nested
    class Park {
        @Test
        void keeps_the_row_and_never_leases_it_again() {
            work.enqueue(contractId(1), START);

            boolean held = work.park(leased(START), "no such profile");

            assertThat(held).isTrue();
            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 1, Optional.empty()));
            assertThat(leasedAt(MUCH_LATER)).isEmpty();
        }

        @Test
        void keeps_why_and_is_found_by_it_until_it_is_marked() {
            Stream.of(2, 1, 3).forEach(n -> work.enqueue(contractId(n), START));
            for (WorkLease lease : work.lease(2, "worker-a", START, END)) {
                work.park(lease, "no such profile: línea");
            }
            List<ContractId> given = contractsOf(work.lease(1, "worker-a", START, END));
            List<ContractId> parked = Stream.of(1, 2, 3)
                    .map(ContractFixtures::contractId)
                    .filter(id -> !given.contains(id))
                    .toList();

            assertThat(work.parked(10)).extracting(ParkedWork::contract).isEqualTo(parked);
            assertThat(work.parked(10)).extracting(ParkedWork::problem).containsOnly("no such profile: línea");
            assertThat(work.parked(1)).hasSize(1);
            assertThatIllegalArgumentException().isThrownBy(() -> work.parked(0));
            work.enqueue(parked.get(0), LATER);
            assertThat(work.parked(10)).extracting(ParkedWork::contract).containsExactly(parked.get(1));
        }

        @Test
        void never_stalls_other_rows() {
            work.enqueue(contractId(1), START);
            work.park(leased(START), "no such profile");
            work.enqueue(contractId(2), START.plusSeconds(1));

            assertThat(leasedAt(END)).containsExactly(contractId(2));
        }
    }

    @Nested
    class LostLease {
        @ParameterizedTest
        @EnumSource
        void says_nothing_once_another_worker_has_the_row(Settlement settlement) {
            work.enqueue(contractId(1), START);
            WorkLease lost = leased(START);
            WorkLease held = work.lease(1, "worker-b", END, LATER).get(0);

            assertThat(settlement.of(work, lost)).isFalse();

            assertThat(work.depth(END).leased()).isEqualTo(1);
            assertThat(work.complete(held)).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void says_nothing_once_it_was_settled(Settlement settlement) {
            work.enqueue(contractId(1), START);
            WorkLease lease = leased(START);
            work.release(lease, START);

            assertThat(settlement.of(work, lease)).isFalse();

            assertThat(leased(START).attempts()).isZero();
        }

        @ParameterizedTest
        @EnumSource
        void says_nothing_about_a_row_that_is_gone(Settlement settlement) {
            work.enqueue(contractId(1), START);
            WorkLease lease = leased(START);
            work.complete(lease);

            assertThat(settlement.of(work, lease)).isFalse();

            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, Optional.empty()));
        }

        @ParameterizedTest
        @EnumSource
        void says_nothing_about_a_row_that_was_gone_and_came_back(Settlement settlement) {
            work.enqueue(contractId(1), START);
            WorkLease lease = leased(START);
            work.complete(lease);
            work.enqueue(contractId(1), START);
            WorkLease next = leased(START);

            assertThat(settlement.of(work, lease)).isFalse();

            assertThat(work.complete(next)).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void still_speaks_after_its_end_while_nobody_else_took_the_row(Settlement settlement) {
            work.enqueue(contractId(1), START);
            WorkLease late = leased(START);
            assertThat(work.depth(MUCH_LATER).due()).isEqualTo(1);

            assertThat(settlement.of(work, late)).isTrue();
        }
    }

    @Nested
    class Depth {
        @Test
        void of_an_empty_queue_is_nothing() {
            assertThat(work.depth(START)).isEqualTo(new QueueDepth(0, 0, 0, 0, Optional.empty()));
        }

        @Test
        void counts_each_row_once() {
            work.enqueue(contractId(1), START);
            work.park(leased(START), "no such profile");
            work.enqueue(contractId(2), START);
            leased(START);
            work.enqueue(contractId(3), START.minusSeconds(5));
            work.enqueue(contractId(4), START.minusSeconds(9));
            work.enqueue(contractId(5), START);
            work.enqueue(contractId(6), START.plusNanos(1_000));

            QueueDepth depth = work.depth(START);

            assertThat(depth).isEqualTo(new QueueDepth(3, 1, 1, 1, Optional.of(START.minusSeconds(9))));
        }

        @Test
        void counts_a_row_whose_lease_has_ended_as_due() {
            work.enqueue(contractId(1), START);
            leased(START);

            QueueDepth depth = work.depth(END);

            assertThat(depth.due()).isEqualTo(1);
            assertThat(depth.leased()).isZero();
            assertThat(depth.oldestDue()).isPresent();
        }
    }

    private WorkLease leased(Instant now) {
        List<WorkLease> leases = work.lease(1, "worker-a", now, now.plus(A_MINUTE));
        assertThat(leases).hasSize(1);
        return leases.get(0);
    }

    private List<ContractId> leasedAt(Instant now) {
        return contractsOf(work.lease(10, "worker-b", now, now.plus(A_MINUTE)));
    }

    private static List<ContractId> contractsOf(List<WorkLease> leases) {
        return leases.stream().map(WorkLease::contract).toList();
    }
}
