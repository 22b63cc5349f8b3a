package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction that was begun here: the connection goes back as it came. */
final class OwnTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTransaction.class);
    private static final ReentrantLock ONE_WRITER = new ReentrantLock();

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private final boolean writesThrough;
    private boolean isWriting;

    private OwnTransaction(Connection connection, boolean autoCommit, int isolation, boolean writesThrough) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
        this.writesThrough = writesThrough;
    }

    static OwnTransaction begin(Connection connection, boolean setsIsolation, boolean writesThrough) {
        try {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = setsIsolation ? connection.getTransactionIsolation() : Connection.TRANSACTION_NONE;
            if (setsIsolation) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            return new OwnTransaction(connection, autoCommit, isolation, writesThrough);
        } catch (SQLException failed) {
            throw Faults.of(failed, "beginning a transaction");
        }
    }

    /**
     * To be called before anything is written or locked. A file of H2 has one writer at a time: H2 saves its tables one after the
     * other while others go on writing, so that after a kill a part of what they wrote is found, as if it was committed.
     */
    void beginWriting() {
        if (writesThrough && !isWriting) {
            ONE_WRITER.lock();
            isWriting = true;
        }
    }

    /** A commit without an answer may have been kept or not: only then the message says that nobody knows. */
    void commit() {
        try {
            connection.commit();
            if (isWriting) {
                writeThrough(connection);
            }
        } catch (SQLException failed) {
            RuntimeException fault = Faults.of(failed, "the commit");
            throw fault instanceof StorageException
                    ? new StorageException(fault.getMessage() + "; whether it was kept is not known", failed)
                    : fault;
        }
    }

    /**
     * H2 with WRITE_DELAY=0 writes a commit before it answers, unless another connection is writing at that moment: then it
     * answers at once and leaves the commit to the next one. CHECKPOINT waits for its turn, and does nothing if nothing is
     * left to write.
     */
    static void writeThrough(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
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
        } finally {
            if (isWriting) {
                ONE_WRITER.unlock();
            }
        }
    }
}
