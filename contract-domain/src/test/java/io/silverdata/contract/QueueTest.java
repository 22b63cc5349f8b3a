package io.silverdata.contract;

import static io.silverdata.contract.Operator.PON;
import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkHolder;
import io.silverdata.contract.spi.WorkState;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.worker.Health;
import io.silverdata.contract.worker.NetworkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator reads of the queue and of one contract's delivery, and does to it. */
class QueueTest {
    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    @Test
    void the_status_of_a_contract_says_which_target_waits_why_since_how_many_tries_and_until_when() {
        Contract contract = operator.inService(1);
        silenceTheOlt();
        changePlan(contract);

        contracts.worker().deliverPending(10);

        NetworkStatus status = contracts.worker().networkStatus(contract.id()).orElseThrow();
        assertThat(status.summary()).isEqualTo(Summary.PENDING);
        assertThat(status.holder()).isEmpty();
        assertThat(status.access().isInSync()).isTrue();
        assertThat(status.access().device()).contains("RADIUS");
        assertThat(status.access().work()).isEqualTo(TargetWork.NONE);
        assertThat(status.access().lastProblem()).isEmpty();
        assertThat(status.line().isInSync()).isFalse();
        assertThat(status.line().device()).contains(PON.olt().value());
        assertThat(status.line().work().attempts()).isEqualTo(1);
        assertThat(status.line().work().dueAt())
                .hasValueSatisfying(next -> assertThat(next).isAfter(operator.clock.instant()));
        assertThat(status.line().lastProblem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("no answer for 5 s"));
    }

    @Test
    void the_status_of_a_contract_says_why_a_target_was_given_up() {
        Contract contract = operator.inService(1);
        operator.trouble = operation -> operation.startsWith("line")
                ? Optional.of(new DeviceOutcome.Refused("NO_SUCH_PROFILE", "line-300"))
                : Optional.empty();
        changePlan(contract);

        contracts.worker().deliverPending(10);

        NetworkStatus status = contracts.worker().networkStatus(contract.id()).orElseThrow();
        assertThat(status.summary()).isEqualTo(Summary.FAILED);
        assertThat(status.of(NetworkTarget.LINE).work().isParked()).isTrue();
        assertThat(status.of(NetworkTarget.LINE).lastProblem()).contains("NO_SUCH_PROFILE: line-300");
        assertThat(status.of(NetworkTarget.ACCESS).isInSync()).isTrue();
    }

    @Test
    void a_contract_in_sync_has_no_row_and_one_that_is_not_there_has_no_status() {
        Contract contract = operator.inService(1);

        assertThat(contracts.worker().networkStatus(contract.id())).hasValueSatisfying(status -> {
            assertThat(status.summary()).isEqualTo(Summary.IN_SYNC);
            assertThat(status.line().work()).isEqualTo(TargetWork.NONE);
            assertThat(status.line().isInSync()).isTrue();
        });
        assertThat(contracts.worker().networkStatus(ContractFixtures.contractId(99)))
                .isEmpty();
    }

    @Test
    void the_queue_shows_who_has_a_row_and_health_counts_those_whose_worker_died() {
        Contract contract = operator.subscriber(1);
        Instant start = operator.clock.instant();
        Instant end = start.plus(Duration.ofSeconds(20));
        operator.storage.work().lease(1, "worker-that-dies", start, end);

        List<QueuedWork> leased = contracts.worker().queue(Set.of(WorkState.LEASED), Optional.empty(), 10);

        assertThat(leased).singleElement().satisfies(row -> {
            assertThat(row.contract()).isEqualTo(contract.id());
            assertThat(row.holder()).contains(new WorkHolder("worker-that-dies", end));
        });
        assertThat(contracts.worker().health().queue().ended()).isZero();
        operator.clock.set(end.plusSeconds(60));
        Health health = contracts.worker().health();
        assertThat(health.queue().ended()).isEqualTo(1);
        assertThat(health.lag()).isEqualTo(Duration.ofSeconds(60));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contracts.worker().queue(Set.of(WorkState.DUE), Optional.empty(), 0));
    }

    @Test
    void a_delivery_that_is_parked_by_a_person_is_not_tried_until_it_is_delivered_again() {
        Contract contract = operator.inService(1);
        silenceTheOlt();
        changePlan(contract);
        contracts.worker().deliverPending(10);

        Set<NetworkTarget> parked = contracts.worker().park(contract.id(), "the OLT is being replaced");

        assertThat(parked).containsExactly(NetworkTarget.LINE);
        assertThat(contracts.worker().parked(10))
                .containsExactly(new ParkedWork(contract.id(), NetworkTarget.LINE, 1, "the OLT is being replaced"));
        operator.trouble = operation -> Optional.empty();
        operator.clock.advance(Duration.ofDays(1));
        assertThat(contracts.worker().deliverPending(10).leased()).isZero();
        contracts.worker().redeliver(contract.id());
        assertThat(contracts.worker().deliverPending(10).confirmed()).isEqualTo(1);
        assertThat(contracts.find(contract.id()).orElseThrow().provisioning().summary())
                .isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void what_is_new_for_a_target_that_a_person_parked_is_delivered() {
        operator.trouble = operation -> Optional.of(new DeviceOutcome.NoAnswer("no answer for 5 s"));
        Contract contract = operator.subscriber(1);
        assertThat(contracts.worker().park(contract.id(), "not yet")).hasSize(2);
        operator.trouble = operation -> Optional.empty();

        changePlan(contract);
        contracts.worker().deliverPending(10);

        assertThat(operator.olt).containsOnlyKeys(onu(1));
        assertThat(operator.radius).containsOnlyKeys(user(1));
    }

    @Test
    void nothing_is_parked_while_a_worker_has_it_or_where_nothing_waits() {
        Contract inSync = operator.inService(1);
        Contract contract = operator.subscriber(2);
        Instant start = operator.clock.instant();
        operator.storage.work().lease(1, "worker", start, start.plusSeconds(20));

        assertThat(contracts.worker().park(contract.id(), "not yet")).isEmpty();
        assertThat(contracts.worker().park(inSync.id(), "not yet")).isEmpty();
        assertThat(contracts.worker().parked(10)).isEmpty();
    }

    private void silenceTheOlt() {
        operator.readable = false;
        operator.trouble = operation -> operation.startsWith("line")
                ? Optional.of(new DeviceOutcome.NoAnswer("no answer for 5 s"))
                : Optional.empty();
    }

    private void changePlan(Contract contract) {
        contracts
                .changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                .get();
    }
}
