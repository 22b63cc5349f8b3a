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

/** A session that does what another does, to be changed in one point. */
abstract class ForwardingSession implements OltSession {
    private final OltSession session;

    ForwardingSession(OltSession session) {
        this.session = session;
    }

    @Override
    public OltId olt() {
        return session.olt();
    }

    @Override
    public Operation operation() {
        return session.operation();
    }

    @Override
    public Duration remaining() {
        return session.remaining();
    }

    @Override
    public Map<Oid, SnmpValue> get(Collection<Oid> objects) {
        return session.get(objects);
    }

    @Override
    public void walk(Walk walk, Predicate<Row> visitor) {
        session.walk(walk, visitor);
    }

    @Override
    public void set(List<VarBind> objects) {
        session.set(objects);
    }
}
