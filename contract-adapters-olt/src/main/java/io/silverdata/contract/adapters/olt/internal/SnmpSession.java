package io.silverdata.contract.adapters.olt.internal;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import io.silverdata.contract.model.OltId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/** A conversation over SNMP4J. */
final class SnmpSession implements OltSession {
    private static final int MAX_OBJECTS = 20;

    private final SnmpPeer peer;
    private final Operation operation;
    private final WalkStyle style;
    private final Deadline deadline;

    SnmpSession(SnmpPeer peer, Operation operation, WalkStyle style, Deadline deadline) {
        this.peer = peer;
        this.operation = operation;
        this.style = style;
        this.deadline = deadline;
    }

    @Override
    public OltId olt() {
        return peer.settings().olt();
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public Duration remaining() {
        return deadline.remaining();
    }

    @Override
    public Map<Oid, SnmpValue> get(Collection<Oid> objects) {
        Map<Oid, SnmpValue> found = new HashMap<>();
        List<Oid> all = List.copyOf(objects);
        for (int from = 0; from < all.size(); from += MAX_OBJECTS) {
            get(all.subList(from, Math.min(all.size(), from + MAX_OBJECTS)), found);
        }
        return found;
    }

    @Override
    public void walk(Walk walk, Predicate<Row> visitor) {
        if (style == WalkStyle.UNSORTED) {
            new UnsortedWalk(this, walk).run(visitor);
        } else {
            new SortedWalk(this, walk, repetitions()).run(visitor);
        }
    }

    @Override
    public void set(List<VarBind> objects) {
        if (objects.isEmpty()) {
            throw new IllegalArgumentException("a set needs at least one object");
        }
        List<VariableBinding> wire = objects.stream()
                .map(object -> new VariableBinding(Wire.toWire(object.oid()), Wire.toWire(object.value())))
                .toList();
        Question question = new Question(this, deadline, PDU.SET, wire, 0);
        PDU answer = peer.write(question);
        if (answer.getErrorStatus() != PDU.noError) {
            throw question.refused(answer);
        }
        refuseMissing(answer);
    }

    /** Asks for what follows these objects, in one request. */
    List<VariableBinding> next(List<Oid> objects, int repetitions) {
        int type = repetitions > 1 ? PDU.GETBULK : PDU.GETNEXT;
        Question question = new Question(this, deadline, type, wire(objects), repetitions);
        return checked(question, peer.read(question));
    }

    private int repetitions() {
        return style == WalkStyle.NEXT ? 1 : peer.settings().maxRepetitions();
    }

    private void get(List<Oid> objects, Map<Oid, SnmpValue> found) {
        Question question = new Question(this, deadline, PDU.GET, wire(objects), 0);
        PDU answer = peer.read(question);
        if (answer.getErrorStatus() == PDU.tooBig && objects.size() > 1) {
            int half = objects.size() / 2;
            get(objects.subList(0, half), found);
            get(objects.subList(half, objects.size()), found);
            return;
        }
        for (VariableBinding object : checked(question, answer)) {
            if (!object.isException()) {
                found.put(Wire.fromWire(object.getOid()), Wire.fromWire(object.getVariable()));
            }
        }
    }

    private static List<VariableBinding> checked(Question question, PDU answer) {
        if (answer.getErrorStatus() != PDU.noError) {
            throw question.refused(answer);
        }
        return List.copyOf(answer.getVariableBindings());
    }

    /** Some agents answer a set of what does not exist with success, and say noSuchInstance in its place. */
    private void refuseMissing(PDU answer) {
        for (VariableBinding object : answer.getVariableBindings()) {
            if (object.isException()) {
                throw fault(
                        OltFault.Kind.NOT_FOUND,
                        Wire.fromWire(object.getOid()).toString(),
                        object.getVariable() + " in an answer without an error");
            }
        }
    }

    private static List<VariableBinding> wire(List<Oid> objects) {
        return objects.stream()
                .map(object -> new VariableBinding(Wire.toWire(object)))
                .toList();
    }
}
