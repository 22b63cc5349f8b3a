package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snmp4j.smi.VariableBinding;

/** Gets a walk past a cell that the device answers with genErr: finds out which it is. */
final class UnreadableCells {
    /** As many ONUs as a PON port can have, and some more. */
    private static final int MAX_TRIES = 130;

    private static final int MAX_COLUMNS = 40;

    private final RowRequests requests;
    private final Oid reached;

    UnreadableCells(RowRequests requests, Oid reached) {
        this.requests = requests;
        this.reached = reached;
    }

    /** Whether the fault of a request may be about one cell, so that others can be read. */
    static boolean isUnreadable(OltFault fault) {
        return fault.kind() == OltFault.Kind.DEVICE_ERROR;
    }

    /** The next cell of a column; empty if it cannot be read. */
    Optional<VariableBinding> next(Oid column) {
        return after(column, reached);
    }

    /**
     * The index of the row whose cell cannot be read. Other columns tell it, of the walk or of the same table; where none does, the indexes
     * after the last one are tried in turn, until the device answers.
     *
     * @param read the cells of other columns of the walk that follow
     * @param under what the index begins with, so that the number after it is the ONU's
     * @throws OltFault the fault that is given, if it is not found
     */
    Oid indexOfUnreadable(List<Oid> columns, Map<Oid, VariableBinding> read, Oid under, OltFault fault) {
        return toldBy(read, under)
                .or(() -> toldBySibling(columns.get(0), under))
                .or(() -> tried(columns.get(0), under))
                .orElseThrow(() -> fault);
    }

    private static Optional<Oid> toldBy(Map<Oid, VariableBinding> read, Oid under) {
        return read.entrySet().stream()
                .flatMap(cell -> index(cell.getKey(), cell.getValue(), under).stream())
                .min(Oid::compareTo);
    }

    /** The columns of a table are numbered from 1, and have the same index. */
    private Optional<Oid> toldBySibling(Oid column, Oid under) {
        Oid entry = column.first(column.size() - 1);
        for (int number = 1; number <= MAX_COLUMNS; number++) {
            Oid sibling = entry.append(number);
            Optional<Oid> told = sibling.equals(column)
                    ? Optional.empty()
                    : next(sibling).flatMap(cell -> index(sibling, cell, under));
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private Optional<Oid> tried(Oid column, Oid under) {
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            Oid index = after(tries, under.size());
            if (after(column, index).isPresent()) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static Optional<Oid> index(Oid column, VariableBinding cell, Oid under) {
        Oid name = Snmp4jTypes.fromSnmp4j(cell.getOid());
        boolean inTable = !cell.isException() && name.startsWith(column.append(under));
        return inTable ? Optional.of(name.after(column)) : Optional.empty();
    }

    /** So many places after what was reached; the first place is 0 where no row was reached yet. */
    private Oid after(int places, int least) {
        if (reached.size() <= least) {
            return reached.append(places - 1);
        }
        long[] numbers = reached.toArray();
        numbers[numbers.length - 1] += places;
        return Oid.of(Arrays.copyOf(numbers, numbers.length));
    }

    private Optional<VariableBinding> after(Oid column, Oid index) {
        try {
            return requests.after(index, List.of(column), 1).stream().findFirst();
        } catch (OltFault fault) {
            if (isUnreadable(fault)) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
