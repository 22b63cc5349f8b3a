package io.silverdata.contract.examples.year.faults;

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

/** OLTs that cannot always be reached. */
public record UnreliableLine(LineProvisioner lines, FaultInjector faults) implements LineProvisioner {

    @Override
    public DeviceOutcome ensure(LineService service) {
        return faults.perform(() -> lines.ensure(service));
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        return faults.perform(() -> lines.remove(registration));
    }

    @Override
    public Observation observe(LineService service) {
        return faults.observe(() -> lines.observe(service));
    }

    @Override
    public Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        return lines.bindingObjection(olt, profile, bindings);
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        return faults.observe(() -> lines.observeRemoved(registration));
    }

    @Override
    public Reading<LineInventory> inventory(OltId olt) {
        return faults.read(() -> lines.inventory(olt));
    }
}
