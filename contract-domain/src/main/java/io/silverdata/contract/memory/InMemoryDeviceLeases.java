package io.silverdata.contract.memory;

import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.UnitOfWork;
import java.time.Instant;
import java.util.Optional;

/** The last lease of each device that was not given back. */
final class InMemoryDeviceLeases implements DeviceLeases {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<String, DeviceLease> leases;

    // Shared by all devices, and not undone: a token that was ever given out is never given out again.
    private long lastToken;

    InMemoryDeviceLeases(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        leases = new UndoableMap<>(undo);
    }

    @Override
    public Optional<DeviceLease> acquire(String device, String worker, Instant now, Instant until) {
        return unitOfWork.call(() -> {
            if (leases.find(device).filter(taken -> taken.until().isAfter(now)).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(keep(new DeviceLease(device, ++lastToken, until)));
        });
    }

    @Override
    public Optional<DeviceLease> renew(DeviceLease lease, Instant now, Instant until) {
        return unitOfWork.call(() -> held(lease)
                .filter(held -> held.until().isAfter(now))
                .map(held -> keep(new DeviceLease(held.device(), held.token(), until))));
    }

    @Override
    public void release(DeviceLease lease) {
        unitOfWork.execute(() -> held(lease).ifPresent(held -> leases.remove(held.device())));
    }

    private Optional<DeviceLease> held(DeviceLease lease) {
        return leases.find(lease.device()).filter(latest -> latest.token() == lease.token());
    }

    private DeviceLease keep(DeviceLease lease) {
        leases.put(lease.device(), lease);
        return lease;
    }
}
