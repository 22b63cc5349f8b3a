package io.silverdata.contract.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.listener.OrdersReport;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.worker.Health;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * The meters of {@code docs/operations.md} in Micrometer: a listener for what is done, and gauges that show the health they were
 * told last. Identities of contracts, logins and ONUs are in no tag. Safe for use by any number of threads.
 */
public final class ContractMeters implements ContractsListener, Consumer<Health> {
    private final MeterRegistry registry;
    private volatile Optional<Health> health = Optional.empty();
    private final MultiGauge devices;

    /** Registers the gauges; timers come with what they measure. */
    public ContractMeters(MeterRegistry registry) {
        this.registry = registry;
        queue("due", QueueDepth::due);
        queue("waiting", QueueDepth::waiting);
        queue("leased", QueueDepth::leased);
        queue("parked", QueueDepth::parked);
        queue("ended", QueueDepth::ended);
        queue("held", QueueDepth::held);
        gauge("contract.queue.lag", Tags.empty(), "seconds", now -> now.lag().toMillis() / 1_000.0);
        gauge(
                "contract.storage.transaction",
                Tags.empty(),
                "seconds",
                now -> now.longestTransaction().map(Duration::toMillis).orElse(0L) / 1_000.0);
        gauge("contract.faults", Tags.empty(), "contracts", now -> now.faults().size());
        gauge(
                "contract.devices.held",
                Tags.empty(),
                "devices",
                now -> now.heldDevices().size());
        devices = MultiGauge.builder("contract.devices").register(registry);
    }

    /** Shows this from now on; to be told at each scrape, or every few seconds. */
    @Override
    public void accept(Health now) {
        health = Optional.of(now);
        devices.register(
                now.devices().stream()
                        .map(device -> MultiGauge.Row.of(
                                Tags.of("device", device.device()),
                                device.condition() == DeviceState.Condition.ANSWERING ? 1 : 0))
                        .toList(),
                true);
    }

    @Override
    public void onCommand(CommandReport report) {
        String outcome = report.refusal().map(Rejection::code).orElse(report.repeated() ? "repeated" : "accepted");
        Timer.builder("contract.commands")
                .tag("command", report.command())
                .tag("outcome", outcome)
                .register(registry)
                .record(report.took());
    }

    @Override
    public void onDelivery(DeliveryReport report) {
        Timer.builder("contract.deliveries")
                .tag("target", word(report.target()))
                .tag("outcome", word(report.outcome()))
                .register(registry)
                .record(report.took());
    }

    @Override
    public void onOrders(OrdersReport report) {
        // no Tags: that overload came with Micrometer 1.16, and Spring Boot 3.5 has 1.15
        Iterable<Tag> peer = Tags.of("peer", report.olt().map(OltId::value).orElse("radius"));
        registry.timer("contract.orders.groups", peer).record(report.took());
        registry.counter("contract.orders", peer).increment(report.orders());
    }

    private void queue(String state, ToDoubleFunction<QueueDepth> count) {
        gauge("contract.queue", Tags.of("state", state), "contracts", now -> count.applyAsDouble(now.queue()));
    }

    private void gauge(String name, Tags tags, String unit, ToDoubleFunction<Health> value) {
        Gauge.builder(name, () -> health.map(value::applyAsDouble).orElse(Double.NaN))
                .tags(tags)
                .baseUnit(unit)
                .register(registry);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
