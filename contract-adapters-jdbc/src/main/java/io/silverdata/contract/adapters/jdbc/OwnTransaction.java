package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction that was begun here: the connection goes back as it came. */
final class OwnTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTransaction.class);

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;

    private OwnTransaction(Connection connection, boolean autoCommit, int isolation) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    static OwnTransaction begin(Connection connection, boolean setsIsolation) {
        try {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = setsIsolation ? connection.getTransactionIsolation() : Connection.TRANSACTION_NONE;
            if (setsIsolation) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            return new OwnTransaction(connection, autoCommit, isolation);
        } catch (SQLException failed) {
            throw Faults.of(failed, "beginning a transaction");
        }
    }

    /** A commit without an answer may have been kept or not: only then the message says that nobody knows. */
    void commit() {
        try {
            connection.commit();
        } catch (SQLException failed) {
            RuntimeException fault = Faults.of(failed, "the commit");
            throw fault instanceof StorageException
                    ? new StorageException(fault.getMessage() + "; whether it was kept is not known", failed)
                    : fault;
        }
    }

    void rollBack(Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException failed) {
            reason.addSuppressed(failed);
        }
    }

    void end() {
        try {
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
            if (isolation != Connection.TRANSACTION_NONE) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException failed) {
            // the pool finds out by itself; the outcome is known
            LOG.debug("a connection could not be put back in order", failed);
        }
    }
}
