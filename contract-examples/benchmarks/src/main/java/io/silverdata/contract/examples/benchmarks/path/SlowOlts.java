package io.silverdata.contract.examples.benchmarks.path;

import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** OLTs that take their time for a set, and do one thing at a time. */
final class SlowOlts implements LineProvisioner {
    private final InMemoryLine olts = new InMemoryLine();
    private final Map<OltId, Object> turns = new ConcurrentHashMap<>();
    private final Duration takes;

    SlowOlts(Duration takes) {
        this.takes = takes;
    }

    @Override
    public DeviceOutcome ensure(LineService service) {
        synchronized (turn(service.line().ports().ponPort().olt())) {
            pass();
            return olts.ensure(service);
        }
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        synchronized (turn(registration.ponPort().olt())) {
            pass();
            return olts.remove(registration);
        }
    }

    @Override
    public Observation observe(LineService service) {
        return olts.observe(service);
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

    private void pass() {
        try {
            Thread.sleep(takes.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at an OLT", interrupted);
        }
    }
}
