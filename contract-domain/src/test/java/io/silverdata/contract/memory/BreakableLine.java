package io.silverdata.contract.memory;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;

/** OLTs that can be made to do what they are told without answering, and that cannot be read then. */
final class BreakableLine implements LineProvisioner {
    private final LineProvisioner device = new InMemoryLine();
    private boolean broken;

    void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public DeviceOutcome ensure(LineService service) {
        return answered(device.ensure(service));
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        return answered(device.remove(registration));
    }

    @Override
    public Observation observe(LineService service) {
        return broken ? new Observation.Unreadable("no answer") : device.observe(service);
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        return broken ? new Observation.Unreadable("no answer") : device.observeRemoved(registration);
    }

    @Override
    public Reading<LineInventory> inventory(OltId olt) {
        return broken ? new Reading.Unreadable<>("no answer") : device.inventory(olt);
    }

    private DeviceOutcome answered(DeviceOutcome outcome) {
        return broken ? new DeviceOutcome.Unknown("no answer") : outcome;
    }
}
