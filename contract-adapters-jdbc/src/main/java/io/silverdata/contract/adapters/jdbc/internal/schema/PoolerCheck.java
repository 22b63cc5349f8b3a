package io.silverdata.contract.adapters.jdbc.internal.schema;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Whether a pooler such as pgbouncer stands between this process and PostgreSQL. The driver was told the number of a server
 * process when it connected; behind a pooler another one answers. In transaction pooling each transaction may run on another
 * server connection, where a statement that the driver prepared under a name is missing, or somebody else's.
 *
 * <p>The driver is asked by reflection: this library works without it on its path.
 */
final class PoolerCheck {
    private static final String DRIVER = "org.postgresql.PGConnection";

    private PoolerCheck() {}

    /** What is wrong with the connection of a pooler, and what to do; empty if nothing is, or if nobody can say. */
    static Optional<String> objection(Connection connection, boolean readsCommitted) throws SQLException {
        Optional<Asked> asked = ask(connection);
        if (asked.isEmpty() || asked.get().toldProcess() == answeringProcess(connection)) {
            return Optional.empty();
        }
        if (asked.get().prepareThreshold() != 0) {
            return Optional.of("a pooler stands before PostgreSQL, and the driver prepares statements under names that"
                    + " other connections of the pooler do not know; append prepareThreshold=0 to the JDBC URL");
        }
        return readsCommitted
                ? Optional.empty()
                : Optional.of("a pooler stands before PostgreSQL, and its connections do not begin at READ COMMITTED;"
                        + " set default_transaction_isolation of the database user to 'read committed'");
    }

    /** What the driver says of its connection. */
    private record Asked(int toldProcess, int prepareThreshold) {}

    private static Optional<Asked> ask(Connection connection) {
        try {
            Class<?> driver = Class.forName(DRIVER);
            if (!connection.isWrapperFor(driver)) {
                return Optional.empty();
            }
            Object unwrapped = connection.unwrap(driver);
            Method process = driver.getMethod("getBackendPID");
            Method threshold = driver.getMethod("getPrepareThreshold");
            return Optional.of(new Asked((int) process.invoke(unwrapped), (int) threshold.invoke(unwrapped)));
        } catch (ReflectiveOperationException | SQLException anotherDriver) {
            return Optional.empty();
        }
    }

    private static int answeringProcess(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
