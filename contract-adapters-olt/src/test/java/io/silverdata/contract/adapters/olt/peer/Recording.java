package io.silverdata.contract.adapters.olt.peer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What snmpsim plays: object identifiers and their values, made up by the test. Not safe for use by several threads. */
public final class Recording {
    private static final Comparator<String> IN_ORDER_OF_THE_TREE =
            (left, right) -> Arrays.compare(subIdentifiers(left), subIdentifiers(right));

    private final Map<String, String> lines = new TreeMap<>(IN_ORDER_OF_THE_TREE);

    /** An INTEGER. */
    public Recording integer(String oid, int value) {
        return line(oid, "2", Integer.toString(value));
    }

    /** A Gauge32. */
    public Recording gauge(String oid, long value) {
        return line(oid, "66", Long.toString(value));
    }

    /** An OBJECT IDENTIFIER. */
    public Recording oid(String oid, String value) {
        return line(oid, "6", value);
    }

    /** An OCTET STRING. */
    public Recording octets(String oid, byte... value) {
        return line(oid, "4x", HexFormat.of().formatHex(value));
    }

    /** An OCTET STRING of printable characters. */
    public Recording text(String oid, String value) {
        return line(oid, "4", value);
    }

    /** An INTEGER that a SET changes, for later readers as well. */
    public Recording writableInteger(String oid, int value) {
        return line(oid, "2:writecache", "value=" + value);
    }

    /** An INTEGER that a SET changes, and that refuses one value with {@code wrongValue}. */
    public Recording writableIntegerBut(String oid, int value, int refused) {
        return line(oid, "2:writecache", "value=" + value + ",vlist=eq:" + refused + ":wrongvalue");
    }

    /**
     * An INTEGER whose SET ends in an error.
     *
     * @param status as snmpsim calls it, for example {@code commitfailed}
     */
    public Recording failing(String oid, int value, String status) {
        return line(oid, "2:error", "op=set,status=" + status + ",value=" + value);
    }

    String text() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "|" + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private Recording line(String oid, String tag, String value) {
        lines.put(oid, tag + "|" + value);
        return this;
    }

    private static long[] subIdentifiers(String oid) {
        return Arrays.stream(oid.split("\\.")).mapToLong(Long::parseLong).toArray();
    }
}
