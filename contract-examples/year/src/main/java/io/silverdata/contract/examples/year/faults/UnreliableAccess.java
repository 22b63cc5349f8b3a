package io.silverdata.contract.examples.year.faults;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.Optional;

/** A RADIUS side that cannot always be reached. */
public record UnreliableAccess(AccessProvisioner access, FaultInjector faults) implements AccessProvisioner {

    @Override
    public DeviceOutcome ensure(AccessService service) {
        return faults.perform(() -> access.ensure(service));
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        return faults.perform(() -> access.remove(user));
    }

    @Override
    public Observation observe(AccessService service) {
        return faults.observe(() -> access.observe(service));
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        return faults.observe(() -> access.observeRemoved(user));
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        return faults.read(() -> access.logins(after, max));
    }

    @Override
    public Reading<ForeignLogins> foreignLogins(Optional<String> after, int max) {
        return faults.read(() -> access.foreignLogins(after, max));
    }
}
