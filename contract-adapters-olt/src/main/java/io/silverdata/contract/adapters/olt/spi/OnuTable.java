package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The table of ONUs of a make that indexes it by the interface index of the PON port and the ONU's number there: {@code INDEX { ifIndex,
 * onuId }}. What every driver of such a make does with it. Safe for use by several threads.
 */
public final class OnuTable {
    private static final int NUMBERS = 2;

    private final PonPortNames ports;
    private final Oid serial;
    private final int firstId;
    private final int lastId;

    /**
     * A table.
     *
     * @param serial the column with the serial number
     * @param firstId the lowest number of an ONU at a PON port, 0 or 1
     * @param lastId the highest
     */
    public OnuTable(PonPortNames ports, Oid serial, int firstId, int lastId) {
        this.ports = ports;
        this.serial = serial;
        this.firstId = firstId;
        this.lastId = lastId;
    }

    /** Finds an ONU at whatever PON port, as {@link OltDriver#find} wants it. */
    public Optional<OnuRef> find(OltSession session, OnuSerial wanted) {
        return session.first(Walk.of(serial), row -> row.hasSerial(serial, wanted))
                .map(row -> new OnuRef(ports.port(session, row.index().get(0)), id(row), wanted));
    }

    /**
     * Where an ONU that is to be registered gets its place: under the lowest number that is free at its PON port.
     *
     * @throws OltFault {@code NOT_FOUND} if the OLT has no such PON port; {@code NO_CAPACITY} if every number is taken
     */
    public OnuRef place(OltSession session, RegisterOnu order) {
        Set<Integer> taken = session.rows(Walk.of(serial).under(ports.ifIndex(session, order.port()))).stream()
                .map(OnuTable::id)
                .collect(Collectors.toSet());
        return new OnuRef(order.port(), OnuIds.free(session, order.port(), taken, firstId, lastId), order.serial());
    }

    /** The index of an ONU's row. */
    public Oid index(OltSession session, OnuRef onu) {
        return Oid.of(ports.ifIndex(session, onu.port()), onu.id());
    }

    /**
     * Reads cells of an ONU's row.
     *
     * @return empty if the ONU is not registered there any more: there is no row, or it is another ONU's by now
     */
    public Optional<Row> row(OltSession session, OnuRef onu, List<Oid> columns) {
        return Optional.of(session.row(index(session, onu), withSerial(columns)))
                .filter(row -> row.hasSerial(serial, onu.serial()));
    }

    /** Reads cells of the rows of a PON port, side by side, and gives each ONU with its row as it arrives, in the order of their numbers. */
    public void walk(OltSession session, PonPortId port, List<Oid> columns, BiConsumer<OnuRef, Row> onus) {
        session.walk(Walk.of(withSerial(columns)).under(ports.ifIndex(session, port)), row -> {
            row.serial(serial).ifPresent(found -> onus.accept(new OnuRef(port, id(row), found), row));
            return true;
        });
    }

    private List<Oid> withSerial(List<Oid> columns) {
        List<Oid> all = new ArrayList<>(columns);
        if (!columns.contains(serial)) {
            all.add(serial);
        }
        return all;
    }

    private static int id(Row row) {
        return (int) row.index().get(NUMBERS - 1);
    }
}
