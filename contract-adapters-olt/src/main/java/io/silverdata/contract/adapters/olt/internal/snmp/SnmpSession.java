package io.silverdata.contract.adapters.olt.internal.snmp;

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

/** A session over SNMP4J. */
final class SnmpSession implements OltSession {
    private static final int MAX_OBJECTS = 20;

    private final SnmpClient client;
    private final Operation operation;
    private final WalkStyle style;
    private final Deadline deadline;

    SnmpSession(SnmpClient client, Operation operation, WalkStyle style, Deadline deadline) {
        this.client = client;
        this.operation = operation;
        this.style = style;
        this.deadline = deadline;
    }

    @Override
    public OltId olt() {
        return client.settings().olt();
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
        List<VariableBinding> bindings = objects.stream()
                .map(object ->
                        new VariableBinding(Snmp4jTypes.toSnmp4j(object.oid()), Snmp4jTypes.toSnmp4j(object.value())))
                .toList();
        SnmpRequest request = new SnmpRequest(this, deadline, PDU.SET, bindings, 0);
        refuseMissing(checked(request, client.write(request)));
    }

    /** Asks for what follows these objects, in one request. */
    List<VariableBinding> next(List<Oid> objects, int repetitions) {
        int type = repetitions > 1 ? PDU.GETBULK : PDU.GETNEXT;
        SnmpRequest request = new SnmpRequest(this, deadline, type, bindings(objects), repetitions);
        return checked(request, client.read(request));
    }

    private int repetitions() {
        return style == WalkStyle.NEXT ? 1 : client.settings().maxRepetitions();
    }

    private void get(List<Oid> objects, Map<Oid, SnmpValue> found) {
        SnmpRequest request = new SnmpRequest(this, deadline, PDU.GET, bindings(objects), 0);
        PDU response = client.read(request);
        if (response.getErrorStatus() == PDU.tooBig && objects.size() > 1) {
            int half = objects.size() / 2;
            get(objects.subList(0, half), found);
            get(objects.subList(half, objects.size()), found);
            return;
        }
        for (VariableBinding object : checked(request, response)) {
            if (!object.isException()) {
                found.put(Snmp4jTypes.fromSnmp4j(object.getOid()), Snmp4jTypes.fromSnmp4j(object.getVariable()));
            }
        }
    }

    private static List<VariableBinding> checked(SnmpRequest request, PDU response) {
        if (response.getErrorStatus() != PDU.noError) {
            throw SnmpErrors.ofResponse(request, response);
        }
        return List.copyOf(response.getVariableBindings());
    }

    /** Some agents answer a set of what does not exist with success, and say noSuchInstance in its place. */
    private void refuseMissing(List<VariableBinding> response) {
        for (VariableBinding object : response) {
            if (object.isException()) {
                throw fault(
                        OltFault.Kind.NOT_FOUND,
                        Snmp4jTypes.fromSnmp4j(object.getOid()).toString(),
                        object.getVariable() + " in an answer without an error");
            }
        }
    }

    private static List<VariableBinding> bindings(List<Oid> objects) {
        return objects.stream()
                .map(object -> new VariableBinding(Snmp4jTypes.toSnmp4j(object)))
                .toList();
    }
}
