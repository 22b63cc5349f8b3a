package io.silverdata.contract.adapters.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What is asked of a database once.
 *
 * @param dialect what it is
 * @param autoCommitOff whether its connections come with auto-commit off
 * @param readsCommitted whether its connections come at READ COMMITTED
 * @param delaysWrites whether it acknowledges commits that it has not given to the operating system
 */
record StartCheck(Dialect dialect, boolean autoCommitOff, boolean readsCommitted, boolean delaysWrites) {

    static StartCheck run(DataSource dataSource, Optional<Dialect> wanted, Schema schema) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = wanted.isPresent() ? wanted.get() : Dialect.of(connection);
            boolean autoCommitOff = !connection.getAutoCommit();
            new SchemaCheck(schema.names(), connection).run();
            StartCheck check = new StartCheck(
                    dialect,
                    autoCommitOff,
                    connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED,
                    dialect == Dialect.H2 && delaysWrites(connection));
            if (autoCommitOff) {
                connection.rollback();
            }
            return check;
        } catch (SQLException failed) {
            throw Faults.of(failed, "connecting to the database");
        }
    }

    /** An H2 database in memory has no such setting that matters: it is gone with the process anyway. */
    private static boolean delaysWrites(Connection connection) throws SQLException {
        if (connection.getMetaData().getURL().startsWith("jdbc:h2:mem:")) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery(
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'")) {
            return setting.next() && setting.getInt(1) != 0;
        }
    }
}
