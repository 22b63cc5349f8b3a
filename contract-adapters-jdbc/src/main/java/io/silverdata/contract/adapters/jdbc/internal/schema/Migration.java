package io.silverdata.contract.adapters.jdbc.internal.schema;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.search.SearchFill;
import io.silverdata.contract.adapters.jdbc.internal.session.Faults;
import io.silverdata.contract.adapters.jdbc.internal.session.HostTransaction;
import io.silverdata.contract.adapters.jdbc.internal.session.JdbcUnitOfWork;
import io.silverdata.contract.adapters.jdbc.internal.session.Products;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.TransactionRules;
import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the scripts that a database misses. Several processes may do so at once: one goes first, and the others find it done. */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    // any number that others will hardly choose: the letters of "contract"
    private static final long LOCK = 0x636f6e7472616374L;
    private static final int LOCK_SECONDS = 60;
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final TableNames names;

    /** Of the tables of these names. */
    public Migration(TableNames names) {
        this.names = names;
    }

    /**
     * Runs what is missing.
     *
     * @throws StorageException if the database cannot be reached, refuses, or has tables of a newer release
     */
    public void run(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Products.dialectOf(connection);
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            lock(connection, dialect);
            try {
                bringUpToDate(connection, dialect);
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                unlock(connection, dialect);
            }
            try {
                fill(connection, dialect, dataSource);
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException failed) {
            throw Faults.of(failed, "migrating the tables " + names.tables() + "*");
        }
    }

    private void bringUpToDate(Connection connection, Dialect dialect) throws SQLException {
        int version = new SchemaCheck(names, connection, dialect).version();
        if (version > SchemaCheck.VERSION) {
            throw SchemaCheck.newer(names, version);
        }
        for (String script : Scripts.all(dialect, version)) {
            for (String sql : Scripts.statements(names.script(script))) {
                execute(connection, sql);
            }
        }
        if (version < SchemaCheck.VERSION) {
            LOG.info(
                    "the tables {}* are now of version {}, were of version {}",
                    names.tables(),
                    SchemaCheck.VERSION,
                    version);
        }
    }

    /** Fills in bounded transactions. If it is stopped, the next call resumes behind the last committed one. */
    private void fill(Connection connection, Dialect dialect, DataSource dataSource) throws SQLException {
        SearchFill fill = new SearchFill(dialect, names);
        JdbcUnitOfWork transaction = new JdbcUnitOfWork(
                dataSource,
                dialect,
                names,
                new HostTransaction(Optional.empty()),
                new TransactionRules(Connection.TRANSACTION_NONE, Optional.empty()));
        boolean[] goesOn = {true};
        while (goesOn[0]) {
            try {
                transaction.executeOn(connection, () -> goesOn[0] = transaction.with(fill::next));
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private void lock(Connection connection, Dialect dialect) throws SQLException {
        switch (dialect) {
            // embedded, it has one process
            case H2 -> ONE_AT_A_TIME.lock();
            case POSTGRESQL -> execute(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
            case MARIADB -> execute(connection, "DO GET_LOCK('" + names.tables() + "', " + LOCK_SECONDS + ")");
        }
    }

    private void unlock(Connection connection, Dialect dialect) throws SQLException {
        switch (dialect) {
            case H2 -> ONE_AT_A_TIME.unlock();
            case POSTGRESQL -> {} // with the transaction
            case MARIADB -> execute(connection, "DO RELEASE_LOCK('" + names.tables() + "')");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
