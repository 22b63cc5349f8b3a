package io.silverdata.contract.adapters.radius.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** In what the databases differ: how one writer at a time is held to one name, and how addresses and times are read. */
public interface Dialect {

    /** Begins a transaction in which nobody else who does the same can write under that name. */
    void begin(Connection connection, String name) throws SQLException;

    /** Commits. */
    default void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /** Rolls back. */
    default void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Releases the locks that outlive the transaction. */
    default void end(Connection connection, String name) throws SQLException {}

    /** An expression that gives an address as text. */
    default String address(String column) {
        return column;
    }

    /** An expression that gives a time as whole seconds since 1970. */
    String epoch(String column);
}
