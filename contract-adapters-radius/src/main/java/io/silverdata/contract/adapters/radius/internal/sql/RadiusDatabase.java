package io.silverdata.contract.adapters.radius.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on FreeRADIUS' database. Whatever state a connection of the pool was in, it is given back in that state. */
public final class RadiusDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(RadiusDatabase.class);

    private final DataSource dataSource;
    private final Dialect dialect;

    public RadiusDatabase(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Which database it is. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Writes, as the only writer under that name, and commits.
     *
     * @throws DatabaseException when it failed; rolled back unless {@link DatabaseException#mayBeCommitted}
     */
    public <T> T write(String name, Work<T> work) {
        return write(List.of(name), work);
    }

    /**
     * Writes, as the only writer under each of these names, and commits once.
     *
     * @param names at least one
     * @throws DatabaseException when it failed; rolled back unless {@link DatabaseException#mayBeCommitted}
     */
    public <T> T write(List<String> names, Work<T> work) {
        try (Connection connection = connect()) {
            State before = State.of(connection);
            try {
                return inTransaction(connection, names, work);
            } finally {
                before.restore(connection);
            }
        } catch (SQLException failed) {
            throw DatabaseException.nothingWritten(failed);
        }
    }

    /**
     * Reads what is committed.
     *
     * @throws DatabaseException when it failed
     */
    public <T> T read(Work<T> work) {
        try (Connection connection = connect()) {
            boolean autoCommit = connection.getAutoCommit();
            try {
                connection.setAutoCommit(true);
                return work.on(connection);
            } finally {
                quietly(() -> connection.setAutoCommit(autoCommit));
            }
        } catch (SQLException failed) {
            throw DatabaseException.nothingWritten(failed);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException failed) {
            throw DatabaseException.notConnected(failed);
        }
    }

    private <T> T inTransaction(Connection connection, List<String> names, Work<T> work) throws SQLException {
        connection.setAutoCommit(true);
        try {
            dialect.begin(connection, names);
            T result = runOrRollBack(connection, work);
            commit(connection);
            return result;
        } finally {
            quietly(() -> dialect.end(connection, names));
        }
    }

    private <T> T runOrRollBack(Connection connection, Work<T> work) throws SQLException {
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
            throw DatabaseException.commitUnknown(failed);
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
                if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                    connection.setTransactionIsolation(isolation);
                }
                connection.setAutoCommit(autoCommit);
            });
        }
    }
}
