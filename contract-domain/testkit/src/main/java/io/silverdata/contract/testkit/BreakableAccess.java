package io.silverdata.contract.testkit;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.Optional;

/** A RADIUS side that can be broken and mended while it is used. Thread-safe if the device is. */
public final class BreakableAccess implements AccessProvisioner {
    private final AccessProvisioner device;
    private volatile DeviceTrouble trouble = DeviceTrouble.NONE;

    /** A device that works until it is broken. */
    public BreakableAccess(AccessProvisioner device) {
        this.device = device;
    }

    /** Breaks or mends it. */
    public void setTrouble(DeviceTrouble value) {
        trouble = value;
    }

    @Override
    public DeviceOutcome ensure(AccessService service) {
        return trouble.told(() -> device.ensure(service));
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        return trouble.told(() -> device.remove(user));
    }

    @Override
    public Observation observe(AccessService service) {
        return trouble.observed(() -> device.observe(service));
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        return trouble.observed(() -> device.observeRemoved(user));
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        return trouble.read(() -> device.logins(after, max));
    }

    @Override
    public Reading<ForeignLogins> foreignLogins(Optional<String> after, int max) {
        return trouble.read(() -> device.foreignLogins(after, max));
    }
}
