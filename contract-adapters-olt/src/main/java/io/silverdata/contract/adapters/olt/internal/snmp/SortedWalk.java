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
import org.snmp4j.smi.Null;
import org.snmp4j.smi.VariableBinding;

/**
 * Walks some columns of a table side by side. After each answer the rows up to the index that every unfinished column has
 * reached are complete, whatever cells the device lacks; they are handed on, and the next request begins there. A row with a cell
 * that the device cannot read is passed over and told: it is there all the same.
 */
final class SortedWalk {
    private static final String BACK =
            "the walk goes back: not increasing. Where the tables of an OLT are not sorted, set its walkStyle to UNSORTED";

    private final SnmpSession session;
    private final Walk walk;
    private final RowRequests requests;
    private final UnreadableRows unreadable;
    private final Set<Oid> unfinished;
    private Oid reached;
    private int rows;

    SortedWalk(SnmpSession session, Walk walk, RowRequests requests, UnreadableRows unreadable) {
        this.session = session;
        this.walk = walk;
        this.requests = requests;
        this.unreadable = unreadable;
        this.unfinished = new HashSet<>(walk.columns());
        this.reached = walk.under();
    }

    /** The cells of a row that were read, and whether one of them could not be. */
    private static final class Cells {
        private final Map<Oid, SnmpValue> values = new HashMap<>();
        private boolean unreadable;
    }

    /** Walks to the end of the table, or until the visitor has seen enough. */
    void run(Predicate<Row> visitor) {
        while (!unfinished.isEmpty()) {
            List<Oid> columns =
                    walk.columns().stream().filter(unfinished::contains).toList();
            NavigableMap<Oid, Cells> part = new TreeMap<>();
            Oid complete = read(columns, part);
            for (Map.Entry<Oid, Cells> row : part.headMap(complete, true).entrySet()) {
                if (!row.getValue().unreadable && !visit(new Row(row.getKey(), row.getValue().values), visitor)) {
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

    /** Reads the next rows, fewer of them where the device answers genErr; the answer is the index up to which rows are complete. */
    private Oid read(List<Oid> columns, NavigableMap<Oid, Cells> part) {
        for (int atOnce = requests.maxRows(); ; atOnce = Math.max(1, atOnce / 2)) {
            List<VariableBinding> answer;
            try {
                answer = requests.after(reached, columns, atOnce);
            } catch (OltFault fault) {
                if (!UnreadableCells.isUnreadable(fault)) {
                    throw fault;
                }
                if (atOnce == 1) {
                    return takeOneByOne(columns, fault, part);
                }
                continue;
            }
            return take(columns, answer, part);
        }
    }

    /** The next row, column by column: one of its cells cannot be read. */
    private Oid takeOneByOne(List<Oid> columns, OltFault fault, NavigableMap<Oid, Cells> part) {
        UnreadableCells cells = new UnreadableCells(requests, reached);
        Map<Oid, VariableBinding> read = new HashMap<>();
        columns.forEach(column -> cells.next(column).ifPresent(cell -> read.put(column, cell)));
        Oid bad = cells.indexOfUnreadable(columns, read, walk.under(), fault);
        Map<Oid, Oid> last = new HashMap<>();
        for (Oid column : columns) {
            VariableBinding cell = read.get(column);
            if (cell == null) {
                passOver(column, bad, fault.deviceError(), part);
                last.put(column, bad);
            } else {
                take(column, cell, last, part);
            }
        }
        return complete(columns, last, part);
    }

    /** Sorts the cells of an answer into rows. */
    private Oid take(List<Oid> columns, List<VariableBinding> answer, NavigableMap<Oid, Cells> part) {
        Map<Oid, Oid> last = new HashMap<>();
        for (int i = 0; i < answer.size(); i++) {
            Oid column = columns.get(i % columns.size());
            if (unfinished.contains(column)) {
                take(column, answer.get(i), last, part);
            }
        }
        return complete(columns, last, part);
    }

    private Oid complete(List<Oid> columns, Map<Oid, Oid> last, NavigableMap<Oid, Cells> part) {
        List<Oid> open = new ArrayList<>();
        columns.stream().filter(unfinished::contains).forEach(column -> open.add(last.getOrDefault(column, reached)));
        if (open.isEmpty()) {
            return part.isEmpty() ? reached : part.lastKey();
        }
        Oid complete = open.stream().min(Oid::compareTo).orElse(reached);
        if (complete.equals(reached)) {
            throw session.fault(
                    OltFault.Kind.DEVICE_ERROR, columns.get(0).append(reached).toString(), "a walk does not go on");
        }
        return complete;
    }

    private void take(Oid column, VariableBinding cell, Map<Oid, Oid> last, Map<Oid, Cells> part) {
        Oid name = Snmp4jTypes.fromSnmp4j(cell.getOid());
        if (cell.getVariable().equals(Null.endOfMibView) || !name.startsWith(column.append(walk.under()))) {
            unfinished.remove(column);
            return;
        }
        Oid index = name.after(column);
        if (index.compareTo(last.getOrDefault(column, reached)) <= 0) {
            throw session.fault(
                    OltFault.Kind.DEVICE_ERROR,
                    name.toString(),
                    Snmp4jTypes.hasValue(cell) ? BACK : Snmp4jTypes.notAValue(cell));
        }
        last.put(column, index);
        if (Snmp4jTypes.hasValue(cell)) {
            part.computeIfAbsent(index, key -> new Cells())
                    .values
                    .put(column, Snmp4jTypes.fromSnmp4j(cell.getVariable()));
        } else {
            passOver(column, index, Snmp4jTypes.notAValue(cell), part);
        }
    }

    private void passOver(Oid column, Oid index, String why, Map<Oid, Cells> part) {
        part.computeIfAbsent(index, key -> new Cells()).unreadable = true;
        unreadable.add(column.append(index).toString(), why);
    }
}
