package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.ConflictException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one row that can wait until the unit of work ends.
 *
 * @param form the statement
 * @param about which row it changes: two changes of the same row never share a statement
 * @param values one for each question mark of a row
 * @param conflict what it means that it meets a row that is there already, or finds none
 * @param what it writes, for people
 * @param mustFind whether it is a conflict if it changes no row
 * @param constraints by name, what it means to break each
 */
record Write(
        Form form,
        Object about,
        List<@Nullable Object> values,
        Kind conflict,
        String what,
        boolean mustFind,
        Map<String, Kind> constraints) {

    /**
     * A statement for any number of rows, or for one.
     *
     * @param table which it changes: statements on one table keep their order
     * @param head before the rows
     * @param row with a question mark for each value
     * @param tail after the rows
     * @param takesMany whether there may be several rows, separated by commas
     */
    record Form(String table, String head, String row, String tail, boolean takesMany) {
        static Form rows(Names names, String table, String head, String row, String tail) {
            return new Form(table, names.sql(head), row, names.sql(tail), true);
        }

        static Form insert(Names names, String table, String columns, String row) {
            return rows(names, table, "INSERT INTO {" + table + "} (" + columns + ") VALUES ", row, "");
        }

        /** For one row only. */
        static Form one(Names names, String table, String sql) {
            return new Form(table, names.sql(sql), "", "", false);
        }

        String sql(int rows) {
            return head + String.join(", ", Collections.nCopies(rows, row)) + tail;
        }
    }

    static Write of(Form form, Object about, Kind conflict, String what, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>();
        Collections.addAll(all, values);
        return new Write(form, about, all, conflict, what, false, Map.of());
    }

    Write thatMustFind() {
        return new Write(form, about, values, conflict, what, true, constraints);
    }

    Write meaning(String constraint, Kind meaning) {
        Map<String, Kind> more = new HashMap<>(constraints);
        more.put(constraint, meaning);
        return new Write(form, about, values, conflict, what, mustFind, more);
    }
}
