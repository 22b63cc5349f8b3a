package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.worker.DeliveryOutcome;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an operator sees of the library at work. */
class OperabilityTest {
    private final Operator operator = Operator.small();
    private final List<CommandReport> commands = new ArrayList<>();
    private final List<DeliveryReport> deliveries = new ArrayList<>();
    private final Contracts contracts = operator.builder()
            .listener(new ContractsListener() {
                @Override
                public void onCommand(CommandReport report) {
                    commands.add(report);
                }

                @Override
                public void onDelivery(DeliveryReport report) {
                    deliveries.add(report);
                }
            })
            .build();

    @Nested
    class Commands {
        @Test
        void are_told_by_the_name_of_their_method() {
            ContractId id = signUp(1).id();
            contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);
            contracts.liftHold(id, SuspensionReason.NON_PAYMENT, STAFF);
            contracts.swapOnu(id, Operator.onu(7), STAFF);
            contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, STAFF);

            assertThat(commands)
                    .extracting(CommandReport::command)
                    .containsExactly("signUp", "suspend", "liftHold", "swapOnu", "cancel");
            assertThat(commands).allSatisfy(report -> {
                assertThat(report.contract()).contains(id);
                assertThat(report.refusal()).isEmpty();
            });
        }

        @Test
        void that_are_refused_or_repeated_say_so() {
            ContractId nobody = new ContractId(new UUID(0, 1));
            contracts.cancel(nobody, CancellationReason.CUSTOMER_REQUEST, STAFF);
            contracts.signUp(Operator.signUp(1), STAFF.once("a"));
            contracts.signUp(Operator.signUp(1), STAFF.once("a"));

            assertThat(commands.get(0).refusal()).contains(new Rejection.ContractNotFound(nobody));
            assertThat(commands).extracting(CommandReport::repeated).containsExactly(false, false, true);
        }

        @Test
        void are_done_whatever_the_listener_does() {
            Contracts deaf = operator.builder()
                    .listener(new ContractsListener() {
                        @Override
                        public void onCommand(CommandReport report) {
                            throw new IllegalStateException("a defect");
                        }

                        @Override
                        public void onDelivery(DeliveryReport report) {
                            throw new IllegalStateException("a defect");
                        }
                    })
                    .build();

            assertThat(deaf.signUp(Operator.signUp(1), STAFF).isRight()).isTrue();
            assertThat(deaf.worker().deliverPending(10).confirmed()).isEqualTo(1);
        }
    }

    @Nested
    class Deliveries {
        @Test
        void are_told_for_each_side_with_what_came_of_them() {
            ContractId id = signUp(1).id();
            operator.trouble = operation -> operation.startsWith("access")
                    ? Optional.of(new DeviceOutcome.NotSent("no route"))
                    : Optional.empty();
            contracts.worker().deliverPending(10);
            operator.trouble = operation -> Optional.empty();
            operator.clock.advance(Duration.ofHours(1));
            contracts.worker().deliverPending(10);

            long version = deliveries.get(0).desiredVersion();
            assertThat(deliveries)
                    .containsExactly(
                            new DeliveryReport(
                                    id,
                                    NetworkTarget.LINE,
                                    version,
                                    1,
                                    DeliveryOutcome.CONFIRMED,
                                    Optional.empty(),
                                    Duration.ZERO),
                            new DeliveryReport(
                                    id,
                                    NetworkTarget.ACCESS,
                                    version,
                                    1,
                                    DeliveryOutcome.RETRIED,
                                    Optional.of(new ProvisioningFailure("NOT_SENT", "no route")),
                                    Duration.ZERO),
                            new DeliveryReport(
                                    id,
                                    NetworkTarget.ACCESS,
                                    version,
                                    2,
                                    DeliveryOutcome.CONFIRMED,
                                    Optional.empty(),
                                    Duration.ZERO));
        }

        @Test
        void to_an_OLT_that_did_not_answer_are_put_off_after_one_attempt() {
            for (int n = 1; n <= 5; n++) {
                signUp(n);
            }
            operator.told.clear();
            operator.trouble = operation -> operation.startsWith("line")
                    ? Optional.of(new DeviceOutcome.NotSent("no route"))
                    : Optional.empty();

            DeliverySummary delivery = contracts.worker().deliverPending(5);

            assertThat(delivery).isEqualTo(new DeliverySummary(5, 0, 1, 4, 0, 0));
            assertThat(operator.told).hasSize(1);
            operator.trouble = operation -> Optional.empty();
            operator.clock.advance(Duration.ofHours(1));
            assertThat(contracts.worker().deliverPending(5).confirmed()).isEqualTo(5);
        }
    }

    @Test
    void health_tells_of_queue_and_lag() {
        signUp(1);
        signUp(2);
        operator.clock.advance(Duration.ofMinutes(3));

        Health health = contracts.worker().health();

        assertThat(health.at()).isEqualTo(operator.clock.instant());
        assertThat(health.queue().due()).isEqualTo(2);
        assertThat(health.lag()).isEqualTo(Duration.ofMinutes(3));
        assertThat(health.devices()).isEmpty();
        contracts.worker().deliverPending(10);
        assertThat(contracts.worker().health().lag()).isZero();
    }

    private Contract signUp(int n) {
        return contracts.signUp(Operator.signUp(n), STAFF).get().contract();
    }
}
