package io.silverdata.contract.adapters.olt.internal.snmp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows that an OLT has and could not read: walks go on without them and report them to the caller. Not safe for use by several threads.
 */
public final class UnreadableRows {
    private static final int MAX_SHOWN = 5;

    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** None yet. */
    public UnreadableRows() {}

    /** Whether every row was read. */
    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** One more, because of this cell; told once. */
    public void add(String cell, String why) {
        reasons.putIfAbsent(cell, why);
    }

    /** As {@code could not be read: 1.3.6.1.4.1.2011.6.128.1.1.2.43.1.3.4194304000.5: General error(5)}. */
    @Override
    public String toString() {
        String more = reasons.size() > MAX_SHOWN ? "; and " + (reasons.size() - MAX_SHOWN) + " more" : "";
        return reasons.entrySet().stream()
                .limit(MAX_SHOWN)
                .map(reason -> reason.getKey() + ": " + reason.getValue())
                .collect(Collectors.joining("; ", "could not be read: ", more));
    }
}
