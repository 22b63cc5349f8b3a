package io.silverdata.contract.adapters.jdbc.internal.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A unit of work inside a transaction of the host. A savepoint stands before its first write or lock, so that a host that goes
 * on after a failure keeps all of the unit of work or nothing. The savepoint is set with SQL: the connections of transaction
 * managers refuse the methods for it.
 */
final class JoinedTransaction {
    private static final String SAVEPOINT = "SAVEPOINT contract_unit_of_work";

    private final Connection connection;
    private boolean isWriting;

    JoinedTransaction(Connection connection) {
        this.connection = connection;
    }

    /** To be called before anything is written or locked. */
    void beginWriting() {
        if (!isWriting) {
            run(SAVEPOINT);
            isWriting = true;
        }
    }

    /** Leaves what was written to the host's transaction. */
    void keep() {
        if (isWriting) {
            run("RELEASE " + SAVEPOINT);
        }
    }

    /** Takes back what was written. A database that ended the whole transaction has no savepoint left. */
    void rollBack(Throwable reason) {
        if (!isWriting) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK TO " + SAVEPOINT);
        } catch (SQLException gone) {
            reason.addSuppressed(gone);
        }
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw Faults.of(failed, "writing inside a transaction of the host");
        }
    }
}
