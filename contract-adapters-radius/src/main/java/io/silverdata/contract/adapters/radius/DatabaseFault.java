package io.silverdata.contract.adapters.radius;

import java.sql.SQLException;

/** The RADIUS database did not do what it was asked. */
final class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean mayBeCommitted;

    private DatabaseFault(String message, Throwable cause, boolean mayBeCommitted) {
        super(message, cause);
        this.mayBeCommitted = mayBeCommitted;
    }

    /** Before the commit: nothing changed. */
    static DatabaseFault nothingWritten(SQLException cause) {
        return new DatabaseFault("the RADIUS database failed: " + said(cause), cause, false);
    }

    /** In the commit: it may have been done or not. */
    static DatabaseFault commitUnknown(SQLException cause) {
        return new DatabaseFault(
                "the RADIUS database failed in a commit, which may be done: " + said(cause), cause, true);
    }

    private static String said(SQLException cause) {
        return cause.getMessage() + " (SQLSTATE " + cause.getSQLState() + ")";
    }

    boolean mayBeCommitted() {
        return mayBeCommitted;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
