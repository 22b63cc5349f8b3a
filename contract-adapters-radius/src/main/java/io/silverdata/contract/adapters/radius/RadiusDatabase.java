package io.silverdata.contract.adapters.radius;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on FreeRADIUS' database. Whatever state a connection of the pool was in, it is given back in that state. */
final class RadiusDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(RadiusDatabase.class);

    private final DataSource dataSource;
    private final SqlDialect dialect;

    RadiusDatabase(DataSource dataSource, SqlDialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** Work on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    SqlDialect dialect() {
        return dialect;
    }

    /**
     * Writes, as the only writer under that name, and commits.
     *
     * @throws DatabaseFault when it failed; rolled back unless the fault says otherwise
     */
    <T> T writing(String name, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            State before = State.of(connection);
            try {
                return committed(connection, name, work);
            } finally {
                before.restore(connection);
            }
        } catch (SQLException failed) {
            throw DatabaseFault.nothingWritten(failed);
        }
    }

    /**
     * Reads what is committed.
     *
     * @throws DatabaseFault when it failed
     */
    <T> T reading(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            State before = State.of(connection);
            try {
                connection.setAutoCommit(true);
                return work.on(connection);
            } finally {
                before.restore(connection);
            }
        } catch (SQLException failed) {
            throw DatabaseFault.nothingWritten(failed);
        }
    }

    private <T> T committed(Connection connection, String name, Work<T> work) throws SQLException {
        connection.setAutoCommit(true);
        try {
            dialect.begin(connection, name);
            T result = worked(connection, work);
            commit(connection);
            return result;
        } finally {
            quietly(() -> dialect.end(connection, name));
        }
    }

    private <T> T worked(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.on(connection);
            done = true;
            return result;
        } finally {
            if (!done) {
                quietly(() -> dialect.rollback(connection));
            }
        }
    }

    private void commit(Connection connection) {
        try {
            dialect.commit(connection);
        } catch (SQLException failed) {
            quietly(() -> dialect.rollback(connection));
            throw DatabaseFault.commitUnknown(failed);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    /** What went wrong before is what counts; a connection that cannot even do this is thrown away by its pool. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SQLException failed) {
            LOG.debug("tidying up a connection failed", failed);
        }
    }

    private record State(boolean autoCommit, int isolation) {
        static State of(Connection connection) throws SQLException {
            return new State(connection.getAutoCommit(), connection.getTransactionIsolation());
        }

        void restore(Connection connection) {
            quietly(() -> {
                // the isolation can be set between transactions only
                connection.setAutoCommit(true);
                if (connection.getTransactionIsolation() != isolation) {
                    connection.setTransactionIsolation(isolation);
                }
                connection.setAutoCommit(autoCommit);
            });
        }
    }
}
