package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.agent.DefaultMOScope;
import org.snmp4j.agent.MOScope;
import org.snmp4j.agent.mo.GenericManagedObject;
import org.snmp4j.agent.request.Request;
import org.snmp4j.agent.request.SubRequest;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;

/**
 * All objects of a simulated device as one managed object of the agent library. A set reaches the device once, as a whole, when
 * its first part is prepared: the device checks everything before it changes anything, so there is nothing to undo.
 */
final class DeviceObjects implements GenericManagedObject {
    private static final MOScope EVERYTHING = new DefaultMOScope(new OID("1.0"), true, new OID("3"), false);

    private final SimulatedDevice device;
    private final Consumer<IllegalStateException> defects;

    /** @param defects is given what the device throws that is no refusal */
    DeviceObjects(SimulatedDevice device, Consumer<IllegalStateException> defects) {
        this.device = device;
        this.defects = defects;
    }

    @Override
    public MOScope getScope() {
        return EVERYTHING;
    }

    @Override
    // the agent library's word for "nothing there"
    @SuppressWarnings("NullAway")
    public @Nullable OID find(MOScope range) {
        return next(range).map(object -> Snmp4jTypes.toSnmp4j(object.getKey())).orElse(null);
    }

    @Override
    public void get(SubRequest<?> part) {
        Optional<SnmpValue> value = device.mib()
                .get(Snmp4jTypes.fromSnmp4j(part.getVariableBinding().getOid()));
        part.getVariableBinding().setVariable(value.map(Snmp4jTypes::toSnmp4j).orElse(Null.noSuchInstance));
        part.completed();
    }

    @Override
    // the library calls the other one, and wants this one all the same
    @SuppressWarnings("deprecation")
    public boolean next(SubRequest<?> part) {
        Optional<Map.Entry<Oid, SnmpValue>> next = next(part.getScope());
        next.ifPresent(object -> {
            part.getVariableBinding().setOid(Snmp4jTypes.toSnmp4j(object.getKey()));
            part.getVariableBinding().setVariable(Snmp4jTypes.toSnmp4j(object.getValue()));
            part.completed();
        });
        return next.isPresent();
    }

    @Override
    public void prepare(SubRequest<?> part) {
        if (part.getIndex() == 0) {
            set(part.getRequest());
        }
        part.completed();
    }

    @Override
    public void commit(SubRequest<?> part) {
        part.completed();
    }

    @Override
    public void undo(SubRequest<?> part) {
        part.completed();
    }

    @Override
    public void cleanup(SubRequest<?> part) {
        part.completed();
    }

    private void set(Request<?, ?, ?> request) {
        List<VarBind> objects = new ArrayList<>();
        for (int i = 0; i < request.size(); i++) {
            objects.add(new VarBind(
                    Snmp4jTypes.fromSnmp4j(request.get(i).getVariableBinding().getOid()),
                    Snmp4jTypes.fromSnmp4j(request.get(i).getVariableBinding().getVariable())));
        }
        try {
            device.set(objects);
        } catch (SnmpRefusal refusal) {
            request.get(Math.max(0, refusal.position() - 1))
                    .setErrorStatus(refusal.status().code());
        } catch (RuntimeException | Error defect) {
            defects.accept(
                    new IllegalStateException("the simulated device threw while it carried out " + objects, defect));
            request.get(0).setErrorStatus(SnmpRefusal.Status.GEN_ERR.code());
        }
    }

    private Optional<Map.Entry<Oid, SnmpValue>> next(MOScope range) {
        return device.mib()
                .next(Snmp4jTypes.fromSnmp4j(range.getLowerBound()), range.isLowerIncluded())
                .filter(object -> range.covers(Snmp4jTypes.toSnmp4j(object.getKey())));
    }
}
