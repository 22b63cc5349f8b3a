package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table of a simulated device that can be written over SNMP. Declare its writable columns, and what else the device refuses or
 * does in {@link Rules}:
 *
 * <pre>{@code
 * SimulatedTable onus = table(ONU) // a cell is ONU.column.index
 *         .octets(2, 8, 8)         // serial number: 8 octets, required when a row is made
 *         .integers(6, 1, 2)       // administrative state: 1 or 2 ...
 *         .byDefault(6, SnmpValue.of(1)) // ... and 1 unless a set says otherwise
 *         .rowStatus(7)            // rows are made and destroyed with it
 *         .rules(new OnuRules());
 * }</pre>
 *
 * <p>Checked for every cell, in the order of RFC 3416 section 4.2.5: that the column can be written (notWritable), the type (wrongType),
 * the length or range (wrongLength, wrongValue). Rows come and go by RowStatus (RFC 2579), as OLTs have it: createAndGo(4) makes a
 * row that does not exist and has all its cells (else inconsistentValue); destroy(6) destroys one, or does nothing where there is
 * none; active(1), or a set without RowStatus, overwrites cells of a row that exists (else inconsistentName). {@link
 * #createAndGoUpdates} and {@link #readOnly} are for makes that differ. A table without a
 * RowStatus column has the rows that the device {@link #put puts} there, and can only be overwritten (else noCreation).
 *
 * <p>Its limits: createAndWait(5) and notInService(2) are wrongValue; a row is checked before any other row of the same set is made, so
 * a row that needs another of the same set needs a {@link SimulatedDevice#prepare} of the device's own.
 *
 * <p>The cells live in the device's {@link SimulatedMib}, where it may put further columns that can only be read.
 */
public final class SimulatedTable {
    private static final int ACTIVE = 1;
    private static final int CREATE_AND_GO = 4;
    private static final int DESTROY = 6;

    private final SimulatedMib mib;
    private final Oid entry;
    private final Map<Long, Column> columns = new TreeMap<>();
    private long statusColumn = -1;
    private boolean createAndGoUpdates;
    private Rules rules = new Rules() {};

    /**
     * What a device refuses or does beyond types and ranges. The first three are called before anything is changed, and refuse by
     * throwing; the others when the whole set is carried out. Nothing else happens on the device meanwhile.
     */
    public interface Rules {
        /** A row is to be made with these cells, defaults included. */
        default void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {}

        /**
         * Cells of a row are to be overwritten.
         *
         * @param written the cells that the set says
         * @param row the whole row as it will be: the cells that stay as they are, with those that are written
         */
        default void changing(Oid index, Map<Long, SnmpValue> written, Map<Long, SnmpValue> row) throws SnmpRefusal {}

        /** A row that exists is to be destroyed. */
        default void destroying(Oid index) throws SnmpRefusal {}

        /** A row was made. */
        default void created(Oid index) {}

        /** Cells of a row were overwritten. */
        default void changed(Oid index, Map<Long, SnmpValue> cells) {}

        /** A row was destroyed, which had these cells. */
        default void destroyed(Oid index, Map<Long, SnmpValue> cells) {}
    }

    private record Column(
            Class<? extends SnmpValue> type, long min, long max, Optional<SnmpValue> byDefault, boolean writable) {
        static Column writable(Class<? extends SnmpValue> type, long min, long max) {
            return new Column(type, min, max, Optional.empty(), true);
        }

        /** As RFC 3416 section 4.2.5 orders the checks. */
        Optional<Status> objection(SnmpValue value) {
            if (!type.isInstance(value)) {
                return Optional.of(Status.WRONG_TYPE);
            }
            long measure = value instanceof SnmpValue.Octets octets
                    ? octets.length()
                    : value.number().orElse(0);
            boolean fits = measure >= min && measure <= max;
            Status misfit = value instanceof SnmpValue.Octets ? Status.WRONG_LENGTH : Status.WRONG_VALUE;
            return fits ? Optional.empty() : Optional.of(misfit);
        }
    }

    /** One cell of a set. */
    record Cell(int position, long column, SnmpValue value) {}

    /** @param entry the name of its entry object: a cell is {@code entry.column.index} */
    SimulatedTable(SimulatedMib mib, Oid entry) {
        this.mib = mib;
        this.entry = entry;
    }

    /** A writable column of type INTEGER, with its range. */
    public SimulatedTable integers(long column, long min, long max) {
        columns.put(column, Column.writable(SnmpValue.Int32.class, min, max));
        return this;
    }

    /** A writable column of type Gauge32 or Unsigned32, with its range. */
    public SimulatedTable unsigned(long column, long min, long max) {
        columns.put(column, Column.writable(SnmpValue.Unsigned32.class, min, max));
        return this;
    }

    /** A writable column of type OCTET STRING, with its lengths in octets; texts are such. */
    public SimulatedTable octets(long column, int minLength, int maxLength) {
        columns.put(column, Column.writable(SnmpValue.Octets.class, minLength, maxLength));
        return this;
    }

    /**
     * What a cell of a column is when a row is made by a set that does not say it. A column without it must be said.
     *
     * @throws IllegalArgumentException if there is no such column yet
     */
    public SimulatedTable byDefault(long column, SnmpValue value) {
        if (columns.computeIfPresent(
                        column,
                        (number, was) ->
                                new Column(was.type(), was.min(), was.max(), Optional.of(value), was.writable()))
                == null) {
            throw new IllegalArgumentException("column " + column + " is to be declared before its default");
        }
        return this;
    }

    /** The column of type RowStatus with which rows are made and destroyed. It reads active(1). */
    public SimulatedTable rowStatus(long column) {
        statusColumn = column;
        columns.put(
                column, new Column(SnmpValue.Int32.class, ACTIVE, DESTROY, Optional.of(SnmpValue.of(ACTIVE)), true));
        return this;
    }

    /**
     * A column that can only be read. Its cell comes and goes with the row, and the device overwrites it with {@link #put}; a set
     * of it is refused with notWritable.
     *
     * @param value what the cell is when the row is made
     */
    public SimulatedTable readOnly(long column, SnmpValue value) {
        columns.put(column, new Column(value.getClass(), 0, 0, Optional.of(value), false));
        return this;
    }

    /** Lets createAndGo(4) of a row that exists overwrite its cells, as some makes do, where RFC 2579 wants inconsistentValue. */
    public SimulatedTable createAndGoUpdates() {
        createAndGoUpdates = true;
        return this;
    }

    /** What the device refuses or does beyond types and ranges. */
    public SimulatedTable rules(Rules more) {
        rules = more;
        return this;
    }

    /** Gives a row these cells, as the device does by itself; rules are not asked. */
    public void put(Oid index, Map<Long, SnmpValue> cells) {
        cells.forEach((column, value) -> mib.put(cell(column, index), value));
    }

    /** Takes the cells of a row in the declared columns away, as the device does by itself; rules are not asked. */
    public void remove(Oid index) {
        columns.keySet().forEach(column -> mib.remove(cell(column, index)));
    }

    /** The indexes of all rows, in their order. */
    public NavigableSet<Oid> indexes() {
        NavigableSet<Oid> found = new TreeSet<>();
        columns.keySet().stream()
                .limit(1)
                .forEach(column -> found.addAll(mib.under(entry.append(column)).keySet()));
        return found;
    }

    /** Whether there is such a row. */
    public boolean contains(Oid index) {
        return columns.keySet().stream()
                .anyMatch(column -> mib.get(cell(column, index)).isPresent());
    }

    /** The value of a cell; empty if there is none. */
    public Optional<SnmpValue> value(long column, Oid index) {
        return mib.get(cell(column, index));
    }

    /** The cells of a row in the declared columns, by column. */
    public Map<Long, SnmpValue> cells(Oid index) {
        Map<Long, SnmpValue> cells = new TreeMap<>();
        columns.keySet().forEach(column -> value(column, index).ifPresent(value -> cells.put(column, value)));
        return cells;
    }

    Oid entry() {
        return entry;
    }

    Oid cell(long column, Oid index) {
        return entry.append(column).append(index);
    }

    /** Checks what is to be done to one row; the answer does it. */
    Runnable prepare(Oid index, NavigableMap<Integer, Cell> cells) throws SnmpRefusal {
        Map<Long, SnmpValue> written = new HashMap<>();
        for (Cell cell : cells.values()) {
            check(cell);
            written.put(cell.column(), cell.value());
        }
        Optional<Cell> status = cells.values().stream()
                .filter(cell -> cell.column() == statusColumn)
                .findFirst();
        int position = status.map(Cell::position).orElseGet(cells::firstKey);
        try {
            return change(index, written, status.flatMap(cell -> number(cell.value())));
        } catch (SnmpRefusal refusal) {
            throw refusal.orAt(position(cells, refusal).orElse(position));
        }
    }

    /** Where the set says the cell that a refusal is about. */
    private static Optional<Integer> position(NavigableMap<Integer, Cell> cells, SnmpRefusal refusal) {
        return cells.values().stream()
                .filter(cell -> refusal.column().equals(OptionalLong.of(cell.column())))
                .map(Cell::position)
                .findFirst();
    }

    private void check(Cell cell) throws SnmpRefusal {
        Column column = columns.get(cell.column());
        if (column == null || !column.writable()) {
            throw new SnmpRefusal(Status.NOT_WRITABLE, cell.position());
        }
        Optional<Status> objection = column.objection(cell.value());
        if (objection.isPresent()) {
            throw new SnmpRefusal(objection.get(), cell.position());
        }
    }

    private Runnable change(Oid index, Map<Long, SnmpValue> written, Optional<Integer> status) throws SnmpRefusal {
        if (status.isEmpty() || status.get() == ACTIVE) {
            return overwrite(index, written);
        }
        if (status.get() == CREATE_AND_GO) {
            return create(index, written);
        }
        if (status.get() == DESTROY) {
            return destroy(index);
        }
        throw new SnmpRefusal(Status.WRONG_VALUE);
    }

    private Runnable create(Oid index, Map<Long, SnmpValue> written) throws SnmpRefusal {
        if (contains(index) && createAndGoUpdates) {
            return overwrite(index, written);
        }
        if (contains(index)) {
            throw new SnmpRefusal(Status.INCONSISTENT_VALUE);
        }
        Map<Long, SnmpValue> cells = new TreeMap<>(written);
        cells.put(statusColumn, SnmpValue.of(ACTIVE));
        columns.forEach((number, column) -> column.byDefault().ifPresent(value -> cells.putIfAbsent(number, value)));
        for (long column : columns.keySet()) {
            if (!cells.containsKey(column)) {
                throw SnmpRefusal.ofColumn(Status.INCONSISTENT_VALUE, column);
            }
        }
        rules.creating(index, cells);
        return () -> {
            put(index, cells);
            rules.created(index);
        };
    }

    private Runnable overwrite(Oid index, Map<Long, SnmpValue> written) throws SnmpRefusal {
        if (!contains(index)) {
            throw new SnmpRefusal(statusColumn < 0 ? Status.NO_CREATION : Status.INCONSISTENT_NAME);
        }
        Map<Long, SnmpValue> cells = new TreeMap<>(written);
        if (statusColumn >= 0) {
            cells.put(statusColumn, SnmpValue.of(ACTIVE));
        }
        Map<Long, SnmpValue> row = cells(index);
        row.putAll(cells);
        rules.changing(index, written, row);
        return () -> {
            put(index, cells);
            rules.changed(index, written);
        };
    }

    private Runnable destroy(Oid index) throws SnmpRefusal {
        if (!contains(index)) {
            return () -> {};
        }
        rules.destroying(index);
        return () -> {
            Map<Long, SnmpValue> was = cells(index);
            remove(index);
            rules.destroyed(index, was);
        };
    }

    /** The rows as they are, to be put back by {@link #restore}. */
    Map<Oid, Map<Long, SnmpValue>> snapshot() {
        Map<Oid, Map<Long, SnmpValue>> rows = new HashMap<>();
        indexes().forEach(index -> rows.put(index, cells(index)));
        return rows;
    }

    void restore(Map<Oid, Map<Long, SnmpValue>> rows) {
        Set.copyOf(indexes()).forEach(index -> {
            Map<Long, SnmpValue> was = cells(index);
            remove(index);
            rules.destroyed(index, was);
        });
        rows.forEach((index, cells) -> {
            put(index, cells);
            rules.created(index);
        });
    }

    private static Optional<Integer> number(SnmpValue value) {
        return value.number().isPresent() ? Optional.of((int) value.number().getAsLong()) : Optional.empty();
    }
}
