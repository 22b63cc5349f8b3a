package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.snmp4j.smi.VariableBinding;

/** Walks a table whose rows come in any order: column by column, and the rows are handed on once all are there. */
final class UnsortedWalk {
    private final SnmpSession session;
    private final Walk walk;
    private final Map<Oid, Map<Oid, SnmpValue>> rows = new TreeMap<>();

    UnsortedWalk(SnmpSession session, Walk walk) {
        this.session = session;
        this.walk = walk;
    }

    void run(Predicate<Row> visitor) {
        walk.columns().forEach(this::column);
        for (Map.Entry<Oid, Map<Oid, SnmpValue>> row : rows.entrySet()) {
            if (!visitor.test(new Row(row.getKey(), row.getValue()))) {
                return;
            }
        }
    }

    private void column(Oid column) {
        Oid under = column.append(walk.under());
        Set<Oid> seen = new HashSet<>();
        Oid at = under;
        while (true) {
            List<VariableBinding> answer = session.next(List.of(at), 1);
            if (answer.isEmpty() || answer.get(0).isException()) {
                return;
            }
            at = Snmp4jTypes.fromSnmp4j(answer.get(0).getOid());
            if (!at.startsWith(under)) {
                return;
            }
            if (!seen.add(at)) {
                throw session.fault(OltFault.Kind.DEVICE_ERROR, at.toString(), "the walk goes in a circle");
            }
            take(column, at, Snmp4jTypes.fromSnmp4j(answer.get(0).getVariable()));
        }
    }

    private void take(Oid column, Oid name, SnmpValue value) {
        rows.computeIfAbsent(name.after(column), key -> new HashMap<>()).put(column, value);
        if (rows.size() > walk.limit()) {
            throw session.fault(OltFault.Kind.TOO_BIG, column.toString(), "more than " + walk.limit() + " rows");
        }
    }
}
