package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.snmp4j.smi.VariableBinding;

/**
 * Walks some columns of a table side by side. After each answer the rows up to the index that every unfinished column has
 * reached are complete, whatever cells the device lacks; they are handed on, and the next request begins there.
 */
final class SortedWalk {
    private final SnmpSession session;
    private final Walk walk;
    private final Set<Oid> unfinished;
    private Oid reached;
    private int repetitions;
    private int rows;

    SortedWalk(SnmpSession session, Walk walk, int repetitions) {
        this.session = session;
        this.walk = walk;
        this.repetitions = repetitions;
        this.unfinished = new HashSet<>(walk.columns());
        this.reached = walk.under();
    }

    void run(Predicate<Row> visitor) {
        while (!unfinished.isEmpty()) {
            List<Oid> columns =
                    walk.columns().stream().filter(unfinished::contains).toList();
            NavigableMap<Oid, Map<Oid, SnmpValue>> part = new TreeMap<>();
            Oid complete = take(columns, ask(columns), part);
            for (Map.Entry<Oid, Map<Oid, SnmpValue>> row :
                    part.headMap(complete, true).entrySet()) {
                if (!visit(new Row(row.getKey(), row.getValue()), visitor)) {
                    return;
                }
            }
            reached = complete;
        }
    }

    private boolean visit(Row row, Predicate<Row> visitor) {
        if (++rows > walk.limit()) {
            throw session.fault(
                    OltFault.Kind.TOO_BIG, walk.columns().get(0).toString(), "more than " + walk.limit() + " rows");
        }
        return visitor.test(row);
    }

    private List<VariableBinding> ask(List<Oid> columns) {
        List<Oid> objects =
                columns.stream().map(column -> column.append(reached)).toList();
        try {
            return session.next(objects, repetitions);
        } catch (OltFault fault) {
            if (fault.kind() != OltFault.Kind.TOO_BIG || repetitions == 1) {
                throw fault;
            }
            repetitions = Math.max(1, repetitions / 2);
            return ask(columns);
        }
    }

    /** Sorts the cells of an answer into rows; the answer is the index up to which rows are complete. */
    private Oid take(List<Oid> columns, List<VariableBinding> answer, Map<Oid, Map<Oid, SnmpValue>> part) {
        Map<Oid, Oid> last = new HashMap<>();
        columns.forEach(column -> last.put(column, reached));
        for (int i = 0; i < answer.size(); i++) {
            Oid column = columns.get(i % columns.size());
            if (unfinished.contains(column)) {
                take(column, answer.get(i), last, part);
            }
        }
        List<Oid> open = new ArrayList<>();
        columns.stream().filter(unfinished::contains).forEach(column -> open.add(last.getOrDefault(column, reached)));
        if (open.isEmpty()) {
            return part.keySet().stream().max(Oid::compareTo).orElse(reached);
        }
        Oid complete = open.stream().min(Oid::compareTo).orElse(reached);
        if (complete.equals(reached)) {
            throw session.fault(
                    OltFault.Kind.DEVICE_ERROR, columns.get(0).append(reached).toString(), "a walk does not go on");
        }
        return complete;
    }

    private void take(Oid column, VariableBinding cell, Map<Oid, Oid> last, Map<Oid, Map<Oid, SnmpValue>> part) {
        Oid name = Snmp4jTypes.fromSnmp4j(cell.getOid());
        if (cell.isException() || !name.startsWith(column.append(walk.under()))) {
            unfinished.remove(column);
            return;
        }
        Oid index = name.after(column);
        if (index.compareTo(last.getOrDefault(column, reached)) <= 0) {
            throw session.fault(OltFault.Kind.DEVICE_ERROR, name.toString(), "the walk goes back: not increasing");
        }
        last.put(column, index);
        part.computeIfAbsent(index, key -> new HashMap<>()).put(column, Snmp4jTypes.fromSnmp4j(cell.getVariable()));
    }
}
