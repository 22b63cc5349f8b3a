package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.worker.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queue and devices as they are now. */
public record HealthView(
        Instant at,
        long due,
        long waiting,
        long leased,
        long parked,
        long ended,
        long held,
        Duration lag,
        Optional<Duration> longestTransaction,
        List<Device> devices,
        List<Fault> faults) {

    /** A device, with who writes to it. */
    public record Device(String name, String condition, String detail, Optional<String> worker) {}

    /** A contract that is passed over. */
    public record Fault(String contract, String problem) {}

    static HealthView of(Health health) {
        return new HealthView(
                health.at(),
                health.queue().due(),
                health.queue().waiting(),
                health.queue().leased(),
                health.queue().parked(),
                health.queue().ended(),
                health.queue().held(),
                health.lag(),
                health.longestTransaction(),
                health.devices().stream()
                        .map(device -> device(device, health.heldDevices()))
                        .toList(),
                health.faults().stream().map(HealthView::fault).toList());
    }

    private static Device device(DeviceState device, List<HeldDevice> held) {
        return new Device(
                device.device(),
                device.condition().name(),
                device.detail(),
                held.stream()
                        .filter(lease -> lease.device().equals(device.device()))
                        .map(HeldDevice::worker)
                        .findFirst());
    }

    private static Fault fault(ContractFault fault) {
        return new Fault(fault.contract().toString(), fault.problem());
    }
}
