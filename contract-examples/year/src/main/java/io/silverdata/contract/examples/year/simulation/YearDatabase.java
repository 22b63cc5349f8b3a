package io.silverdata.contract.examples.year.simulation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a year is kept: the tables of the library, and one more for how far it has come. An order and the note that it was
 * carried out are committed together, as a host joins the library's work to its own. For one thread.
 */
public final class YearDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final HikariDataSource dataSource;
    private final JdbcStorage storage;

    private YearDatabase(String url, Optional<String> user, Optional<String> password) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        user.ifPresent(pool::setUsername);
        password.ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(CONNECTIONS);
        dataSource = new HikariDataSource(pool);
        try {
            Schema.migrate(dataSource);
            storage = JdbcStorage.builder().dataSource(dataSource).build();
            execute("CREATE TABLE IF NOT EXISTS year_progress (id INT PRIMARY KEY, files VARCHAR(64) NOT NULL,"
                    + " orders INT NOT NULL, clock VARCHAR(40) NOT NULL, finished INT NOT NULL,"
                    + " tally VARCHAR(16000) NOT NULL)");
        } catch (SQLException | RuntimeException failed) {
            dataSource.close();
            throw failed instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    /** A database at a JDBC URL. */
    public static YearDatabase at(String url, Optional<String> user, Optional<String> password) {
        return new YearDatabase(url, user, password);
    }

    /** An embedded database in a file, which writes each commit before it answers. */
    public static YearDatabase in(Path folder) {
        return new YearDatabase(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("year") + ";WRITE_DELAY=0",
                Optional.of("sa"),
                Optional.of(""));
    }

    /** Removes the embedded database of a folder, if there is one. */
    public static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("year.mv.db"));
            Files.deleteIfExists(folder.resolve("year.trace.db"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public JdbcStorage storage() {
        return storage;
    }

    /** How far the year has come; empty if there is none. */
    public Optional<Progress> progress() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT files, orders, clock, finished, tally FROM year_progress WHERE id = 1")) {
            return row.next()
                    ? Optional.of(new Progress(
                            row.getString("files"),
                            row.getInt("orders"),
                            Instant.parse(row.getString("clock")),
                            row.getInt("finished") == 1,
                            Tally.parse(row.getString("tally"))))
                    : Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException("the year's progress cannot be read", failed);
        }
    }

    /** Notes how far the year has come. */
    void keep(Progress progress) {
        together(() -> progress);
    }

    /** Does some work, and notes how far the year has come with it: both or neither. */
    void together(Supplier<Progress> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                storage.executeOn(connection, () -> write(connection, work.get()));
                connection.commit();
            } catch (RuntimeException | SQLException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the year's progress cannot be written", failed);
        }
    }

    private static void write(Connection connection, Progress progress) {
        try {
            if (write(
                            connection,
                            "UPDATE year_progress SET files = ?, orders = ?, clock = ?, finished = ?, tally = ?"
                                    + " WHERE id = 1",
                            progress)
                    == 0) {
                write(
                        connection,
                        "INSERT INTO year_progress (files, orders, clock, finished, tally, id)"
                                + " VALUES (?, ?, ?, ?, ?, 1)",
                        progress);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the year's progress cannot be written", failed);
        }
    }

    private static int write(Connection connection, String sql, Progress progress) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, progress.files());
            statement.setInt(2, progress.orders());
            statement.setString(3, progress.time().toString());
            statement.setInt(4, progress.finished() ? 1 : 0);
            statement.setString(5, progress.tally().text());
            return statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
