package io.silverdata.contract.testkit;

import static io.silverdata.contract.model.NetworkTarget.ACCESS;
import static io.silverdata.contract.model.NetworkTarget.LINE;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkHolder;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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

    private static final Set<NetworkTarget> BOTH = EnumSet.allOf(NetworkTarget.class);

    private Storage storage;
    private WorkQueue work;

    /** For the test of an adapter. */
    protected WorkQueueTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        work = storage.work();
    }

    /** The ways to settle a target. */
    enum Settlement {
        COMPLETE,
        RETRY,
        POSTPONE,
        PARK,
        HOLD;

        TargetWork of(TargetWork before) {
            return switch (this) {
                case COMPLETE -> TargetWork.NONE;
                case RETRY -> before.retried(MUCH_LATER, "no answer");
                case POSTPONE -> before.postponed(MUCH_LATER);
                case PARK -> before.parked("no such profile");
                case HOLD -> before.held(3);
            };
        }

        WorkSettlement of(WorkLease lease) {
            return new WorkSettlement(lease, of(lease.access()), of(lease.line()));
        }
    }

    @Nested
    class Mark {
        @Test
        void makes_a_contract_due_at_its_time() {
            work.enqueue(contractId(1), BOTH, END);

            assertThat(leasedAt(END.minusNanos(1_000))).isEmpty();
            assertThat(leasedAt(END)).containsExactly(contractId(1));
        }

        @Test
        void makes_one_row_however_often_a_contract_changes() {
            work.enqueue(contractId(1), BOTH, START);
            work.enqueue(contractId(1), BOTH, START);
            work.enqueue(contractId(1), BOTH, START);

            assertThat(work.depth(START).due()).isEqualTo(1);
            assertThat(leasedAt(START)).containsExactly(contractId(1));
            assertThat(leasedAt(START)).isEmpty();
        }

        @Test
        void brings_a_row_forward_that_waits_for_another_try() {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), MUCH_LATER, "no answer");

            work.enqueue(contractId(1), BOTH, LATER);

            assertThat(leasedAt(LATER)).containsExactly(contractId(1));
        }

        @Test
        void counts_attempts_anew() {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START, "no answer");
            retry(leased(START), START, "no answer");

            work.enqueue(contractId(1), BOTH, START);

            assertThat(leased(START).access().attempts()).isZero();
        }

        @Test
        void takes_a_parked_row_up_again() {
            work.enqueue(contractId(1), BOTH, START);
            park(leased(START), "no such profile");

            work.enqueue(contractId(1), BOTH, START);

            assertThat(work.depth(START).parked()).isZero();
            assertThat(leased(START).access().attempts()).isZero();
        }

        @Test
        void leaves_a_leased_row_with_its_worker() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), BOTH, START);

            assertThat(leasedAt(START)).isEmpty();
            assertThat(complete(lease)).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void while_leased_makes_the_row_due_as_marked_however_the_lease_is_settled(Settlement settlement) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), BOTH, LATER);

            assertThat(settled(settlement.of(lease))).isTrue();
            assertThat(work.depth(LATER.minusNanos(1_000)).waiting()).isEqualTo(1);
            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            assertThat(leasedAt(LATER)).containsExactly(contractId(1));
        }

        @ParameterizedTest
        @EnumSource
        void while_leased_counts_attempts_anew_without_the_one_under_way(Settlement settlement) {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START, "no answer");
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), BOTH, START);
            settled(settlement.of(lease));

            assertThat(leased(START).access().attempts()).isZero();
        }

        @Test
        void that_was_answered_by_a_later_lease_is_over_when_that_is_completed() {
            work.enqueue(contractId(1), BOTH, START);
            leased(START);
            work.enqueue(contractId(1), BOTH, START);

            complete(leased(END));

            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty()));
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
            work.enqueue(contractId(1), BOTH, START);

            WorkLease lease = leased(START);

            assertThat(lease.contract()).isEqualTo(contractId(1));
            assertThat(lease.until()).isEqualTo(END);
            assertThat(lease.access()).isEqualTo(TargetWork.due(START));
            assertThat(lease.line()).isEqualTo(TargetWork.due(START));
        }

        @Test
        void takes_the_longest_due_first_and_no_more_than_asked_for() {
            work.enqueue(contractId(1), BOTH, START.plusSeconds(3));
            work.enqueue(contractId(2), BOTH, START.plusSeconds(1));
            work.enqueue(contractId(3), BOTH, START.plusSeconds(2));

            List<ContractId> first = contractsOf(work.lease(2, "worker-a", END, LATER));
            List<ContractId> second = contractsOf(work.lease(2, "worker-b", END, LATER));

            assertThat(first).containsExactly(contractId(2), contractId(3));
            assertThat(second).containsExactly(contractId(1));
        }

        @Test
        void gives_no_row_to_two_workers_at_once() {
            Stream.of(1, 2, 3).forEach(n -> work.enqueue(contractId(n), BOTH, START));

            List<WorkLease> first = work.lease(2, "worker-a", START, END);
            List<WorkLease> second = work.lease(3, "worker-b", START, END);

            assertThat(contractsOf(first)).doesNotContainAnyElementsOf(contractsOf(second));
            assertThat(first).hasSize(2);
            assertThat(second).hasSize(1);
        }

        @Test
        void takes_a_row_whose_lease_has_ended_at_that_very_moment() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lost = leased(START);

            assertThat(leasedAt(END.minusNanos(1_000))).isEmpty();
            List<WorkLease> next = work.lease(10, "worker-b", END, LATER);

            assertThat(contractsOf(next)).containsExactly(contractId(1));
            assertThat(next.get(0).token()).isGreaterThan(lost.token());
        }

        @Test
        void gives_a_greater_token_each_time_even_after_the_row_was_gone() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease first = leased(START);
            complete(first);
            work.enqueue(contractId(1), BOTH, START);
            WorkLease second = leased(START);
            postpone(second, START);
            WorkLease third = leased(START);

            assertThat(second.token()).isGreaterThan(first.token());
            assertThat(third.token()).isGreaterThan(second.token());
        }

        @Test
        void lets_a_row_that_failed_wait_behind_those_that_became_due_before_its_next_try() {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START.plusSeconds(2), "no answer");
            work.enqueue(contractId(2), BOTH, START.plusSeconds(1));

            List<ContractId> next = contractsOf(work.lease(1, "worker-a", END, LATER));

            assertThat(next).containsExactly(contractId(2));
        }
    }

    @Nested
    class Complete {
        @Test
        void makes_the_row_go_away() {
            work.enqueue(contractId(1), BOTH, START);

            boolean held = complete(leased(START));

            assertThat(held).isTrue();
            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty()));
        }

        @Test
        void concerns_its_own_row_only() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);
            work.enqueue(contractId(2), BOTH, START);

            complete(lease);

            assertThat(leasedAt(START)).containsExactly(contractId(2));
        }
    }

    @Nested
    class Retry {
        @Test
        void makes_the_row_due_again_at_its_time_and_counts_an_attempt() {
            work.enqueue(contractId(1), BOTH, START);

            boolean held = retry(leased(START), LATER, "no answer");

            assertThat(held).isTrue();
            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            assertThat(leased(LATER).access().attempts()).isEqualTo(1);
        }

        @Test
        void counts_each_attempt() {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START, "no answer");
            retry(leased(START), START, "no answer");
            retry(leased(START), START, "no answer");

            assertThat(leased(START).access().attempts()).isEqualTo(3);
        }

        @Test
        void takes_a_problem_of_any_length_in_any_script() {
            work.enqueue(contractId(1), BOTH, START);

            boolean held = retry(leased(START), START, "línea — 回線 ".repeat(200));

            assertThat(held).isTrue();
            assertThat(leased(START).access().attempts()).isEqualTo(1);
        }
    }

    @Nested
    class Postpone {
        @Test
        void makes_the_row_due_again_at_its_time_and_counts_no_attempt() {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START, "no answer");

            boolean held = postpone(leased(START), LATER);

            assertThat(held).isTrue();
            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            assertThat(leased(LATER).access().attempts()).isEqualTo(1);
        }
    }

    @Nested
    class Park {
        @Test
        void keeps_the_row_and_never_leases_it_again() {
            work.enqueue(contractId(1), BOTH, START);

            boolean held = park(leased(START), "no such profile");

            assertThat(held).isTrue();
            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 1, 0, Optional.empty()));
            assertThat(leasedAt(MUCH_LATER)).isEmpty();
        }

        @Test
        void keeps_why_and_how_often_and_is_found_by_it_until_it_is_marked() {
            Stream.of(2, 1, 3).forEach(n -> work.enqueue(contractId(n), BOTH, START));
            for (WorkLease lease : work.lease(2, "worker-a", START, END)) {
                park(lease, "no such profile: línea");
            }
            List<ContractId> given = contractsOf(work.lease(1, "worker-a", START, END));
            List<ContractId> parked = Stream.of(1, 2, 3)
                    .map(ContractFixtures::contractId)
                    .filter(id -> !given.contains(id))
                    .toList();

            assertThat(work.parked(10))
                    .isEqualTo(parked.stream()
                            .flatMap(id -> Stream.of(ACCESS, LINE)
                                    .map(target -> new ParkedWork(id, target, 1, "no such profile: línea")))
                            .toList());
            assertThat(work.parked(3)).hasSize(3);
            assertThatIllegalArgumentException().isThrownBy(() -> work.parked(0));
            work.enqueue(parked.get(0), BOTH, LATER);
            assertThat(work.parked(10)).extracting(ParkedWork::contract).containsOnly(parked.get(1));
        }

        @Test
        void never_stalls_other_rows() {
            work.enqueue(contractId(1), BOTH, START);
            park(leased(START), "no such profile");
            work.enqueue(contractId(2), BOTH, START.plusSeconds(1));

            assertThat(leasedAt(END)).containsExactly(contractId(2));
        }
    }

    @Nested
    class Targets {
        @Test
        void are_refused_if_there_are_none() {
            assertThatIllegalArgumentException().isThrownBy(() -> work.enqueue(contractId(1), Set.of(), START));
        }

        @ParameterizedTest
        @EnumSource
        void are_marked_apart(NetworkTarget target) {
            work.enqueue(contractId(1), Set.of(target), START);

            WorkLease lease = leased(START);

            assertThat(lease.of(target)).isEqualTo(TargetWork.due(START));
            assertThat(lease.of(other(target))).isEqualTo(TargetWork.NONE);
        }

        @ParameterizedTest
        @EnumSource
        void make_a_row_due_as_soon_as_one_of_them_is(NetworkTarget target) {
            work.enqueue(contractId(1), Set.of(target), START);
            work.enqueue(contractId(1), Set.of(other(target)), LATER);

            assertThat(work.depth(START).oldestDue()).contains(START);
            WorkLease lease = leased(START);

            assertThat(lease.of(target)).isEqualTo(TargetWork.due(START));
            assertThat(lease.of(other(target))).isEqualTo(TargetWork.due(LATER));
        }

        @ParameterizedTest
        @EnumSource
        void have_attempts_waits_and_problems_of_their_own(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);

            settled(only(leased(START), target, before -> before.retried(LATER, "no answer")));

            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            WorkLease next = leased(LATER);
            assertThat(next.of(target)).isEqualTo(new TargetWork(Optional.of(LATER), 1, Optional.of("no answer")));
            assertThat(next.of(other(target))).isEqualTo(TargetWork.NONE);
        }

        @ParameterizedTest
        @EnumSource
        void keep_the_attempts_and_the_wait_of_the_other_when_marked(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), LATER, "no answer");

            work.enqueue(contractId(1), Set.of(target), START);

            WorkLease next = leased(START);
            assertThat(next.of(target)).isEqualTo(TargetWork.due(START));
            assertThat(next.of(other(target)))
                    .isEqualTo(new TargetWork(Optional.of(LATER), 1, Optional.of("no answer")));
        }

        @ParameterizedTest
        @EnumSource
        void are_given_up_apart(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);

            settled(settlement(
                    lease,
                    target,
                    lease.of(target).parked("no such profile"),
                    lease.of(other(target)).retried(LATER, "no answer")));

            assertThat(work.parked(10)).containsExactly(new ParkedWork(contractId(1), target, 1, "no such profile"));
            assertThat(work.depth(START)).isEqualTo(new QueueDepth(0, 1, 0, 1, 0, Optional.empty()));
            assertThat(leased(LATER).of(target))
                    .isEqualTo(new TargetWork(Optional.empty(), 1, Optional.of("no such profile")));
        }

        @ParameterizedTest
        @EnumSource
        void that_are_left_as_they_are_stay_given_up(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            settled(only(leased(START), target, before -> before.parked("no such profile")));
            work.enqueue(contractId(1), Set.of(other(target)), START);

            WorkLease lease = leased(START);
            settled(settlement(lease, target, lease.of(target), TargetWork.NONE));

            assertThat(work.parked(10)).containsExactly(new ParkedWork(contractId(1), target, 1, "no such profile"));
            assertThat(leasedAt(MUCH_LATER)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void that_were_given_up_are_tried_again_when_marked_and_the_other_is_not(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            park(leased(START), "no such profile");

            work.enqueue(contractId(1), Set.of(target), START);

            assertThat(work.parked(10)).extracting(ParkedWork::target).containsExactly(other(target));
            WorkLease next = leased(START);
            assertThat(next.of(target)).isEqualTo(TargetWork.due(START));
            assertThat(next.of(other(target)).isParked()).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void that_are_marked_while_leased_are_due_as_marked_and_the_other_as_settled(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), Set.of(target), END);
            settled(settlement(
                    lease, target, TargetWork.NONE, lease.of(other(target)).retried(LATER, "no answer")));

            WorkLease next = leased(END);
            assertThat(next.of(target)).isEqualTo(TargetWork.due(END));
            assertThat(next.of(other(target)))
                    .isEqualTo(new TargetWork(Optional.of(LATER), 1, Optional.of("no answer")));
        }

        @ParameterizedTest
        @EnumSource
        void that_are_marked_while_leased_one_after_the_other_are_due_each_at_its_time(NetworkTarget target) {
            work.enqueue(contractId(1), Set.of(target), START);
            WorkLease lease = leased(START);

            work.enqueue(contractId(1), Set.of(target), END);
            work.enqueue(contractId(1), Set.of(other(target)), LATER);
            complete(lease);

            WorkLease next = leased(END);
            assertThat(next.of(target)).isEqualTo(TargetWork.due(END));
            assertThat(next.of(other(target))).isEqualTo(TargetWork.due(LATER));
        }

        @ParameterizedTest
        @EnumSource
        void that_were_given_up_are_not_any_more_once_they_are_marked_while_leased(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            settled(only(leased(START), target, before -> before.parked("no such profile")));
            work.enqueue(contractId(1), Set.of(other(target)), START);
            leased(START);
            assertThat(work.depth(START)).isEqualTo(new QueueDepth(0, 0, 1, 1, 0, Optional.empty()));

            work.enqueue(contractId(1), Set.of(target), START);

            assertThat(work.parked(10)).isEmpty();
            assertThat(work.depth(START)).isEqualTo(new QueueDepth(0, 0, 1, 0, 0, Optional.empty()));
        }

        @ParameterizedTest
        @EnumSource
        void that_are_marked_before_a_lease_ends_are_in_the_next_as_marked(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START, "no answer");
            leased(START);

            work.enqueue(contractId(1), Set.of(target), LATER);

            WorkLease next = leased(END);
            assertThat(next.of(target)).isEqualTo(TargetWork.due(LATER));
            assertThat(next.of(other(target)))
                    .isEqualTo(new TargetWork(Optional.of(START), 1, Optional.of("no answer")));
        }

        @ParameterizedTest
        @EnumSource
        void that_wait_are_not_leased_when_the_lease_before_ends(NetworkTarget target) {
            work.enqueue(contractId(1), Set.of(target), START);
            leased(START);

            work.enqueue(contractId(1), Set.of(target), LATER);

            assertThat(work.depth(END)).isEqualTo(new QueueDepth(0, 1, 0, 0, 0, Optional.empty()));
            assertThat(leasedAt(END)).isEmpty();
            assertThat(leased(LATER).of(target)).isEqualTo(TargetWork.due(LATER));
        }
    }

    @Nested
    class Renew {
        @Test
        void makes_the_lease_last_longer() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);

            assertThat(work.renew(List.of(lease), LATER)).isEmpty();

            assertThat(leasedAt(END)).isEmpty();
            assertThat(work.depth(END)).isEqualTo(new QueueDepth(0, 0, 1, 0, 0, Optional.empty()));
            assertThat(leasedAt(LATER)).containsExactly(contractId(1));
        }

        @Test
        void can_be_done_again_and_again_and_the_lease_be_settled_then() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);

            assertThat(work.renew(List.of(lease), END)).isEmpty();
            assertThat(work.renew(List.of(lease), LATER)).isEmpty();

            assertThat(complete(lease)).isTrue();
            assertThat(work.renew(List.of(lease), MUCH_LATER)).containsExactly(contractId(1));
        }

        @Test
        void works_after_the_end_while_nobody_else_took_the_row() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease late = leased(START);
            assertThat(work.depth(END).due()).isEqualTo(1);

            assertThat(work.renew(List.of(late), MUCH_LATER)).isEmpty();

            assertThat(leasedAt(LATER)).isEmpty();
        }

        @Test
        void says_which_leases_were_lost_and_renews_the_others() {
            Stream.of(1, 2, 3, 4).forEach(n -> work.enqueue(contractId(n), BOTH, START));
            List<WorkLease> leases = work.lease(4, "worker-a", START, END);
            complete(leases.get(0));
            postpone(leases.get(1), START);
            leased(START);

            Set<ContractId> lost = work.renew(leases, LATER);

            assertThat(lost)
                    .containsExactlyInAnyOrder(
                            leases.get(0).contract(), leases.get(1).contract());
            assertThat(leasedAt(END)).containsExactly(leases.get(1).contract());
        }

        @Test
        void knows_leases_of_several_calls() {
            Stream.of(1, 2, 3).forEach(n -> work.enqueue(contractId(n), BOTH, START));
            List<WorkLease> leases = List.of(leased(START), leased(START), leased(START));

            assertThat(work.renew(leases, LATER)).isEmpty();

            assertThat(leasedAt(END)).isEmpty();
        }

        @Test
        void of_nothing_does_nothing() {
            assertThat(work.renew(List.of(), LATER)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void leaves_what_was_marked_meanwhile_due_at_its_time(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);
            work.enqueue(contractId(1), Set.of(target), END);

            assertThat(work.renew(List.of(lease), LATER)).isEmpty();

            assertThat(leasedAt(END)).isEmpty();
            assertThat(complete(lease)).isTrue();
            assertThat(leased(END).of(target)).isEqualTo(TargetWork.due(END));
        }
    }

    @Nested
    class LeaseOfOne {
        @Test
        void takes_a_row_that_is_due_and_one_that_is_not() {
            work.enqueue(contractId(1), BOTH, START);
            work.enqueue(contractId(2), Set.of(LINE), LATER);

            assertThat(work.lease(contractId(1), "person", START, END))
                    .hasValueSatisfying(lease -> assertThat(lease.line()).isEqualTo(TargetWork.due(START)));
            assertThat(work.lease(contractId(2), "person", START, END)).hasValueSatisfying(lease -> {
                assertThat(lease.until()).isEqualTo(END);
                assertThat(lease.access()).isEqualTo(TargetWork.NONE);
                assertThat(lease.line()).isEqualTo(TargetWork.due(LATER));
            });

            assertThat(work.depth(START)).isEqualTo(new QueueDepth(0, 0, 2, 0, 0, Optional.empty()));
            assertThat(leasedAt(END)).containsExactly(contractId(1));
        }

        @Test
        void is_refused_while_a_worker_has_the_row_and_takes_it_once_the_lease_has_ended() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lost = leased(START);

            assertThat(work.lease(contractId(1), "person", END.minusNanos(1_000), LATER))
                    .isEmpty();
            assertThat(work.lease(contractId(1), "person", END, LATER))
                    .hasValueSatisfying(lease -> assertThat(lease.token()).isGreaterThan(lost.token()));
            assertThat(complete(lost)).isFalse();
        }

        @Test
        void is_refused_where_nothing_is_to_be_tried() {
            work.enqueue(contractId(1), BOTH, START);
            park(leased(START), "no such profile");

            assertThat(work.lease(contractId(1), "person", START, END)).isEmpty();
            assertThat(work.lease(contractId(2), "person", START, END)).isEmpty();
        }
    }

    @Nested
    class Reading {
        private static final String PROBLEM = "línea: no answer";

        @Test
        void finds_the_row_of_a_contract_with_both_targets_and_who_has_it() {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), END, PROBLEM);
            work.enqueue(contractId(1), Set.of(LINE), LATER);
            TargetWork tried = new TargetWork(Optional.of(END), 1, Optional.of(PROBLEM));

            assertThat(work.find(contractId(1)))
                    .contains(new QueuedWork(contractId(1), tried, TargetWork.due(LATER), Optional.empty()));
            leased(END);
            assertThat(work.find(contractId(1)))
                    .contains(new QueuedWork(
                            contractId(1),
                            tried,
                            TargetWork.due(LATER),
                            Optional.of(new WorkHolder("worker-a", END.plus(A_MINUTE)))));
            assertThat(work.find(contractId(2))).isEmpty();
        }

        @Test
        void shows_a_mark_in_the_place_of_what_the_worker_has_under_way() {
            work.enqueue(contractId(1), BOTH, START);
            leased(START);

            work.enqueue(contractId(1), Set.of(ACCESS), LATER);

            assertThat(work.find(contractId(1))).hasValueSatisfying(row -> {
                assertThat(row.access()).isEqualTo(TargetWork.due(LATER));
                assertThat(row.line()).isEqualTo(TargetWork.due(START));
                assertThat(row.holder()).isPresent();
            });
        }

        @Test
        void gives_pages_of_the_rows_in_any_of_the_states() {
            work.enqueue(contractId(1), BOTH, START);
            park(leased(START), PROBLEM);
            work.enqueue(contractId(2), BOTH, START);
            WorkLease lease = leased(START);
            work.renew(List.of(lease), MUCH_LATER);
            work.enqueue(contractId(3), BOTH, START);
            work.enqueue(contractId(4), BOTH, LATER);
            work.enqueue(contractId(5), BOTH, START);
            settled(settlement(
                    work.lease(contractId(5), "worker-a", START, END).orElseThrow(),
                    ACCESS,
                    TargetWork.NONE.parked(PROBLEM),
                    TargetWork.due(LATER)));

            assertThat(contracts(WorkState.PARKED)).containsExactly(contractId(1), contractId(5));
            assertThat(contracts(WorkState.LEASED)).containsExactly(contractId(2));
            assertThat(contracts(WorkState.DUE)).containsExactly(contractId(3));
            assertThat(contracts(WorkState.WAITING)).containsExactly(contractId(4), contractId(5));
            assertThat(contracts(WorkState.WAITING, WorkState.DUE))
                    .containsExactly(contractId(3), contractId(4), contractId(5));
            assertThat(contracts(WorkState.values())).hasSize(5);
        }

        @Test
        void goes_on_after_the_page_before() {
            Stream.of(3, 1, 4, 2).forEach(n -> work.enqueue(contractId(n), BOTH, START));
            Set<WorkState> all = EnumSet.allOf(WorkState.class);

            List<QueuedWork> first = work.page(all, START, Optional.empty(), 3);
            List<QueuedWork> second =
                    work.page(all, START, Optional.of(first.get(2).contract()), 3);

            assertThat(first)
                    .extracting(QueuedWork::contract)
                    .containsExactly(contractId(1), contractId(2), contractId(3));
            assertThat(second).extracting(QueuedWork::contract).containsExactly(contractId(4));
        }

        @Test
        void counts_a_row_whose_lease_has_ended_as_due_and_says_who_had_it() {
            work.enqueue(contractId(1), BOTH, START);
            leased(START);

            assertThat(work.page(Set.of(WorkState.DUE), END, Optional.empty(), 1))
                    .singleElement()
                    .satisfies(row -> assertThat(row.holder()).contains(new WorkHolder("worker-a", END)));
        }

        @Test
        void refuses_no_state_and_no_row() {
            assertThatIllegalArgumentException().isThrownBy(() -> work.page(Set.of(), START, Optional.empty(), 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> work.page(Set.of(WorkState.DUE), START, Optional.empty(), 0));
        }

        private List<ContractId> contracts(WorkState... states) {
            return work.page(Set.of(states), START, Optional.empty(), 10).stream()
                    .map(QueuedWork::contract)
                    .toList();
        }
    }

    @Nested
    class Settle {
        @Test
        void takes_many_each_in_its_own_way() {
            Stream.of(1, 2, 3, 4).forEach(n -> work.enqueue(contractId(n), BOTH, START.plusSeconds(n)));
            List<WorkLease> leases = work.lease(4, "worker-a", END, LATER);

            SettledWork settled = work.settle(List.of(
                    Settlement.RETRY.of(leases.get(1)),
                    Settlement.COMPLETE.of(leases.get(0)),
                    Settlement.PARK.of(leases.get(3)),
                    WorkSettlement.released(leases.get(2))));

            assertThat(settled).isEqualTo(SettledWork.ALL);
            assertThat(work.depth(END)).isEqualTo(new QueueDepth(1, 1, 0, 1, 0, Optional.of(START.plusSeconds(3))));
            assertThat(work.parked(10)).extracting(ParkedWork::contract).containsOnly(contractId(4));
            WorkLease released = leased(END);
            assertThat(released.contract()).isEqualTo(contractId(3));
            complete(released);
            assertThat(leased(MUCH_LATER).line())
                    .isEqualTo(new TargetWork(Optional.of(MUCH_LATER), 1, Optional.of("no answer")));
        }

        @Test
        void says_which_leases_were_lost_and_settles_the_others() {
            Stream.of(1, 2, 3, 4).forEach(n -> work.enqueue(contractId(n), BOTH, START.plusSeconds(n)));
            List<WorkLease> leases = work.lease(4, "worker-a", END, LATER);
            complete(leases.get(0));
            postpone(leases.get(1), END);
            leased(END);
            postpone(leases.get(2), END);

            SettledWork settled =
                    work.settle(leases.stream().map(WorkSettlement::completed).toList());

            assertThat(settled.lost()).containsExactlyInAnyOrder(contractId(1), contractId(2), contractId(3));
            assertThat(work.depth(END)).isEqualTo(new QueueDepth(1, 0, 1, 0, 0, Optional.of(END)));
        }

        @Test
        void takes_a_thousand() {
            IntStream.rangeClosed(1, 1_000).forEach(n -> work.enqueue(contractId(n), BOTH, START));
            List<WorkLease> leases = work.lease(1_000, "worker-a", START, END);
            assertThat(leases).hasSize(1_000);

            assertThat(work.renew(leases, LATER)).isEmpty();
            assertThat(work.settle(leases.stream()
                            .map(lease -> settlement(
                                    lease, ACCESS, TargetWork.NONE, lease.line().retried(LATER, "no answer")))
                            .toList()))
                    .isEqualTo(SettledWork.ALL);

            List<WorkLease> again = work.lease(1_000, "worker-a", LATER, MUCH_LATER);
            assertThat(again)
                    .hasSize(1_000)
                    .allMatch(lease -> lease.access().equals(TargetWork.NONE)
                            && lease.line().attempts() == 1);
            assertThat(work.settle(again.stream().map(WorkSettlement::completed).toList()))
                    .isEqualTo(SettledWork.ALL);
            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty()));
        }

        @Test
        void of_nothing_does_nothing() {
            assertThat(work.settle(List.of())).isEqualTo(SettledWork.ALL);
        }

        @ParameterizedTest
        @EnumSource
        void says_which_targets_were_marked_meanwhile(NetworkTarget target) {
            Stream.of(1, 2).forEach(n -> work.enqueue(contractId(n), BOTH, START));
            List<WorkLease> leases = work.lease(2, "worker-a", START, END);
            work.enqueue(contractId(1), Set.of(target), LATER);

            SettledWork settled =
                    work.settle(leases.stream().map(WorkSettlement::completed).toList());

            assertThat(settled).isEqualTo(new SettledWork(Set.of(), Map.of(contractId(1), Set.of(target))));
        }

        @Test
        void does_not_count_what_was_marked_before_the_lease() {
            work.enqueue(contractId(1), BOTH, START);
            work.lease(1, "worker-a", START, END);
            work.enqueue(contractId(1), BOTH, START);

            WorkLease next = work.lease(1, "worker-b", END, LATER).get(0);

            assertThat(work.settle(List.of(WorkSettlement.completed(next)))).isEqualTo(SettledWork.ALL);
        }

        @Test
        void keeps_a_row_that_was_released_as_it_was() {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START, "no answer");
            WorkLease lease = leased(START);

            assertThat(settled(WorkSettlement.released(lease))).isTrue();

            WorkLease next = leased(START);
            assertThat(next.access()).isEqualTo(lease.access());
            assertThat(next.line()).isEqualTo(lease.line());
        }

        @Test
        void is_seen_in_the_unit_of_work_that_settles() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);

            storage.unitOfWork().execute(() -> {
                complete(lease);
                assertThat(complete(lease)).isFalse();
                work.enqueue(contractId(1), Set.of(LINE), LATER);
            });

            assertThat(leased(LATER).access()).isEqualTo(TargetWork.NONE);
        }
    }

    @Nested
    class LostLease {
        @ParameterizedTest
        @EnumSource
        void says_nothing_once_another_worker_has_the_row(Settlement settlement) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lost = leased(START);
            WorkLease held = work.lease(1, "worker-b", END, LATER).get(0);

            assertThat(settled(settlement.of(lost))).isFalse();

            assertThat(work.depth(END).leased()).isEqualTo(1);
            assertThat(complete(held)).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void says_nothing_once_it_was_settled(Settlement settlement) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);
            postpone(lease, START);

            assertThat(settled(settlement.of(lease))).isFalse();

            assertThat(leased(START).access().attempts()).isZero();
        }

        @ParameterizedTest
        @EnumSource
        void says_nothing_about_a_row_that_is_gone(Settlement settlement) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);
            complete(lease);

            assertThat(settled(settlement.of(lease))).isFalse();

            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty()));
        }

        @ParameterizedTest
        @EnumSource
        void says_nothing_about_a_row_that_was_gone_and_came_back(Settlement settlement) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);
            complete(lease);
            work.enqueue(contractId(1), BOTH, START);
            WorkLease next = leased(START);

            assertThat(settled(settlement.of(lease))).isFalse();

            assertThat(complete(next)).isTrue();
        }

        @ParameterizedTest
        @EnumSource
        void still_speaks_after_its_end_while_nobody_else_took_the_row(Settlement settlement) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease late = leased(START);
            assertThat(work.depth(MUCH_LATER).due()).isEqualTo(1);

            assertThat(settled(settlement.of(late))).isTrue();
        }
    }

    @Nested
    class Depth {
        @Test
        void of_an_empty_queue_is_nothing() {
            assertThat(work.depth(START)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty()));
        }

        @Test
        void counts_each_row_once() {
            work.enqueue(contractId(1), BOTH, START);
            park(leased(START), "no such profile");
            work.enqueue(contractId(2), BOTH, START);
            leased(START);
            work.enqueue(contractId(3), BOTH, START.minusSeconds(5));
            work.enqueue(contractId(4), BOTH, START.minusSeconds(9));
            work.enqueue(contractId(5), BOTH, START);
            work.enqueue(contractId(6), BOTH, START.plusNanos(1_000));

            QueueDepth depth = work.depth(START);

            assertThat(depth).isEqualTo(new QueueDepth(3, 1, 1, 1, 0, Optional.of(START.minusSeconds(9))));
        }

        @Test
        void counts_a_row_whose_lease_has_ended_as_due() {
            work.enqueue(contractId(1), BOTH, START);
            leased(START);

            QueueDepth depth = work.depth(END);

            assertThat(depth).isEqualTo(new QueueDepth(1, 0, 0, 0, 1, Optional.of(END)));
        }
    }

    @Nested
    class Hold {
        @Test
        void leases_nothing_of_what_is_held_and_counts_it_apart() {
            work.enqueue(contractId(1), BOTH, START);

            hold(leased(START), 1);

            assertThat(leasedAt(MUCH_LATER)).isEmpty();
            assertThat(work.lease(contractId(1), "worker-b", MUCH_LATER, MUCH_LATER.plus(A_MINUTE)))
                    .isEmpty();
            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty(), 1));
            assertThat(work.parked(10)).isEmpty();
            assertThat(work.page(Set.of(WorkState.HELD), MUCH_LATER, Optional.empty(), 10))
                    .extracting(QueuedWork::contract)
                    .containsExactly(contractId(1));
            assertThat(work.page(
                            Set.of(WorkState.DUE, WorkState.WAITING, WorkState.LEASED, WorkState.PARKED),
                            MUCH_LATER,
                            Optional.empty(),
                            10))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void keeps_attempts_and_problem_of_the_target_and_leaves_the_other_to_its_own(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            retry(leased(START), START, "no answer");
            WorkLease lease = leased(START);

            settled(settlement(
                    lease,
                    target,
                    lease.of(target).held(7),
                    lease.of(other(target)).postponed(LATER)));

            QueuedWork row = work.find(contractId(1)).orElseThrow();
            assertThat(row.of(target)).isEqualTo(new TargetWork(Optional.empty(), 1, Optional.of("no answer"), 7));
            assertThat(row.of(other(target)))
                    .isEqualTo(new TargetWork(Optional.of(LATER), 1, Optional.of("no answer")));
            assertThat(row.states(START)).containsExactlyInAnyOrder(WorkState.WAITING, WorkState.HELD);
            assertThat(work.depth(LATER)).isEqualTo(new QueueDepth(1, 0, 0, 0, 0, Optional.of(LATER), 1));
            WorkLease next = leased(LATER);
            assertThat(next.of(target).heldAt()).isEqualTo(7);
            settled(settlement(next, target, next.of(target), TargetWork.NONE));
            assertThat(work.depth(MUCH_LATER)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty(), 1));
        }

        @Test
        void wakes_what_is_held_at_an_earlier_revision() {
            IntStream.rangeClosed(1, 3).forEach(n -> {
                work.enqueue(contractId(n), BOTH, START);
                hold(leased(START), n);
            });

            assertThat(work.wake(3, LATER)).isEqualTo(2);

            assertThat(work.depth(LATER)).isEqualTo(new QueueDepth(2, 0, 0, 0, 0, Optional.of(LATER), 1));
            assertThat(leasedAt(LATER.minusNanos(1_000))).isEmpty();
            assertThat(leasedAt(LATER)).containsExactlyInAnyOrder(contractId(1), contractId(2));
            assertThat(work.wake(3, LATER)).isZero();
        }

        @ParameterizedTest
        @EnumSource
        void wakes_one_target_and_leaves_the_other_as_it_is(NetworkTarget target) {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);
            settled(settlement(
                    lease,
                    target,
                    lease.of(target).held(1),
                    lease.of(other(target)).parked("no such profile")));

            work.wake(2, LATER);

            QueuedWork row = work.find(contractId(1)).orElseThrow();
            assertThat(row.of(target)).isEqualTo(TargetWork.due(LATER));
            assertThat(row.of(other(target)).isParked()).isTrue();
            assertThat(leased(LATER).of(target)).isEqualTo(TargetWork.due(LATER));
        }

        @Test
        void a_lease_under_way_when_the_row_is_woken_does_not_hold_it_again() {
            work.enqueue(contractId(1), BOTH, START);
            WorkLease lease = leased(START);
            settled(settlement(
                    lease, ACCESS, lease.access().held(1), lease.line().postponed(START)));
            WorkLease ofLine = leased(START);

            work.wake(2, LATER);
            SettledWork settled = work.settle(List.of(new WorkSettlement(ofLine, ofLine.access(), TargetWork.NONE)));

            assertThat(settled.isMarked(contractId(1), ACCESS)).isTrue();
            assertThat(leased(LATER).access()).isEqualTo(TargetWork.due(LATER));
        }

        @Test
        void is_over_when_the_contract_changes() {
            work.enqueue(contractId(1), BOTH, START);
            hold(leased(START), 1);

            work.enqueue(contractId(1), Set.of(ACCESS), LATER);

            WorkLease lease = leased(LATER);
            assertThat(lease.access()).isEqualTo(TargetWork.due(LATER));
            assertThat(lease.line().heldAt()).isEqualTo(1);
        }
    }

    private boolean hold(WorkLease lease, long revision) {
        return settled(both(lease, before -> before.held(revision)));
    }

    private boolean complete(WorkLease lease) {
        return settled(WorkSettlement.completed(lease));
    }

    private boolean retry(WorkLease lease, Instant dueAt, String problem) {
        return settled(both(lease, before -> before.retried(dueAt, problem)));
    }

    private boolean postpone(WorkLease lease, Instant dueAt) {
        return settled(both(lease, before -> before.postponed(dueAt)));
    }

    private boolean park(WorkLease lease, String problem) {
        return settled(both(lease, before -> before.parked(problem)));
    }

    /** Whether the lease was held. */
    private boolean settled(WorkSettlement settlement) {
        Set<ContractId> lost = work.settle(List.of(settlement)).lost();
        assertThat(lost).isSubsetOf(settlement.lease().contract());
        return lost.isEmpty();
    }

    private static WorkSettlement both(WorkLease lease, UnaryOperator<TargetWork> change) {
        return new WorkSettlement(lease, change.apply(lease.access()), change.apply(lease.line()));
    }

    /** Changes one target; nothing is left to do about the other. */
    private static WorkSettlement only(WorkLease lease, NetworkTarget target, UnaryOperator<TargetWork> change) {
        return settlement(lease, target, change.apply(lease.of(target)), TargetWork.NONE);
    }

    private static WorkSettlement settlement(
            WorkLease lease, NetworkTarget target, TargetWork ofTarget, TargetWork ofOther) {
        return switch (target) {
            case ACCESS -> new WorkSettlement(lease, ofTarget, ofOther);
            case LINE -> new WorkSettlement(lease, ofOther, ofTarget);
        };
    }

    private static NetworkTarget other(NetworkTarget target) {
        return target == ACCESS ? LINE : ACCESS;
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
