package io.silverdata.contract.adapters.jdbc.internal.schema;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Faults;
import io.silverdata.contract.adapters.jdbc.internal.session.H2File;
import io.silverdata.contract.adapters.jdbc.internal.session.HostTransaction;
import io.silverdata.contract.adapters.jdbc.internal.session.Products;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What is asked of a database once.
 *
 * @param dialect what it is
 * @param readsCommitted whether its connections come at READ COMMITTED
 * @param loss what makes it lose acknowledged commits with its process, and what to do; empty if nothing does
 * @param file of H2, which has to be told to write
 */
public record StartCheck(Dialect dialect, boolean readsCommitted, Optional<String> loss, Optional<H2File> file) {
    // From 2.5 on, the header of a file is written before it can name the chunk that was just written. Where a chunk is
    // not where its predecessor expected it, nothing points to it until the next one: a process that is killed in
    // between has lost it. Measured with 2.5.252; 2.3.232 and 2.4.240 are right.
    private static final int H2_MAJOR = 2;
    private static final int FIRST_LOSING_MINOR = 5;

    /**
     * Asks a database.
     *
     * @param wanted what it is, if the host says so
     * @throws IllegalStateException if its connections come with auto-commit off, and the host does not say which are its own
     */
    public static StartCheck run(
            DataSource dataSource, Optional<Dialect> wanted, TableNames names, HostTransaction host) {
        try (Connection connection = dataSource.getConnection()) {
            boolean isOurs = !host.isActive();
            if (isOurs) {
                host.requireNone(connection);
            }
            Dialect dialect = wanted.isPresent() ? wanted.get() : Products.dialectOf(connection);
            new SchemaCheck(names, connection, dialect).run();
            Optional<H2File> file = dialect == Dialect.H2 ? H2File.of(connection) : Optional.empty();
            if (file.isPresent()) {
                H2File.writeThrough(connection);
            }
            StartCheck check = new StartCheck(
                    dialect,
                    connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED,
                    file.isPresent() ? loss(connection) : Optional.empty(),
                    file);
            if (isOurs && !connection.getAutoCommit()) {
                connection.rollback();
            }
            return check;
        } catch (SQLException failed) {
            throw Faults.of(failed, "connecting to the database");
        }
    }

    private static Optional<String> loss(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        if (isLosing(about.getDatabaseMajorVersion(), about.getDatabaseMinorVersion())) {
            return Optional.of("H2 " + about.getDatabaseProductVersion()
                    + " may not find the last commits again when the process dies; use H2 2.4.240");
        }
        return delaysWrites(connection)
                ? Optional.of("this H2 database writes with a delay and loses acknowledged commits when the"
                        + " process dies; append ;WRITE_DELAY=0 to its URL")
                : Optional.empty();
    }

    static boolean isLosing(int major, int minor) {
        return major > H2_MAJOR || (major == H2_MAJOR && minor >= FIRST_LOSING_MINOR);
    }

    private static boolean delaysWrites(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery(
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'")) {
            return setting.next() && setting.getInt(1) != 0;
        }
    }
}
