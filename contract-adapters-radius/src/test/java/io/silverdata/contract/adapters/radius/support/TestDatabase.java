package io.silverdata.contract.adapters.radius.support;

import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.internal.sql.MariaDbDialect;
import io.silverdata.contract.adapters.radius.internal.sql.PostgresqlDialect;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.adapters.radius.internal.sql.SqliteDialect;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database that can be cut off, and looked into. Safe for use by any number of threads. */
public final class TestDatabase implements DataSource {
    private final DataSource real;
    private final SqlDialect dialect;
    private volatile boolean broken;

    public TestDatabase(DataSource real, SqlDialect dialect) {
        this.real = real;
        this.dialect = dialect;
    }

    public SqlDialect dialect() {
        return dialect;
    }

    /** As the gateway sees it. */
    public RadiusDatabase radiusDatabase() {
        return new RadiusDatabase(
                this,
                switch (dialect) {
                    case POSTGRESQL -> new PostgresqlDialect();
                    case MARIADB -> new MariaDbDialect();
                    case SQLITE -> new SqliteDialect();
                });
    }

    /** The same database, which is never cut off. */
    public DataSource unbreakable() {
        return real;
    }

    public void breakIt() {
        broken = true;
    }

    public void heal() {
        broken = false;
    }

    /** Runs a statement, broken or not. */
    public void run(String statement) {
        try (Connection connection = real.getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    /** Runs a script of many statements. */
    public void runScript(String script) {
        try (Connection connection = real.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException failed) {
            throw new IllegalStateException(script, failed);
        }
    }

    /** What a query gives, one line for each row, columns parted by a space, broken or not. */
    public List<String> rows(String query) {
        try (Connection connection = real.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(found.getString(i)).trim());
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (broken) {
            throw new SQLException("cut off by the test");
        }
        return real.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
