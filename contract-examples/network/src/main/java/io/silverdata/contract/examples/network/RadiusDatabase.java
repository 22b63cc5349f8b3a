package io.silverdata.contract.examples.network;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** FreeRADIUS' database: an SQLite file of our own, or one that is there. */
final class RadiusDatabase implements AutoCloseable {
    private static final String FILE = "radius.db";
    private static final int CONNECTIONS = 8;

    private final HikariDataSource pool;
    private final SqlDialect dialect;

    private RadiusDatabase(String url, Optional<String> user, Optional<String> password) {
        dialect = dialect(url);
        HikariConfig config = new HikariConfig();
        config.setPoolName("radius");
        config.setJdbcUrl(url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
    }

    /** One whose tables FreeRADIUS made. */
    static RadiusDatabase at(String url, Optional<String> user, Optional<String> password) {
        return new RadiusDatabase(url, user, password);
    }

    /** The one of a folder, made if it is not there. */
    static RadiusDatabase in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // with WAL, what was committed outlives the process even if it is not written through at once
        RadiusDatabase database = new RadiusDatabase(
                "jdbc:sqlite:" + folder.toAbsolutePath().resolve(FILE)
                        + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=10000",
                Optional.empty(),
                Optional.empty());
        FreeRadiusTables.create(database.pool);
        return database;
    }

    /** Removes the one of a folder, if there is one. */
    static void delete(Path folder) {
        try {
            for (String end : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve(FILE + end));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    HikariDataSource pool() {
        return pool;
    }

    SqlDialect dialect() {
        return dialect;
    }

    private static SqlDialect dialect(String url) {
        return switch (url.toLowerCase(Locale.ROOT).replaceAll("^jdbc:([a-z]+):.*$", "$1")) {
            case "postgresql" -> SqlDialect.POSTGRESQL;
            case "mariadb", "mysql" -> SqlDialect.MARIADB;
            case "sqlite" -> SqlDialect.SQLITE;
            default ->
                throw new IllegalArgumentException(
                        "--radius-jdbc-url must begin with jdbc:postgresql:, jdbc:mariadb: or jdbc:sqlite:, was "
                                + url);
        };
    }

    @Override
    public void close() {
        pool.close();
    }
}
