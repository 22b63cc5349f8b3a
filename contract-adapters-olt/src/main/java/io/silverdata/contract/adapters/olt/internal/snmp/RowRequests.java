package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.smi.VariableBinding;

/** Asks for the cells after an index in some columns, for as many rows at once as OLT and path can carry. */
final class RowRequests {
    private final SnmpSession session;
    private final AnswerSize size;
    private final int maxRows;

    RowRequests(SnmpSession session, AnswerSize size, int maxRows) {
        this.session = session;
        this.size = size;
        this.maxRows = maxRows;
    }

    int maxRows() {
        return maxRows;
    }

    /**
     * Asks for rows.
     *
     * @param rows the most
     * @return cells of the columns in turn, row by row
     */
    List<VariableBinding> after(Oid index, List<Oid> columns, int rows) {
        List<VariableBinding> answer = new ArrayList<>();
        int atOnce = Math.min(columns.size(), size.cells());
        for (int from = 0; from < columns.size(); from += atOnce) {
            List<Oid> some = columns.subList(from, Math.min(columns.size(), from + atOnce));
            boolean all = some.size() == columns.size();
            answer.addAll(ask(index, some, all ? Math.min(rows, size.cells() / some.size()) : 1));
        }
        return answer;
    }

    private List<VariableBinding> ask(Oid index, List<Oid> columns, int rows) {
        List<Oid> objects = columns.stream().map(column -> column.append(index)).toList();
        int cells = rows * columns.size();
        try {
            return session.next(objects, rows);
        } catch (OltFault fault) {
            if (cells == 1 || !session.isTooBig(fault, objects.get(0))) {
                throw fault;
            }
            size.tooMany(cells, fault.deviceError());
            return after(index, columns, rows);
        }
    }
}
