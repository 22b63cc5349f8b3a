package io.silverdata.contract.adapters.radius.internal.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of attributes of FreeRADIUS, and how another one is merged into it: each row by its operator, and only against
 * what was in the list before the merge. Not thread-safe.
 */
final class PairList {
    private static final Set<String> ADDED_IF_ABSENT = Set.of(":=", "=", "<=", ">=");

    private List<Row> rows = List.of();

    List<Row> rows() {
        return rows;
    }

    void merge(List<Row> from) {
        List<@Nullable Row> before = new ArrayList<>(rows);
        boolean[] edited = new boolean[before.size()];
        List<Row> appended = new ArrayList<>();
        for (Row row : from) {
            if (row.op().equals("+=") || !edit(row, before, edited)) {
                appended.add(row);
            }
        }
        List<Row> after = new ArrayList<>();
        for (Row row : before) {
            if (row != null) {
                after.add(row);
            }
        }
        after.addAll(appended);
        rows = List.copyOf(after);
    }

    /** Whether the row is done with; else it is appended. */
    private static boolean edit(Row row, List<@Nullable Row> before, boolean[] edited) {
        for (int i = 0; i < before.size(); i++) {
            Row present = before.get(i);
            if (present == null || edited[i] || !present.dictionaryName().equals(row.dictionaryName())) {
                continue;
            }
            switch (row.op()) {
                case ":=" -> {
                    before.set(i, row);
                    edited[i] = true;
                    return true;
                }
                case "=" -> {
                    return true;
                }
                case "==" -> {
                    if (!AttributeValue.isSame(row, present)) {
                        before.set(i, null);
                    }
                }
                case "-=" -> {
                    if (AttributeValue.isSame(row, present)) {
                        before.set(i, null);
                    }
                }
                case "!*" -> before.set(i, null);
                default -> {
                    // no operator of a reply: the row does nothing
                }
            }
        }
        return !ADDED_IF_ABSENT.contains(row.op());
    }
}
