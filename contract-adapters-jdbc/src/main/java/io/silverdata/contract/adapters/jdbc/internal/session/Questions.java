package io.silverdata.contract.adapters.jdbc.internal.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Answers questions that lock nothing. */
@FunctionalInterface
public interface Questions {
    /** Reads a row where it stands. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Asks one question, for which PostgreSQL makes a plan for these values: one that it keeps was made for any values, and may look at a
     * million rows for those that are rare. It sees deferred writes.
     *
     * @param values one for each question mark
     */
    <T> List<T> ask(String sql, List<?> values, RowReader<T> reader);
}
