package io.silverdata.contract.examples.benchmarks.path;

import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** OLTs that take their time for a set, and do one thing at a time. */
final class SlowOlts implements LineProvisioner {
    private final InMemoryLine olts = new InMemoryLine();
    private final Map<OltId, Object> turns = new ConcurrentHashMap<>();
    private final Function<OltId, Duration> takes;

    /** @param takes how long each OLT takes for a set */
    SlowOlts(Function<OltId, Duration> takes) {
        this.takes = takes;
    }

    @Override
    public DeviceOutcome ensure(LineService service) {
        OltId olt = service.line().ports().ponPort().olt();
        synchronized (turn(olt)) {
            pass(olt);
            return olts.ensure(service);
        }
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        OltId olt = registration.ponPort().olt();
        synchronized (turn(olt)) {
            pass(olt);
            return olts.remove(registration);
        }
    }

    @Override
    public Observation observe(LineService service) {
        return olts.observe(service);
    }

    @Override
    public Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        return olts.bindingObjection(olt, profile, bindings);
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        return olts.observeRemoved(registration);
    }

    @Override
    public Reading<LineInventory> inventory(OltId olt) {
        return olts.inventory(olt);
    }

    private Object turn(OltId olt) {
        return turns.computeIfAbsent(olt, one -> new Object());
    }

    private void pass(OltId olt) {
        try {
            Thread.sleep(takes.apply(olt).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at an OLT", interrupted);
        }
    }
}
