package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every object that a simulated device has at this moment. Safe for use by several threads. */
public final class SimulatedMib {
    private final NavigableMap<Oid, SnmpValue> objects = new ConcurrentSkipListMap<>();

    /** Without objects. */
    SimulatedMib() {}

    /** Gives an object a value. */
    public void put(Oid object, SnmpValue value) {
        objects.put(object, value);
    }

    /** Gives an object a number of type INTEGER. */
    public void put(Oid object, int value) {
        put(object, SnmpValue.of(value));
    }

    /** Gives an object a text. */
    public void put(Oid object, String value) {
        put(object, SnmpValue.of(value));
    }

    /** Takes an object away, if there is one. */
    public void remove(Oid object) {
        objects.remove(object);
    }

    /** An object's value. */
    public Optional<SnmpValue> get(Oid object) {
        return Optional.ofNullable(objects.get(object));
    }

    /** A number. */
    public long number(Oid object) {
        return get(object).orElseThrow().number().orElseThrow();
    }

    /** A text. */
    public String text(Oid object) {
        return ((SnmpValue.Octets) get(object).orElseThrow()).text();
    }

    /** The objects whose names begin so, by what follows; a copy. */
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

    /** Takes every object away whose name begins so. */
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
