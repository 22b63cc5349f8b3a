package io.silverdata.contract.adapters.olt.internal.snmp;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that an OLT has and could not read: walks go on without them, and whoever asked is told. Not safe for use by several threads.
 */
public final class UnreadableRows {
    private static final int MAX_SHOWN = 5;

    private final List<String> rows = new ArrayList<>();

    /** None yet. */
    public UnreadableRows() {}

    /** Whether every row was read. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** One more. */
    public void add(String cell, String why) {
        rows.add(cell + ": " + why);
    }

    /** As {@code 2 rows could not be read: 1.3.6.1.4.1.2011.6.128.1.1.2.43.1.3.4194304000.5: genErr; ...}. */
    @Override
    public String toString() {
        String more = rows.size() > MAX_SHOWN ? "; and " + (rows.size() - MAX_SHOWN) + " more" : "";
        return rows.size() + (rows.size() == 1 ? " row" : " rows") + " could not be read: "
                + String.join("; ", rows.subList(0, Math.min(MAX_SHOWN, rows.size()))) + more;
    }
}
