package io.silverdata.contract.adapters.jdbc.internal.session;

import java.util.Collections;

/**
 * A statement for any number of rows, or for one.
 *
 * @param table which it changes: statements on one table keep their order
 * @param head before the rows
 * @param row with a question mark for each value
 * @param tail after the rows
 * @param takesMany whether there may be several rows, separated by commas
 */
public record WriteTemplate(String table, String head, String row, String tail, boolean takesMany) {

    /** For any number of rows. */
    public static WriteTemplate rows(TableNames names, String table, String head, String row, String tail) {
        return new WriteTemplate(table, names.sql(head), row, names.sql(tail), true);
    }

    /** Adds any number of rows. */
    public static WriteTemplate insert(TableNames names, String table, String columns, String row) {
        return rows(names, table, "INSERT INTO {" + table + "} (" + columns + ") VALUES ", row, "");
    }

    /** For one row only. */
    public static WriteTemplate one(TableNames names, String table, String sql) {
        return new WriteTemplate(table, names.sql(sql), "", "", false);
    }

    String sql(int rows) {
        return head + String.join(", ", Collections.nCopies(rows, row)) + tail;
    }
}
