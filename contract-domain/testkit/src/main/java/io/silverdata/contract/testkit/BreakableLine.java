package io.silverdata.contract.testkit;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.List;
import java.util.Optional;

/** An OLT side that can be broken and mended while it is used. Thread-safe if the device is. */
public final class BreakableLine implements LineProvisioner {
    private final LineProvisioner device;
    private volatile DeviceTrouble trouble = DeviceTrouble.NONE;

    /** A device that works until it is broken. */
    public BreakableLine(LineProvisioner device) {
        this.device = device;
    }

    /** Breaks or mends it. */
    public void setTrouble(DeviceTrouble value) {
        trouble = value;
    }

    @Override
    public DeviceOutcome ensure(LineService service) {
        return trouble.told(() -> device.ensure(service));
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        return trouble.told(() -> device.remove(registration));
    }

    @Override
    public Observation observe(LineService service) {
        return trouble.observed(() -> device.observe(service));
    }

    @Override
    public Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        return device.bindingObjection(olt, profile, bindings);
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        return trouble.observed(() -> device.observeRemoved(registration));
    }

    @Override
    public Reading<LineInventory> inventory(OltId olt) {
        return trouble.read(() -> device.inventory(olt));
    }
}
