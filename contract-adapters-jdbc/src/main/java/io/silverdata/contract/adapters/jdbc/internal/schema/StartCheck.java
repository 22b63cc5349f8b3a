package io.silverdata.contract.adapters.jdbc.internal.schema;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Faults;
import io.silverdata.contract.adapters.jdbc.internal.session.H2File;
import io.silverdata.contract.adapters.jdbc.internal.session.HostTransaction;
import io.silverdata.contract.adapters.jdbc.internal.session.Products;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What is asked of a database once.
 *
 * @param dialect what it is
 * @param readsCommitted whether its connections come at READ COMMITTED
 * @param loss what makes it lose acknowledged commits with its process, and what to do; empty if nothing does
 * @param pooling what would go wrong behind the pooler of PostgreSQL that was found, and what to do; empty if nothing would
 * @param file of H2, which has to be told to write
 */
public record StartCheck(
        Dialect dialect,
        boolean readsCommitted,
        Optional<String> loss,
        Optional<String> pooling,
        Optional<H2File> file) {
    // Two nulls are equal to a unique index of the first three; LIMIT is unknown to the last.
    private static final Set<String> UNFIT_MODES = Set.of("ORACLE", "MSSQLSERVER", "DERBY", "STRICT");
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
            if (dialect == Dialect.H2) {
                requireKnownMode(connection);
            }
            new SchemaCheck(names, connection, dialect).run();
            Optional<H2File> file = dialect == Dialect.H2 ? H2File.of(connection) : Optional.empty();
            if (file.isPresent()) {
                H2File.writeThrough(connection);
            }
            boolean readsCommitted = connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
            StartCheck check = new StartCheck(
                    dialect,
                    readsCommitted,
                    file.isPresent() ? loss(connection) : Optional.empty(),
                    dialect == Dialect.POSTGRESQL
                            ? PoolerCheck.objection(connection, readsCommitted)
                            : Optional.empty(),
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

    private static void requireKnownMode(Connection connection) throws SQLException {
        String mode = setting(connection, "MODE").orElse("");
        if (UNFIT_MODES.contains(mode.toUpperCase(Locale.ROOT))) {
            throw new StorageException(
                    "the H2 database is in MODE=" + mode + ", in which the statements of this library fail"
                            + " or mean something else; take MODE out of its URL, or use PostgreSQL, MySQL or MariaDB");
        }
    }

    private static boolean delaysWrites(Connection connection) throws SQLException {
        return setting(connection, "WRITE_DELAY")
                .filter(delay -> !delay.equals("0"))
                .isPresent();
    }

    private static Optional<String> setting(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ?")) {
            statement.setString(1, name);
            try (ResultSet setting = statement.executeQuery()) {
                return setting.next() ? Optional.ofNullable(setting.getString(1)) : Optional.empty();
            }
        }
    }
}
