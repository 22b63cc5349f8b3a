package io.silverdata.contract.adapters.radius.internal.sql;

import io.silverdata.contract.spi.StorageException;
import java.sql.SQLException;

/** The RADIUS database failed. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean mayBeCommitted;

    private DatabaseException(String message, Throwable cause, boolean mayBeCommitted) {
        super(message, cause);
        this.mayBeCommitted = mayBeCommitted;
    }

    /** Before the commit: nothing changed. */
    static DatabaseException nothingWritten(SQLException cause) {
        return new DatabaseException("the RADIUS database failed: " + message(cause), cause, false);
    }

    /** In the commit: it may be done. */
    static DatabaseException commitUnknown(SQLException cause) {
        return new DatabaseException(
                "the RADIUS database failed in a commit, which may be done: " + message(cause), cause, true);
    }

    private static String message(SQLException cause) {
        return cause.getMessage() + " (SQLSTATE " + cause.getSQLState() + ")";
    }

    /** Whether the commit may be done: it failed, and nobody knows. */
    public boolean mayBeCommitted() {
        return mayBeCommitted;
    }

    /** What happened, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The same in the words of the domain. */
    public StorageException asStorageException() {
        return new StorageException(detail(), this);
    }
}
