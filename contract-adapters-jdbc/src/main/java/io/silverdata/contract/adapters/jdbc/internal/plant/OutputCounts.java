package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.SplitterOutput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many outputs have each state at the time <code>:now</code>. A column for each state: to group by a text that is made for each output
 * takes five times as long.
 */
final class OutputCounts {
    /** {@link SplitterOutput#state} of all that are not free. */
    private static final Map<PortState, String> CONDITIONS = new EnumMap<>(Map.of(
            PortState.RESERVED, claimed(PortState.RESERVED),
            PortState.IN_USE, claimed(PortState.IN_USE),
            PortState.BLOCKED, unclaimed(PortCondition.BLOCKED),
            PortState.FAULTY, unclaimed(PortCondition.FAULTY),
            PortState.QUARANTINED,
                    claimed(PortState.QUARANTINED) + " OR " + unclaimed(PortCondition.SERVICEABLE)
                            + " AND o.rest_until > :now"));

    /** What {@link #read} reads. */
    static final String COLUMNS = "c.outputs, "
            + CONDITIONS.keySet().stream().map(state -> "c." + column(state)).collect(Collectors.joining(", "));

    private static final String COUNTS = "COUNT(*) AS outputs, "
            + CONDITIONS.entrySet().stream()
                    .map(state -> "COUNT(CASE WHEN " + state.getValue() + " THEN 1 END) AS " + column(state.getKey()))
                    .collect(Collectors.joining(", "));

    private OutputCounts() {}

    /**
     * A table with a row of counts for each value of a column that outputs have, <code>counted_id</code>; to be called <code>c</code>.
     *
     * @param condition which outputs count
     */
    static String by(String column, String condition) {
        return "(SELECT o." + column + " AS counted_id, " + COUNTS + " FROM {output} o WHERE " + condition
                + " GROUP BY o." + column + ")";
    }

    /**
     * A table with one row of counts; to be called <code>c</code>.
     *
     * @param condition which outputs count
     */
    static String of(String condition) {
        return "(SELECT " + COUNTS + " FROM {output} o WHERE " + condition + ")";
    }

    /** The counts from a column on; all are 0 if there is no such row. */
    static Map<PortState, Integer> read(ResultSet row, int first) throws SQLException {
        Map<PortState, Integer> outputs = new EnumMap<>(PortState.class);
        int free = row.getInt(first);
        int column = first;
        for (PortState state : CONDITIONS.keySet()) {
            column++;
            int count = row.getInt(column);
            outputs.put(state, count);
            free -= count;
        }
        outputs.put(PortState.FREE, free);
        return outputs;
    }

    private static String claimed(PortState state) {
        return OutputRows.IS_LIVE + " AND o.claim_state = '" + state + "'";
    }

    private static String unclaimed(PortCondition condition) {
        return "NOT (" + OutputRows.IS_LIVE + ") AND o.usability = '" + condition + "'";
    }

    private static String column(PortState state) {
        return "n_" + state.name().toLowerCase(Locale.ROOT);
    }
}
