package io.silverdata.contract.memory;

import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.spi.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last lease of each device that was not given back. */
final class InMemoryDeviceLeases implements DeviceLeases {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<String, Hold> holds;

    // Shared by all devices, and not undone: a token that was ever given out is never given out again.
    private long lastToken;

    private record Hold(DeviceLease lease, String worker, Instant since) {}

    InMemoryDeviceLeases(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        holds = new UndoableMap<>(undo);
    }

    @Override
    public Optional<DeviceLease> acquire(String device, String worker, Instant now, Instant until) {
        return unitOfWork.call(() -> {
            if (holds.find(device).filter(hold -> isHeld(hold, now)).isPresent()) {
                return Optional.empty();
            }
            DeviceLease lease = new DeviceLease(device, ++lastToken, until);
            holds.put(device, new Hold(lease, worker, now));
            return Optional.of(lease);
        });
    }

    @Override
    public Optional<DeviceLease> renew(DeviceLease lease, Instant now, Instant until) {
        return unitOfWork.call(() -> latest(lease)
                .filter(hold -> isHeld(hold, now))
                .map(hold -> {
                    DeviceLease longer = new DeviceLease(lease.device(), lease.token(), until);
                    holds.put(lease.device(), new Hold(longer, hold.worker(), hold.since()));
                    return longer;
                }));
    }

    @Override
    public void release(DeviceLease lease) {
        unitOfWork.execute(() -> latest(lease).ifPresent(hold -> holds.remove(lease.device())));
    }

    @Override
    public List<HeldDevice> held(Instant now) {
        return unitOfWork.call(() -> holds.entries().values().stream()
                .filter(hold -> isHeld(hold, now))
                .map(hold -> new HeldDevice(
                        hold.lease().device(),
                        hold.worker(),
                        hold.since(),
                        hold.lease().until()))
                .toList());
    }

    private static boolean isHeld(Hold hold, Instant now) {
        return hold.lease().until().isAfter(now);
    }

    private Optional<Hold> latest(DeviceLease lease) {
        return holds.find(lease.device()).filter(hold -> hold.lease().token() == lease.token());
    }
}
