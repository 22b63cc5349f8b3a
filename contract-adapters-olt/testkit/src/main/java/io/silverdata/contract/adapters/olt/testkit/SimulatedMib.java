package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Every object that a simulated device has at this moment, with its value: what GET, GETNEXT and GETBULK answer. A device puts here
 * what can only be read, and a {@link SimulatedTable} keeps its cells here. Objects have no types beyond those of their values, and
 * nothing here can be written over SNMP unless a table or {@link SimulatedDevice#prepare} takes it. Safe for use by several threads.
 */
public final class SimulatedMib {
    private final NavigableMap<Oid, SnmpValue> objects = new ConcurrentSkipListMap<>();

    SimulatedMib() {}

    /** Gives an object a value, whether or not it has one. */
    public void put(Oid object, SnmpValue value) {
        objects.put(object, value);
    }

    /** Gives an object a number of type INTEGER. */
    public void put(Oid object, int value) {
        put(object, SnmpValue.of(value));
    }

    /** Gives an object a text: an OCTET STRING in UTF-8. */
    public void put(Oid object, String value) {
        put(object, SnmpValue.of(value));
    }

    /** Takes an object away, if there is one. */
    public void remove(Oid object) {
        objects.remove(object);
    }

    /** An object's value; empty if there is no such object. */
    public Optional<SnmpValue> get(Oid object) {
        return Optional.ofNullable(objects.get(object));
    }

    /**
     * An object's number.
     *
     * @throws NoSuchElementException if there is no such object, or it has no number
     */
    public long number(Oid object) {
        return get(object).orElseThrow().number().orElseThrow();
    }

    /**
     * An object's text.
     *
     * @throws NoSuchElementException if there is no such object
     * @throws ClassCastException if it has no text
     */
    public String text(Oid object) {
        return ((SnmpValue.Octets) get(object).orElseThrow()).text();
    }

    /** The objects whose names begin so, by the rest of their names, in their order; a copy. */
    public NavigableMap<Oid, SnmpValue> under(Oid prefix) {
        NavigableMap<Oid, SnmpValue> found = new ConcurrentSkipListMap<>();
        for (Map.Entry<Oid, SnmpValue> object : objects.tailMap(prefix, false).entrySet()) {
            if (!object.getKey().startsWith(prefix)) {
                break;
            }
            found.put(object.getKey().after(prefix), object.getValue());
        }
        return found;
    }

    /** Takes every object away whose name begins so: a column, a table. */
    public void removeUnder(Oid prefix) {
        under(prefix).keySet().forEach(rest -> objects.remove(prefix.append(rest)));
    }

    Iterator<Map.Entry<Oid, SnmpValue>> after(Oid name) {
        return objects.tailMap(name, false).entrySet().iterator();
    }

    Optional<Map.Entry<Oid, SnmpValue>> next(Oid after, boolean inclusive) {
        return Optional.ofNullable(inclusive ? objects.ceilingEntry(after) : objects.higherEntry(after));
    }
}
