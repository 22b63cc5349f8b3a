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
     * The index of the row whose cell cannot be read. Other columns tell it; where none does, the indexes after the last one are tried in
     * turn, until the device answers.
     *
     * @param read the cells of other columns that follow
     * @param least how many numbers of an index are given, so that the next one is the ONU's
     * @throws OltFault the fault that is given, if it is not found
     */
    Oid indexOfUnreadable(List<Oid> columns, Map<Oid, VariableBinding> read, int least, OltFault fault) {
        Optional<Oid> told = columns.stream()
                .filter(read::containsKey)
                .flatMap(column -> Optional.ofNullable(read.get(column)).stream()
                        .map(cell -> Snmp4jTypes.fromSnmp4j(cell.getOid()))
                        .filter(name -> name.startsWith(column))
                        .map(name -> name.after(column)))
                .min(Oid::compareTo);
        if (told.isPresent()) {
            return told.get();
        }
        Oid column = columns.get(0);
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            Oid index = after(tries, least);
            if (after(column, index).isPresent()) {
                return index;
            }
        }
        throw fault;
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
