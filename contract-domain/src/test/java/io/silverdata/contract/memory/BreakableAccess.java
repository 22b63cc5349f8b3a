package io.silverdata.contract.memory;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.Optional;

/** A RADIUS side that can be made unreachable: then nothing is sent and nothing is seen. */
final class BreakableAccess implements AccessProvisioner {
    private final AccessProvisioner device = new InMemoryAccess();
    private boolean broken;

    void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public DeviceOutcome ensure(AccessService service) {
        return broken ? new DeviceOutcome.NotSent("no route") : device.ensure(service);
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        return broken ? new DeviceOutcome.NotSent("no route") : device.remove(user);
    }

    @Override
    public Observation observe(AccessService service) {
        return broken ? new Observation.Unreadable("no route") : device.observe(service);
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        return broken ? new Observation.Unreadable("no route") : device.observeRemoved(user);
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        return broken ? new Reading.Unreadable<>("no route") : device.logins(after, max);
    }
}
