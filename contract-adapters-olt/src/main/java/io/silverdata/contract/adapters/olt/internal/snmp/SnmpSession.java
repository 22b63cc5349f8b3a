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
import java.util.Optional;
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
    private final Optional<UnreadableRows> passedOver;

    /** @param passedOver where rows that cannot be read are told; where it is empty, walks end with a fault that tells them */
    SnmpSession(
            SnmpClient client,
            Operation operation,
            WalkStyle style,
            Deadline deadline,
            Optional<UnreadableRows> passedOver) {
        this.client = client;
        this.operation = operation;
        this.style = style;
        this.deadline = deadline;
        this.passedOver = passedOver;
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
        int from = 0;
        while (from < all.size()) {
            int to = Math.min(
                    all.size(), from + Math.min(MAX_OBJECTS, client.answerSize().cells()));
            get(all.subList(from, to), found);
            from = to;
        }
        return found;
    }

    @Override
    public void walk(Walk walk, Predicate<Row> visitor) {
        UnreadableRows unreadable = passedOver.orElseGet(UnreadableRows::new);
        boolean[] enough = new boolean[1];
        Predicate<Row> watched = row -> {
            boolean more = visitor.test(row);
            enough[0] = !more;
            return more;
        };
        if (style == WalkStyle.UNSORTED) {
            new UnsortedWalk(this, walk, unreadable).run(watched);
        } else {
            RowRequests requests = new RowRequests(this, client.answerSize(), repetitions());
            new SortedWalk(this, walk, requests, unreadable).run(watched);
        }
        if (passedOver.isEmpty() && !enough[0] && !unreadable.isEmpty()) {
            throw fault(OltFault.Kind.DEVICE_ERROR, walk.columns().get(0).toString(), unreadable.toString());
        }
    }

    private boolean answers(Oid object) {
        try {
            next(List.of(object), 1);
        } catch (OltFault fault) {
            if (fault.kind() == OltFault.Kind.UNREACHABLE) {
                throw fault;
            }
        }
        return true;
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
        try {
            checked(request, client.read(request)).forEach(object -> take(object, found));
        } catch (OltFault fault) {
            if (objects.size() == 1 || !isTooBig(fault, objects.get(0))) {
                throw fault;
            }
            client.answerSize().tooMany(objects.size(), fault.deviceError());
            int half = objects.size() / 2;
            get(objects.subList(0, half), found);
            get(objects.subList(half, objects.size()), found);
        }
    }

    /**
     * Whether the agent says so, or is silent though it answers a small request.
     *
     * @throws OltFault that of the small request, if the OLT does not answer it either
     */
    boolean isTooBig(OltFault fault, Oid smallRequest) {
        if (fault.kind() == OltFault.Kind.UNREACHABLE) {
            return answers(smallRequest);
        }
        return fault.kind() == OltFault.Kind.TOO_BIG;
    }

    private void take(VariableBinding object, Map<Oid, SnmpValue> found) {
        Oid name = Snmp4jTypes.fromSnmp4j(object.getOid());
        if (Snmp4jTypes.hasValue(object)) {
            found.put(name, Snmp4jTypes.fromSnmp4j(object.getVariable()));
        } else if (!object.isException()) {
            throw fault(OltFault.Kind.DEVICE_ERROR, name.toString(), "Null in place of a value");
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
