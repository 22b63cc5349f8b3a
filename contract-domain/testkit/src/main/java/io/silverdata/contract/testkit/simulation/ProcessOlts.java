package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.List;

/** The OLTs as one process sees them. */
final class ProcessOlts implements LineProvisioner {
    private final LineProvisioner olts;
    private final SimulatedProcess process;
    private final Timeline timeline;
    private final Trouble trouble;
    private final Leases leases;

    ProcessOlts(LineProvisioner olts, SimulatedProcess process, Timeline timeline, Trouble trouble, Leases leases) {
        this.olts = olts;
        this.process = process;
        this.timeline = timeline;
        this.trouble = trouble;
        this.leases = leases;
    }

    @Override
    public DeviceOutcome ensure(LineService service) {
        requireLease(service.line().registration());
        return told(new LineOrder.Ensure(service));
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        requireLease(registration);
        return told(new LineOrder.Remove(registration));
    }

    /** The lease is asked for when a group begins: an adapter cannot know whether it is renewed meanwhile. */
    @Override
    public List<DeviceOutcome> carryOut(OltId olt, List<LineOrder> orders) {
        orders.forEach(order -> requireLease(order.registration()));
        return new OneByOne().carryOut(olt, orders);
    }

    @Override
    public Observation observe(LineService service) {
        process.requireAlive();
        OnuRegistration registration = service.line().registration();
        return trouble.observed(call(registration, "looks at ONU " + registration), () -> olts.observe(service));
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        process.requireAlive();
        return trouble.observed(
                call(registration, "looks whether ONU " + registration + " is gone"),
                () -> olts.observeRemoved(registration));
    }

    @Override
    public Reading<LineInventory> inventory(OltId olt) {
        process.requireAlive();
        timeline.point();
        return olts.inventory(olt);
    }

    private DeviceOutcome told(LineOrder order) {
        process.requireAlive();
        OnuRegistration registration = order.registration();
        if (order instanceof LineOrder.Ensure ensure) {
            String words = "tells " + order.olt() + " to serve " + registration + " for "
                    + ensure.service().contract() + " with " + ensure.service().profile()
                    + (ensure.service().enabled() ? "" : ", switched off");
            return trouble.told(call(registration, words), () -> olts.ensure(ensure.service()));
        }
        return trouble.told(
                call(registration, "tells " + order.olt() + " to remove " + registration),
                () -> olts.remove(registration));
    }

    private Trouble.Call call(OnuRegistration registration, String words) {
        return new Trouble.Call(
                process,
                registration.ponPort().olt().value(),
                registration.onu().toString(),
                process.name() + " " + words);
    }

    private void requireLease(OnuRegistration registration) {
        process.requireAlive();
        OltId olt = registration.ponPort().olt();
        if (!leases.holds(process, olt.value(), timeline.now())) {
            throw new LawBroken(
                    LawBroken.Law.LEASE_HELD,
                    process.name() + " writes to " + olt + " about " + registration.onu() + " without its lease");
        }
    }

    /** Each order is an event of its own. */
    private final class OneByOne implements LineProvisioner {
        @Override
        public DeviceOutcome ensure(LineService service) {
            return told(new LineOrder.Ensure(service));
        }

        @Override
        public DeviceOutcome remove(OnuRegistration registration) {
            return told(new LineOrder.Remove(registration));
        }

        @Override
        public Observation observe(LineService service) {
            return ProcessOlts.this.observe(service);
        }

        @Override
        public Observation observeRemoved(OnuRegistration registration) {
            return ProcessOlts.this.observeRemoved(registration);
        }

        @Override
        public Reading<LineInventory> inventory(OltId olt) {
            return ProcessOlts.this.inventory(olt);
        }
    }
}
