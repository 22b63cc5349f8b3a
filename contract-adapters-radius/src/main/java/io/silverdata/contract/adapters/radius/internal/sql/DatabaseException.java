package io.silverdata.contract.adapters.radius.internal.sql;

import io.silverdata.contract.spi.StorageException;
import java.sql.SQLException;

/** The RADIUS database failed. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DatabaseFault fault;
    private final boolean mayBeCommitted;

    private DatabaseException(String message, SQLException cause, DatabaseFault fault, boolean mayBeCommitted) {
        super(message + ": " + DatabaseFault.message(cause), cause);
        this.fault = fault;
        this.mayBeCommitted = mayBeCommitted;
    }

    /** Before the commit: nothing changed. */
    static DatabaseException nothingWritten(SQLException cause) {
        return new DatabaseException("the RADIUS database failed", cause, DatabaseFault.of(cause), false);
    }

    /** There was no connection: nothing changed. */
    static DatabaseException notConnected(SQLException cause) {
        return new DatabaseException("the RADIUS database failed", cause, DatabaseFault.UNREACHABLE, false);
    }

    /** In the commit: it may be done. */
    static DatabaseException commitUnknown(SQLException cause) {
        return new DatabaseException(
                "the RADIUS database failed in a commit, which may be done", cause, DatabaseFault.of(cause), true);
    }

    /** Whether the commit may be done: it failed, and nobody knows. */
    public boolean mayBeCommitted() {
        return mayBeCommitted;
    }

    /** Whether a table or column is missing. */
    public boolean isOfSchema() {
        return getCause() instanceof SQLException failed && DatabaseFault.isOfSchema(failed);
    }

    /** Whether a name or value is outside the database's character set. */
    public boolean isUnrepresentable() {
        return fault == DatabaseFault.UNREPRESENTABLE;
    }

    /** Whether the database would refuse the same again. */
    public boolean isForGood() {
        return fault == DatabaseFault.UNREPRESENTABLE || fault == DatabaseFault.REFUSED;
    }

    /** Whether the database was not reached, or ended the connection: whatever else it is asked now would fail too. */
    public boolean isUnreachable() {
        return fault == DatabaseFault.UNREACHABLE;
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
