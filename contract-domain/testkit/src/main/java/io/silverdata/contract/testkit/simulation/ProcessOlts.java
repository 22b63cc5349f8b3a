package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.List;
import java.util.Optional;

/** The OLTs as one process sees them. */
final class ProcessOlts implements LineProvisioner {
    private final LineProvisioner olts;
    private final SimulatedProcess process;
    private final Town town;
    private final Timeline timeline;
    private final Trouble trouble;

    ProcessOlts(SimulatedProcess process, Town town, Timeline timeline, Trouble trouble) {
        this.olts = town.ports().olts();
        this.process = process;
        this.town = town;
        this.timeline = timeline;
        this.trouble = trouble;
    }

    @Override
    public DeviceOutcome ensure(LineService service) {
        LineOrder order = new LineOrder.Ensure(service);
        requireLeases(order);
        return told(order);
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        LineOrder order = new LineOrder.Remove(registration);
        requireLeases(order);
        return told(order);
    }

    /** Leases are required when a group begins: an adapter cannot know whether they are renewed meanwhile. */
    @Override
    public List<DeviceOutcome> carryOut(OltId olt, List<LineOrder> orders) {
        orders.forEach(this::requireLeases);
        return new OneByOne().carryOut(olt, orders);
    }

    @Override
    public Observation observe(LineService service) {
        process.requireAlive();
        OnuRegistration registration = service.line().registration();
        return trouble.observed(call(registration, "looks at ONU " + registration), () -> olts.observe(service));
    }

    @Override
    public Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        return olts.bindingObjection(olt, profile, bindings);
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        process.requireAlive();
        Observation seen = trouble.observed(
                call(registration, "looks whether ONU " + registration + " is gone"),
                () -> olts.observeRemoved(registration));
        if (!(seen instanceof Observation.InSync)) {
            town.leavesOver(new Extra.Onu(registration));
        }
        return seen;
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
        DeviceOutcome outcome = trouble.told(
                call(registration, "tells " + order.olt() + " to remove " + registration, holder(registration)),
                () -> olts.remove(registration));
        if (!(outcome instanceof DeviceOutcome.Applied)) {
            town.leavesOver(new Extra.Onu(registration));
        }
        return outcome;
    }

    /** The contract that has, or had, the ONU at that place; its ONU may be registered elsewhere by now. */
    private Optional<ContractId> holder(OnuRegistration registration) {
        ContractRepository contracts = town.ports().storage().contracts();
        return contracts
                .holderOf(registration.onu())
                .flatMap(contracts::find)
                .filter(contract -> contract.holds(registration))
                .map(Contract::id);
    }

    private Trouble.Call call(OnuRegistration registration, String words) {
        return call(registration, words, town.ports().storage().contracts().holderOf(registration.onu()));
    }

    private Trouble.Call call(OnuRegistration registration, String words, Optional<ContractId> contract) {
        return new Trouble.Call(
                process,
                registration.ponPort().olt().value(),
                registration.onu().toString(),
                contract,
                process.name() + " " + words);
    }

    private void requireLeases(LineOrder order) {
        process.requireAlive();
        OnuRegistration registration = order.registration();
        if (!town.leases().hasDevice(process, order.olt().value(), timeline.now())) {
            timeline.broken(
                    LawBroken.Law.LEASE_HELD,
                    process.name() + " writes about " + registration.onu() + " without the lease of " + order.olt());
        }
        trouble.requireWritten(
                new WriteScope.Olt(order.olt()),
                call(registration, "writes to " + order.olt() + " about " + registration.onu()),
                order instanceof LineOrder.Ensure ensure
                        ? Optional.of(ensure.service().contract())
                        : Optional.empty());
        // what a contract does not hold any more is removed without its lease
        if (order instanceof LineOrder.Ensure) {
            trouble.requireLease(call(registration, "writes to " + order.olt() + " about " + registration.onu()));
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
