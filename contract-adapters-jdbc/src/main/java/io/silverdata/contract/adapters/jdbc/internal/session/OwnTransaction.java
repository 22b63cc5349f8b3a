package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.StorageException.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction that was begun here: the connection goes back as it came. */
final class OwnTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTransaction.class);

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private final Optional<H2File> file;
    private boolean isWriting;
    private boolean isOver;

    private OwnTransaction(Connection connection, boolean autoCommit, int isolation, Optional<H2File> file) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
        this.file = file;
    }

    /**
     * Begins one.
     *
     * @param isolation of {@link Connection}; {@link Connection#TRANSACTION_NONE} to leave it as it is
     * @param file that has one writer at a time
     */
    static OwnTransaction begin(Connection connection, int isolation, Optional<H2File> file) {
        try {
            boolean autoCommit = connection.getAutoCommit();
            int before = Connection.TRANSACTION_NONE;
            if (isolation != Connection.TRANSACTION_NONE) {
                before = connection.getTransactionIsolation();
                connection.setTransactionIsolation(isolation);
            }
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            return new OwnTransaction(connection, autoCommit, before, file);
        } catch (SQLException failed) {
            throw Faults.of(failed, "beginning a transaction");
        }
    }

    /** To be called before anything is written or locked. */
    void beginWriting() {
        if (!isWriting) {
            file.ifPresent(H2File::lock);
            isWriting = true;
        }
    }

    void commit() {
        try {
            connection.commit();
            isOver = true;
        } catch (SQLException failed) {
            throw Faults.ofCommit(failed, isWriting ? Outcome.UNKNOWN : Outcome.NOT_COMMITTED);
        }
        if (isWriting && file.isPresent()) {
            writeThrough();
        }
    }

    private void writeThrough() {
        try {
            H2File.writeThrough(connection);
        } catch (SQLException failed) {
            // never a conflict, whatever it says: what is committed must not be repeated
            throw new StorageException(
                    // a database that closed itself opens again with what is in its file, which may be less
                    answers() ? Outcome.COMMITTED : Outcome.UNKNOWN,
                    Faults.message(failed, "writing the commit through to the file"),
                    failed);
        }
    }

    private boolean answers() {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException closed) {
            return false;
        }
    }

    void rollBack(Throwable reason) {
        try {
            connection.rollback();
            isOver = true;
        } catch (SQLException failed) {
            reason.addSuppressed(failed);
        }
    }

    void end() {
        try {
            // turned on in the middle of a transaction, auto-commit would commit it
            if (autoCommit && isOver) {
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
                file.ifPresent(H2File::unlock);
            }
        }
    }
}
