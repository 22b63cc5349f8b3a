package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceLeases;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which process has which device. What a unit of work took and did not keep is forgotten with the next lease of the device. */
final class Leases {
    private final Map<String, Held> devices = new HashMap<>();

    private record Held(SimulatedProcess process, DeviceLease lease) {}

    /** Device leases that are noted as those of a process. */
    DeviceLeases watched(DeviceLeases leases, SimulatedProcess process) {
        return new DeviceLeases() {
            @Override
            public Optional<DeviceLease> acquire(String device, String worker, Instant now, Instant until) {
                return noted(leases.acquire(device, worker, now, until));
            }

            @Override
            public Optional<DeviceLease> renew(DeviceLease lease, Instant now, Instant until) {
                return noted(leases.renew(lease, now, until));
            }

            @Override
            public void release(DeviceLease lease) {
                leases.release(lease);
                Held held = devices.get(lease.device());
                if (held != null && held.lease().token() == lease.token()) {
                    devices.remove(lease.device());
                }
            }

            private Optional<DeviceLease> noted(Optional<DeviceLease> lease) {
                lease.ifPresent(taken -> devices.put(taken.device(), new Held(process, taken)));
                return lease;
            }
        };
    }

    boolean holds(SimulatedProcess process, String device, Instant now) {
        Held held = devices.get(device);
        return held != null && held.process() == process && held.lease().until().isAfter(now);
    }
}
