package io.silverdata.contract.adapters.jdbc.internal.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A savepoint in a transaction of the host. Set with SQL: the connections of transaction managers refuse the methods for it. */
final class Savepoint {
    private static final String NAME = "contract_writes";

    private Savepoint() {}

    /** Does all of it, or nothing. */
    static void around(Connection connection, Runnable writes) {
        try (Statement savepoint = connection.createStatement()) {
            savepoint.execute("SAVEPOINT " + NAME);
            try {
                writes.run();
            } catch (RuntimeException failed) {
                rollBack(savepoint, failed);
                throw failed;
            }
            savepoint.execute("RELEASE SAVEPOINT " + NAME);
        } catch (SQLException failed) {
            throw Faults.of(failed, "writing inside a transaction of the host");
        }
    }

    /** The reason counts: a database that ended the whole transaction has no savepoint left. */
    private static void rollBack(Statement savepoint, RuntimeException reason) {
        try {
            savepoint.execute("ROLLBACK TO SAVEPOINT " + NAME);
        } catch (SQLException gone) {
            reason.addSuppressed(gone);
        }
    }
}
