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
import org.snmp4j.smi.Null;
import org.snmp4j.smi.VariableBinding;

/**
 * Walks a table whose rows come in any order: column by column, and the rows are handed on once all are there. A row with a cell that
 * the device has no value for is passed over and told.
 */
final class UnsortedWalk {
    private final SnmpSession session;
    private final Walk walk;
    private final UnreadableRows unreadable;
    private final Map<Oid, Map<Oid, SnmpValue>> rows = new TreeMap<>();
    private final Set<Oid> passedOver = new HashSet<>();

    UnsortedWalk(SnmpSession session, Walk walk, UnreadableRows unreadable) {
        this.session = session;
        this.walk = walk;
        this.unreadable = unreadable;
    }

    void run(Predicate<Row> visitor) {
        walk.columns().forEach(this::column);
        for (Map.Entry<Oid, Map<Oid, SnmpValue>> row : rows.entrySet()) {
            if (!passedOver.contains(row.getKey()) && !visitor.test(new Row(row.getKey(), row.getValue()))) {
                return;
            }
        }
    }

    private void column(Oid column) {
        Oid under = column.append(walk.under());
        Set<Oid> seen = new HashSet<>();
        Oid at = under;
        while (true) {
            VariableBinding cell = next(at);
            at = Snmp4jTypes.fromSnmp4j(cell.getOid());
            if (cell.getVariable().equals(Null.endOfMibView) || !at.startsWith(under)) {
                return;
            }
            if (at.equals(under) || !seen.add(at)) {
                throw session.fault(
                        OltFault.Kind.DEVICE_ERROR,
                        at.toString(),
                        Snmp4jTypes.hasValue(cell) ? "the walk goes in a circle" : Snmp4jTypes.notAValue(cell));
            }
            take(column, at.after(column), cell);
        }
    }

    private VariableBinding next(Oid at) {
        List<VariableBinding> answer = session.next(List.of(at), 1);
        if (answer.isEmpty()) {
            throw session.fault(OltFault.Kind.DEVICE_ERROR, at.toString(), "an answer without an object");
        }
        return answer.get(0);
    }

    private void take(Oid column, Oid index, VariableBinding cell) {
        if (Snmp4jTypes.hasValue(cell)) {
            rows.computeIfAbsent(index, key -> new HashMap<>()).put(column, Snmp4jTypes.fromSnmp4j(cell.getVariable()));
        } else if (passedOver.add(index)) {
            unreadable.add(column.append(index).toString(), Snmp4jTypes.notAValue(cell));
        }
        if (rows.size() > walk.limit()) {
            throw session.fault(OltFault.Kind.TOO_BIG, column.toString(), "more than " + walk.limit() + " rows");
        }
    }
}
