package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads from the OLT, and collects what is to be written instead of writing it. */
record DryRunSession(OltSession reading, List<List<VarBind>> sets) implements OltSession {
    @Override
    public OltId olt() {
        return reading.olt();
    }

    @Override
    public Operation operation() {
        return reading.operation();
    }

    @Override
    public Duration remaining() {
        return reading.remaining();
    }

    @Override
    public Map<Oid, SnmpValue> get(Collection<Oid> objects) {
        return reading.get(objects);
    }

    @Override
    public void walk(Walk walk, Predicate<Row> visitor) {
        reading.walk(walk, visitor);
    }

    @Override
    public void set(List<VarBind> objects) {
        sets.add(List.copyOf(objects));
    }
}
