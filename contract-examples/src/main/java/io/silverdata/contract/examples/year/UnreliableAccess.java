package io.silverdata.contract.examples.year;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.Optional;

/** A RADIUS side that cannot always be reached. */
record UnreliableAccess(AccessProvisioner access, Misfortune misfortune) implements AccessProvisioner {

    @Override
    public DeviceOutcome ensure(AccessService service) {
        return misfortune.strike(() -> access.ensure(service));
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        return misfortune.strike(() -> access.remove(user));
    }

    @Override
    public Observation observe(AccessService service) {
        return misfortune.blur(() -> access.observe(service));
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        return misfortune.blur(() -> access.observeRemoved(user));
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        return misfortune.hide(() -> access.logins(after, max));
    }
}
