package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.TargetWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of a row of work that there are once for each target. A mark has a column of its own, which outweighs the others, so
 * that a settlement cannot overwrite it.
 */
final class TargetColumns {
    /** What there is to do about both targets: four columns for each, RADIUS first. */
    static final String WORK = each(target -> due(target) + ", " + unmarked(target, "attempts") + ", "
            + unmarked(target, "problem") + ", " + unmarked(target, "held_at"));

    /** Puts marks in the place of what was to be done before; the mark goes last, since MariaDB assigns from left to right. */
    static final String TAKE_MARKS = each(target -> target + "_attempts = " + unmarked(target, "attempts") + ", "
            + target
            + "_problem = " + unmarked(target, "problem") + ", " + target + "_held_at = "
            + unmarked(target, "held_at") + ", " + target + "_due_at = " + due(target) + ", " + target
            + "_marked_at = NULL");

    /** When the first target is due; null if both were done or given up. */
    static final String FIRST_DUE = earliest(due("access"), due("line"));

    static final String PARKED = "(" + parked("access") + " OR " + parked("line") + ")";
    static final String HELD = "(" + held("access") + " OR " + held("line") + ")";

    /** Of rows held before a revision, a mark for each target that is. */
    static final String WAKE = "turn_at = "
            + turn("lease_until", earliest(woken("access"), woken("line")))
            + ", access_marked_at = " + mark("access") + ", line_marked_at = " + mark("line");

    private static final int COLUMNS_OF_TARGET = 4;

    private TargetColumns() {}

    /** Reads the columns of {@link #WORK} of one target. */
    static TargetWork read(ResultSet row, int first, NetworkTarget target) throws SQLException {
        int column = switch (target) {
            case ACCESS -> first;
            case LINE -> first + COLUMNS_OF_TARGET;
        };
        return new TargetWork(
                micros(row, column).map(Micros::instant),
                row.getInt(column + 1),
                Optional.ofNullable(row.getString(column + 2)),
                row.getLong(column + 3));
    }

    /** A time that may be missing. */
    static Optional<Long> micros(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** The earlier of two times that may be null. MariaDB's LEAST is null as soon as one of them is. */
    static String earliest(String one, String other) {
        return "COALESCE(LEAST(" + one + ", " + other + "), " + one + ", " + other + ")";
    }

    /** From when a row may be leased, given when its lease ends and when its first target is due, each of which may be null. */
    static String turn(String leaseUntil, String firstDue) {
        return "COALESCE(GREATEST(" + leaseUntil + ", " + firstDue + "), " + firstDue + ")";
    }

    private static String due(String target) {
        return "COALESCE(" + target + "_marked_at, " + target + "_due_at)";
    }

    private static String unmarked(String target, String column) {
        String otherwise = column.equals("problem") ? "NULL" : "0";
        return "CASE WHEN " + target + "_marked_at IS NULL THEN " + target + "_" + column + " ELSE " + otherwise
                + " END";
    }

    private static String parked(String target) {
        return "(" + due(target) + " IS NULL AND " + target + "_problem IS NOT NULL AND " + target + "_held_at = 0)";
    }

    private static String held(String target) {
        return "(" + target + "_marked_at IS NULL AND " + target + "_held_at > 0)";
    }

    private static String isWoken(String target) {
        return target + "_marked_at IS NULL AND " + target + "_held_at > 0 AND " + target + "_held_at < :revision";
    }

    private static String woken(String target) {
        return "CASE WHEN " + isWoken(target) + " THEN :due ELSE " + due(target) + " END";
    }

    private static String mark(String target) {
        return "CASE WHEN " + isWoken(target) + " THEN :due ELSE " + target + "_marked_at END";
    }

    private static String each(Function<String, String> columns) {
        return Arrays.stream(NetworkTarget.values())
                .map(target -> columns.apply(target.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
