package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A conversation with one OLT for one operation. It ends at a deadline. Every failure is an {@link OltFault} that names OLT,
 * operation, object and the device's own error.
 *
 * <p>Reading is repeated a little when there is no answer. {@link #set} never is: what came of a set without an answer is
 * unknown, and only reading back tells. Not safe for use by several threads.
 */
public interface OltSession {

    /** Which OLT this is. */
    OltId olt();

    /** What is being done. */
    Operation operation();

    /** How long the conversation may last; zero or less once it is over. */
    Duration remaining();

    /**
     * Reads objects by their whole names.
     *
     * @param objects any number; more than one request is made where one would be too big
     * @return those that exist
     * @throws OltFault if the OLT does not answer or refuses
     */
    Map<Oid, SnmpValue> get(Collection<Oid> objects);

    /**
     * Reads rows in the order of their index, a few at a time, so that memory stays flat.
     *
     * @param walk which
     * @param visitor is given each row; false ends the walk
     * @throws OltFault if the OLT does not answer or refuses, goes round in circles, or has more rows than the limit
     */
    void walk(Walk walk, Predicate<Row> visitor);

    /**
     * Writes objects: exactly one request, sent exactly once, that the OLT carries out wholly or not at all.
     *
     * @param objects at least one, in the order in which they are sent
     * @throws OltFault of kind {@link OltFault.Kind#OUTCOME_UNKNOWN} if there was no answer; of another kind if the OLT
     *     refused, and then nothing changed
     */
    void set(List<VarBind> objects);

    /**
     * Writes objects, as {@link #set(List)} does.
     *
     * @param objects at least one, in the order in which they are sent
     * @throws OltFault as there
     */
    default void set(VarBind... objects) {
        set(List.of(objects));
    }

    /**
     * Reads one object.
     *
     * @return its value if it exists
     * @throws OltFault if the OLT does not answer or refuses
     */
    default Optional<SnmpValue> get(Oid object) {
        return Optional.ofNullable(get(List.of(object)).get(object));
    }

    /**
     * Reads rows into a list, in the order of their index.
     *
     * @throws OltFault if the OLT does not answer or refuses, goes round in circles, or has more rows than the limit
     */
    default List<Row> rows(Walk walk) {
        List<Row> rows = new ArrayList<>();
        walk(walk, rows::add);
        return rows;
    }

    /**
     * Reads cells of one row of a table.
     *
     * @param index which row
     * @param columns which cells
     * @return the row with those cells that exist, maybe none
     * @throws OltFault if the OLT does not answer or refuses
     */
    default Row row(Oid index, Collection<Oid> columns) {
        Map<Oid, Oid> objects = new LinkedHashMap<>();
        columns.forEach(column -> objects.put(column.append(index), column));
        Map<Oid, SnmpValue> cells = new LinkedHashMap<>();
        get(objects.keySet()).forEach((object, value) -> cells.put(objects.get(object), value));
        return new Row(index, cells);
    }

    /**
     * Reads rows until one is as wanted, and no further than the answer that holds it.
     *
     * @return the first such row, in the order of their index
     * @throws OltFault if the OLT does not answer or refuses, goes round in circles, or has more rows than the limit
     */
    default Optional<Row> first(Walk walk, Predicate<Row> wanted) {
        List<Row> found = new ArrayList<>(1);
        walk(walk, row -> !wanted.test(row) || !found.add(row));
        return found.stream().findFirst();
    }

    /**
     * A fault of this conversation, for what a driver finds out by itself.
     *
     * @param object what it is about, for people: a managed object, a profile, a PON port
     * @param detail what is wrong
     */
    default OltFault fault(OltFault.Kind kind, String object, String detail) {
        return new OltFault(kind, olt(), operation(), object, detail);
    }

    /** The fault to throw where the OLT has no such PON port: {@code NOT_FOUND}. */
    default OltFault noSuchPort(PonPortId port) {
        return fault(OltFault.Kind.NOT_FOUND, "PON port " + port, "the OLT has none there");
    }

    /** The fault to throw where an ONU is not registered any more: {@code NOT_FOUND}. */
    default OltFault notRegistered(OnuRef onu) {
        return fault(OltFault.Kind.NOT_FOUND, onu.toString(), "not registered there any more");
    }
}
