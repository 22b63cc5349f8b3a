package io.silverdata.contract.spring;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;

/** A PostgreSQL of its own for the tests of one class, with a new database for each. */
public final class PostgresDatabases implements AutoCloseable {
    private static final String DEADLOCK = "40P01";

    private final EmbeddedPostgres server;
    private final AtomicInteger count = new AtomicInteger();

    private PostgresDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Skips the test where PostgreSQL cannot be started, and fails it where the build must be complete. */
    public static PostgresDatabases start() {
        try {
            return new PostgresDatabases(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "100")
                    .start());
        } catch (IOException | RuntimeException missing) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                return Assertions.fail("PostgreSQL cannot be started", missing);
            }
            assumeThat(false).as("PostgreSQL cannot be started: %s", missing).isTrue();
            throw new IllegalStateException(missing);
        }
    }

    /** The URL of a database that nothing was written into. */
    public String empty() {
        String name = "test" + count.incrementAndGet();
        run("CREATE DATABASE " + name);
        return server.getJdbcUrl("postgres", name);
    }

    /** Ends every connection to a database, and takes no further ones. */
    public void takeAway(String url) {
        run("ALTER DATABASE " + name(url) + " ALLOW_CONNECTIONS false");
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    /** Takes connections again. */
    public void bringBack(String url) {
        run("ALTER DATABASE " + name(url) + " ALLOW_CONNECTIONS true");
    }

    /** Tables that nobody else can read or write, until it is closed. */
    public record Locks(Connection connection, List<String> tables) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Locks tables, however often the application's own transactions are preferred. */
    public Locks lock(String url, String... tables) throws SQLException {
        while (true) {
            Connection connection = DriverManager.getConnection(url);
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
                return new Locks(connection, List.of(tables));
            } catch (SQLException failed) {
                connection.close();
                if (!DEADLOCK.equals(failed.getSQLState())) {
                    throw failed;
                }
            }
        }
    }

    private void run(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String name(String url) {
        return url.replaceAll("^.*/([a-z0-9]+)(\\?.*)?$", "$1");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
