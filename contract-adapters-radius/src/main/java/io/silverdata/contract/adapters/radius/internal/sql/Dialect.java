package io.silverdata.contract.adapters.radius.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** In what the databases differ: how a name is held to one writer at a time, and how addresses and times are read. */
public interface Dialect {

    /**
     * Begins a transaction in which nobody else who does the same can write under these names. Every writer takes the names of a
     * transaction in one order, so that two of them never wait for each other.
     */
    void begin(Connection connection, List<String> names) throws SQLException;

    /** Whether it may write something else than it is told, where it cannot represent that, in place of refusing it. */
    default boolean mayWriteOtherwise() {
        return false;
    }

    /** Commits. */
    default void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /** Rolls back. */
    default void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Releases the locks that outlive the transaction. */
    default void end(Connection connection, List<String> names) throws SQLException {}

    /** An expression that gives an address as text. */
    default String address(String column) {
        return column;
    }

    /** An expression that gives a time as whole seconds since 1970. */
    String epoch(String column);
}
