package io.silverdata.contract.examples.year;

import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;

/** OLTs that cannot always be reached. */
record UnreliableLine(LineProvisioner lines, Misfortune misfortune) implements LineProvisioner {

    @Override
    public DeviceOutcome ensure(LineService service) {
        return misfortune.strike(() -> lines.ensure(service));
    }

    @Override
    public DeviceOutcome remove(Line line) {
        return misfortune.strike(() -> lines.remove(line));
    }

    @Override
    public Observation observe(LineService service) {
        return misfortune.blur(() -> lines.observe(service));
    }

    @Override
    public Observation observeRemoved(Line line) {
        return misfortune.blur(() -> lines.observeRemoved(line));
    }
}
