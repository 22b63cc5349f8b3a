package io.silverdata.contract.spring;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;

/** A PostgreSQL of its own for the tests of one class, with a new database for each. */
final class PostgresDatabases implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AtomicInteger count = new AtomicInteger();

    private PostgresDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Skips the test where PostgreSQL cannot be started, and fails it where the build must be complete. */
    static PostgresDatabases start() {
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
    String empty() {
        String name = "test" + count.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return server.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
