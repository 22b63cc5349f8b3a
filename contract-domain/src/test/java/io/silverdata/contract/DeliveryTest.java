package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    @Test
    void what_is_due_is_settled_before_the_network_is_told() {
        Contract contract = operator.inService(1);
        contracts.suspend(
                contract.id(),
                Suspension.of(SuspensionReason.TECHNICAL)
                        .until(operator.clock.instant().plus(Duration.ofHours(1))),
                STAFF);
        operator.clock.advance(Duration.ofHours(2));

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access NONE");
        assertThat(contracts.find(contract.id()).orElseThrow().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void builds_the_line_before_the_access_and_says_when_service_began() {
        Contract contract = operator.subscriber(1);
        assertThat(contract.provisioning().summary()).isEqualTo(Summary.PENDING);
        operator.clock.advance(Duration.ofMinutes(3));

        DeliverySummary done = contracts.worker().deliverPending(10);

        assertThat(done).isEqualTo(new DeliverySummary(1, 1, 0, 0, 0, 0));
        assertThat(operator.told).containsExactly("line " + onu(1) + " up", "access NONE");
        Contract after = contracts.find(contract.id()).orElseThrow();
        assertThat(after.provisioning().summary()).isEqualTo(Summary.IN_SYNC);
        assertThat(after.inServiceSince()).contains(Operator.START.plus(Duration.ofMinutes(3)));
        assertThat(contracts.worker().deliverPending(10)).isEqualTo(DeliverySummary.NONE);
    }

    @Test
    void a_hard_block_never_touches_the_olt() {
        Contract contract = operator.inService(1);
        suspend(contract, Enforcement.HARD_BLOCK);

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access HARD_BLOCK");
    }

    @Test
    void cuts_access_before_the_line_and_restores_the_line_before_access() {
        Contract contract = operator.inService(1);
        suspend(contract, Enforcement.LINE_DISABLED);
        contracts.worker().deliverPending(10);
        contracts
                .liftHold(contract.id(), SuspensionReason.ADMINISTRATIVE, STAFF)
                .get();
        contracts.worker().deliverPending(10);

        assertThat(operator.told)
                .containsExactly(
                        "access LINE_DISABLED", "line " + onu(1) + " down", "line " + onu(1) + " up", "access NONE");
    }

    @Test
    void removes_access_before_the_line() {
        Contract contract = operator.inService(1);
        contracts
                .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                .get();

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access removed " + user(1), "line removed " + onu(1));
        assertThat(operator.radius).isEmpty();
        assertThat(operator.olt).isEmpty();
    }

    @Test
    void ten_changes_cost_one_delivery() {
        Contract contract = operator.inService(1);
        for (int i = 0; i < 5; i++) {
            suspend(contract, Enforcement.HARD_BLOCK);
            contracts
                    .liftHold(contract.id(), SuspensionReason.ADMINISTRATIVE, STAFF)
                    .get();
        }

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access NONE");
    }

    @Test
    void an_onu_is_replaced_new_before_old() {
        Contract contract = operator.inService(1);
        contracts.swapOnu(contract.id(), onu(2), STAFF).get();

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("line " + onu(2) + " up", "line removed " + onu(1));
        assertThat(operator.olt).containsOnlyKeys(onu(2));
    }

    @Test
    void an_onu_that_moves_to_another_output_of_its_pon_port_stays_registered() {
        Contract contract = operator.inService(1);
        contracts
                .relocate(
                        contract.id(),
                        new io.silverdata.contract.model.ServiceAddress(
                                "Calle 2",
                                new io.silverdata.contract.model.GeoPosition(
                                        Operator.HOME.latitude() + 0.0011, Operator.HOME.longitude())),
                        STAFF)
                .get();

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("line " + onu(1) + " up");
        assertThat(operator.olt).containsOnlyKeys(onu(1));
        assertThat(contracts.find(contract.id()).orElseThrow().provisioning().summary())
                .isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void a_new_login_is_set_up_before_the_old_one_goes() {
        Contract contract = operator.inService(1);
        contracts
                .transferOwnership(
                        contract.id(), Transfer.to(new CustomerId("c-2")).withLogin(user(2)), STAFF)
                .get();

        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access NONE", "access removed " + user(1));
        assertThat(operator.radius).containsOnlyKeys(user(2));
    }

    @Test
    void what_was_not_sent_is_tried_again_later_and_later() {
        Contract contract = operator.subscriber(1);
        operator.trouble = operation -> Optional.of(new DeviceOutcome.NotSent("no route"));

        assertThat(contracts.worker().deliverPending(10).retried()).isEqualTo(1);
        assertThat(contracts.worker().deliverPending(10)).isEqualTo(DeliverySummary.NONE);
        operator.clock.advance(Duration.ofSeconds(5));
        assertThat(contracts.worker().deliverPending(10).retried()).isEqualTo(1);
        operator.clock.advance(Duration.ofSeconds(10));
        operator.trouble = operation -> Optional.empty();

        assertThat(contracts.worker().deliverPending(10).confirmed()).isEqualTo(1);
        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void a_build_that_fails_on_the_olt_does_not_go_on_to_radius_but_a_cut_goes_on_to_the_olt() {
        Contract contract = operator.subscriber(1);
        operator.trouble = operation ->
                operation.startsWith("line") ? Optional.of(new DeviceOutcome.NotSent("dead")) : Optional.empty();
        contracts.worker().deliverPending(10);
        assertThat(operator.told).containsExactly("line " + onu(1) + " up");

        operator.told.clear();
        operator.trouble = operation ->
                operation.startsWith("access") ? Optional.of(new DeviceOutcome.NotSent("dead")) : Optional.empty();
        contracts
                .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                .get();
        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access removed " + user(1), "line removed " + onu(1));
    }

    @Test
    void a_refusal_is_kept_with_its_reason_and_waits_for_a_person() {
        Contract contract = operator.subscriber(1);
        operator.trouble = operation -> operation.startsWith("access")
                ? Optional.of(new DeviceOutcome.Refused("NO_SUCH_GROUP", "access-100"))
                : Optional.empty();

        assertThat(contracts.worker().deliverPending(10).failed()).isEqualTo(1);

        Contract failed = contracts.find(contract.id()).orElseThrow();
        assertThat(failed.provisioning().summary()).isEqualTo(Summary.FAILED);
        assertThat(failed.provisioning()
                        .of(NetworkTarget.ACCESS)
                        .failure()
                        .orElseThrow()
                        .code())
                .isEqualTo("NO_SUCH_GROUP");
        operator.clock.advance(Duration.ofDays(2));
        assertThat(contracts.worker().deliverPending(10)).isEqualTo(DeliverySummary.NONE);
        operator.trouble = operation -> Optional.empty();
        contracts.worker().retryProvisioning(contract.id(), STAFF).get();
        assertThat(contracts.worker().deliverPending(10).confirmed()).isEqualTo(1);
        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void retries_end_in_failure_after_the_last_attempt() {
        Contracts impatient = operator.builder()
                .retries(new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 0, 3))
                .build();
        Contract contract = operator.subscriber(1);
        operator.trouble = operation -> Optional.of(new DeviceOutcome.Unknown("an error without a code"));

        for (int i = 0; i < 3; i++) {
            impatient.worker().deliverPending(10);
            operator.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(summary(contract)).isEqualTo(Summary.FAILED);
        assertThat(impatient.worker().deliverPending(10)).isEqualTo(DeliverySummary.NONE);
    }

    @Test
    void a_line_that_is_not_in_service_yet_stays_pending_with_the_reason_and_holds_up_nobody() {
        Contracts impatient = operator.builder()
                .retries(new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 0, 3))
                .build();
        Contract waiting = operator.subscriber(1);
        Contract other = operator.subscriber(2);
        operator.trouble = operation -> operation.equals("line " + onu(1) + " up")
                ? Optional.of(new DeviceOutcome.Pending("ONU not seen online: LOS"))
                : Optional.empty();

        for (int i = 0; i < 5; i++) {
            DeliverySummary done = impatient.worker().deliverPending(10);
            assertThat(done.failed()).isZero();
            assertThat(done.retried()).isEqualTo(1);
            operator.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(summary(other)).isEqualTo(Summary.IN_SYNC);
        assertThat(summary(waiting)).isEqualTo(Summary.PENDING);
        assertThat(operator.told).contains("access NONE");
        operator.trouble = operation -> Optional.empty();
        assertThat(impatient.worker().deliverPending(10).confirmed()).isEqualTo(1);
        assertThat(contracts.find(waiting.id()).orElseThrow().inServiceSince()).contains(operator.clock.instant());
    }

    @Test
    void an_unknown_outcome_is_read_back_and_not_guessed() {
        Contract applied = operator.subscriber(1);
        operator.trouble = operation -> {
            contracts
                    .find(applied.id())
                    .map(DesiredNetwork::of)
                    .ifPresent(desired -> desired.line()
                            .service()
                            .ifPresent(
                                    service -> operator.olt.put(service.line().onu(), service)));
            return operation.startsWith("line") ? Optional.of(new DeviceOutcome.Unknown("timeout")) : Optional.empty();
        };
        assertThat(contracts.worker().deliverPending(10).confirmed()).isEqualTo(1);
        assertThat(operator.told).containsExactly("line " + onu(1) + " up", "line read", "access NONE");

        Contract lost = operator.subscriber(2);
        operator.trouble = operation -> Optional.of(new DeviceOutcome.Unknown("timeout"));
        operator.readable = false;
        assertThat(contracts.worker().deliverPending(10).retried()).isEqualTo(1);
        assertThat(summary(lost)).isEqualTo(Summary.PENDING);
    }

    @Test
    void an_adapter_that_throws_counts_as_unknown() {
        Contract contract = operator.subscriber(1);
        operator.trouble = operation -> {
            throw new IllegalStateException("defect");
        };

        assertThat(contracts.worker().deliverPending(10).retried()).isEqualTo(1);
        assertThat(summary(contract)).isEqualTo(Summary.PENDING);
    }

    @Test
    void a_change_during_a_delivery_is_delivered_next_and_the_old_answer_is_ignored() {
        Contract contract = operator.inService(1);
        suspend(contract, Enforcement.THROTTLE);
        operator.trouble = operation -> {
            if (operation.equals("access THROTTLE")) {
                contracts
                        .changeEnforcement(
                                contract.id(), SuspensionReason.ADMINISTRATIVE, Enforcement.HARD_BLOCK, STAFF)
                        .get();
            }
            return Optional.empty();
        };

        contracts.worker().deliverPending(1);
        assertThat(summary(contract)).isEqualTo(Summary.PENDING);
        contracts.worker().deliverPending(1);

        assertThat(operator.told).containsExactly("access THROTTLE", "access HARD_BLOCK");
        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void a_burst_during_a_delivery_ends_right_and_costs_two_deliveries() {
        Contract contract = operator.inService(1);
        suspend(contract, Enforcement.HARD_BLOCK);
        operator.trouble = operation -> {
            if (operator.told.size() == 1) {
                for (int round = 0; round < 5; round++) {
                    contracts
                            .liftHold(contract.id(), SuspensionReason.ADMINISTRATIVE, STAFF)
                            .get();
                    suspend(contract, Enforcement.HARD_BLOCK);
                }
            }
            return Optional.empty();
        };

        contracts.worker().deliverPending(10);
        contracts.worker().deliverPending(10);

        assertThat(operator.told).containsExactly("access HARD_BLOCK", "access HARD_BLOCK");
        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void a_worker_that_lost_its_lease_keeps_nothing() {
        Contract contract = operator.subscriber(1);
        operator.trouble = operation -> {
            operator.clock.advance(Duration.ofMinutes(10));
            Instant now = operator.clock.instant();
            List<WorkLease> taken = operator.storage.work().lease(1, "other", now, now.plus(Duration.ofMinutes(5)));
            assertThat(taken).hasSize(1);
            return Optional.empty();
        };

        DeliverySummary done = contracts.worker().deliverPending(1);

        assertThat(done).isEqualTo(new DeliverySummary(1, 0, 0, 0, 0, 1));
        assertThat(summary(contract)).isEqualTo(Summary.PENDING);
    }

    @Test
    void an_olt_that_another_worker_writes_to_is_left_alone() {
        Contract contract = operator.subscriber(1);
        Instant now = operator.clock.instant();
        DeviceLease other = operator.storage
                .deviceLeases()
                .acquire("olt-1", "other", now, now.plus(Duration.ofMinutes(5)))
                .orElseThrow();

        assertThat(contracts.worker().deliverPending(10).postponed()).isEqualTo(1);
        assertThat(operator.told).isEmpty();
        operator.storage.deviceLeases().release(other);
        operator.clock.advance(Duration.ofSeconds(1));

        assertThat(contracts.worker().deliverPending(10).confirmed()).isEqualTo(1);
        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
    }

    @Test
    void drift_is_delivered_again_and_its_repair_is_an_event() {
        Contract contract = operator.inService(1);
        operator.radius.clear();

        contracts
                .reportDrift(contract.id(), NetworkTarget.ACCESS, new Drift(Drift.Kind.MISSING, "no such login"), STAFF)
                .get();
        assertThat(summary(contract)).isEqualTo(Summary.DRIFTED);
        contracts.worker().deliverPending(10);

        assertThat(summary(contract)).isEqualTo(Summary.IN_SYNC);
        assertThat(operator.radius).containsOnlyKeys(user(1));
        List<RecordedEvent> history = contracts.history(contract.id());
        assertThat(history.get(history.size() - 1).event().getClass().getSimpleName())
                .isEqualTo("DriftRepaired");
    }

    @Test
    void no_device_is_touched_inside_a_unit_of_work() {
        operator.subscriber(1);

        operator.storage
                .unitOfWork()
                .execute(() -> assertThatThrownBy(() -> contracts.worker().deliverPending(1))
                        .isInstanceOf(IllegalStateException.class));

        assertThat(operator.told).isEmpty();
    }

    private void suspend(Contract contract, Enforcement enforcement) {
        contracts
                .suspend(
                        contract.id(),
                        Suspension.of(SuspensionReason.ADMINISTRATIVE).enforcing(enforcement),
                        STAFF)
                .get();
    }

    private Summary summary(Contract contract) {
        return contracts.find(contract.id()).orElseThrow().provisioning().summary();
    }
}
