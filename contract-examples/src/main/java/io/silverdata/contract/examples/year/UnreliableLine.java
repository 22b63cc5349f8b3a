package io.silverdata.contract.examples.year;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;

/** OLTs that cannot always be reached. */
record UnreliableLine(LineProvisioner lines, Misfortune misfortune) implements LineProvisioner {

    @Override
    public DeviceOutcome ensure(LineService service) {
        return misfortune.strike(() -> lines.ensure(service));
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        return misfortune.strike(() -> lines.remove(registration));
    }

    @Override
    public Observation observe(LineService service) {
        return misfortune.blur(() -> lines.observe(service));
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        return misfortune.blur(() -> lines.observeRemoved(registration));
    }

    @Override
    public Reading<LineInventory> inventory(OltId olt) {
        return misfortune.hide(() -> lines.inventory(olt));
    }
}
