package io.silverdata.contract.adapters.olt.spi;

import java.util.List;
import java.util.Objects;

/**
 * Which part of a table is to be read.
 *
 * @param columns the names of the columns, all of one table; at least one
 * @param under only rows whose index begins so; empty for all
 * @param limit how many rows at most, 1 to 1,000,000: more are a fault, for a device may have lost its way
 */
public record Walk(List<Oid> columns, Oid under, int limit) {
    private static final int MAX_ROWS = 1_000_000;

    /**
     * Checks the ranges; the columns are copied.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Walk {
        columns = List.copyOf(columns);
        Objects.requireNonNull(under, "under");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns must be at least one");
        }
        if (limit < 1 || limit > MAX_ROWS) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_ROWS + ": " + limit);
        }
    }

    /** Every row of these columns, 65,536 at most. */
    public static Walk of(Oid... columns) {
        return of(List.of(columns));
    }

    /** Every row of these columns, 65,536 at most. */
    public static Walk of(List<Oid> columns) {
        return new Walk(columns, Oid.EMPTY, 65_536);
    }

    /** The rows whose index begins so. */
    public Walk under(Oid index) {
        return new Walk(columns, index, limit);
    }

    /** The rows whose index begins so. */
    public Walk under(long... index) {
        return new Walk(columns, Oid.of(index), limit);
    }

    /** At most so many rows. */
    public Walk limit(int rows) {
        return new Walk(columns, under, rows);
    }
}
