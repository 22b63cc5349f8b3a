package io.silverdata.contract.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.listener.OrdersReport;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.worker.DeliveryOutcome;
import io.silverdata.contract.worker.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContractMetersTest {
    private static final ContractId CONTRACT = new ContractId(new UUID(1, 2));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ContractMeters meters = new ContractMeters(registry);

    @Test
    void commands_are_timed_by_name_and_outcome() {
        meters.onCommand(command(Optional.empty(), false));
        meters.onCommand(command(Optional.empty(), true));
        meters.onCommand(command(Optional.of(new Rejection.InvalidValue("field", "value", "allowed")), false));

        for (String outcome : List.of("accepted", "repeated", "INVALID_VALUE")) {
            assertThat(registry.get("contract.commands")
                            .tags("command", "suspend", "outcome", outcome)
                            .timer()
                            .totalTime(TimeUnit.MILLISECONDS))
                    .isEqualTo(20);
        }
    }

    @Test
    void deliveries_are_timed_by_target_and_outcome() {
        meters.onDelivery(new DeliveryReport(
                CONTRACT,
                NetworkTarget.LINE,
                3,
                1,
                DeliveryOutcome.CONFIRMED,
                Optional.empty(),
                Duration.ofMillis(30)));

        assertThat(registry.get("contract.deliveries")
                        .tags("target", "line", "outcome", "confirmed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void gauges_show_the_health_told_last() {
        assertThat(queue("due")).isNaN();

        meters.accept(health(DeviceState.Condition.ANSWERING));
        meters.accept(health(DeviceState.Condition.RESTING));

        assertThat(queue("due")).isEqualTo(1);
        assertThat(queue("waiting")).isEqualTo(2);
        assertThat(queue("leased")).isEqualTo(3);
        assertThat(queue("parked")).isEqualTo(4);
        assertThat(registry.get("contract.queue.lag").gauge().value()).isEqualTo(1.5);
        assertThat(queue("ended")).isEqualTo(1);
        assertThat(queue("held")).isEqualTo(5);
        assertThat(registry.get("contract.devices.held").gauge().value()).isEqualTo(1);
        assertThat(registry.get("contract.devices")
                        .tag("device", "olt-1")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void orders_are_counted_by_peer() {
        meters.onOrders(new OrdersReport(Optional.of(new OltId("olt-1")), 32, 30, Duration.ofSeconds(2)));
        meters.onOrders(new OrdersReport(Optional.empty(), 100, 100, Duration.ofMillis(40)));

        assertThat(registry.get("contract.orders")
                        .tag("peer", "olt-1")
                        .counter()
                        .count())
                .isEqualTo(32);
        assertThat(registry.get("contract.orders")
                        .tag("peer", "radius")
                        .counter()
                        .count())
                .isEqualTo(100);
        assertThat(registry.get("contract.orders.groups")
                        .tag("peer", "olt-1")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    private double queue(String state) {
        return registry.get("contract.queue").tag("state", state).gauge().value();
    }

    private static CommandReport command(Optional<Rejection> refusal, boolean repeated) {
        return new CommandReport("suspend", Optional.of(CONTRACT), refusal, repeated, Duration.ofMillis(20));
    }

    private static Health health(DeviceState.Condition condition) {
        return new Health(
                Instant.EPOCH,
                new QueueDepth(1, 2, 3, 4, 1, Optional.empty(), 5),
                Duration.ofMillis(1_500),
                List.of(),
                Optional.of(Duration.ofMinutes(2)),
                List.of(new HeldDevice("olt-1", "worker", Instant.EPOCH, Instant.EPOCH.plusSeconds(20))),
                List.of(new DeviceState("olt-1", condition, "")));
    }
}
