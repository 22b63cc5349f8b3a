package io.silverdata.contract.adapters.jdbc.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database for tests: one instance for all tests of a run, emptied for each. */
public enum Database {
    H2 {
        @Override
        public HikariConfig start() {
            return config("jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        public HikariConfig start() {
            return config(PostgresServer.shared().url(), "postgres", "");
        }
    },
    MARIADB {
        @Override
        public HikariConfig start() {
            return config(MariaDbServer.shared().url(), "root", "");
        }
    };

    /** As many as there are connections in the races of the issue. */
    public static final int CONNECTIONS = 16;

    private static final String[] TABLES = {
        "contract",
        "onu",
        "login",
        "event",
        "output",
        "splitter",
        "pon_port",
        "olt",
        "work",
        "command",
        "device_lease",
        "report_settings",
        "segment",
        "span",
        "span_total",
        "agreement",
        "service",
        "flag",
        "attribute",
        "note",
        "coexistence",
        "plant_move_part",
        "plant_move",
        "network"
    };

    private @Nullable HikariDataSource pool;

    public abstract HikariConfig start();

    /** The pool to the one instance, with tables. */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            pool = new HikariDataSource(start());
            Schema.migrate(pool);
        }
        return pool;
    }

    /** A storage with nothing in it. */
    public JdbcStorage emptyStorage() {
        empty();
        return JdbcStorage.builder().dataSource(dataSource()).build();
    }

    public void empty() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (this == POSTGRESQL) {
                statement.execute("TRUNCATE ct_" + String.join(", ct_", TABLES));
            } else {
                for (String table : TABLES) {
                    // InnoDB locks gaps beside deleted keys that are inserted anew; nobody deletes events otherwise
                    boolean events = this == MARIADB && table.equals("event");
                    statement.execute((events ? "TRUNCATE TABLE ct_" : "DELETE FROM ct_") + table);
                }
            }
            statement.execute("UPDATE ct_latch SET position = 0");
        } catch (SQLException failed) {
            throw new IllegalStateException("the database could not be emptied", failed);
        }
    }

    /** The tables that tests fill, without the prefix. */
    public List<String> tables() {
        return List.of(TABLES);
    }

    /** The rows of a table, each as text. */
    public List<String> rows(String table) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM ct_" + table)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                StringBuilder text = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    text.append(rows.getString(column)).append('|');
                }
                texts.add(text.toString());
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(table, failed);
        }
    }

    /** Damages or changes something by hand. */
    public void sql(String statement) {
        try (Connection connection = dataSource().getConnection();
                Statement made = connection.createStatement()) {
            made.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    public static HikariConfig config(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(60_000);
        return config;
    }
}
