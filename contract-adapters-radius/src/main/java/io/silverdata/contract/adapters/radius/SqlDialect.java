package io.silverdata.contract.adapters.radius;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;

/**
 * The databases that hold FreeRADIUS' tables, and in what they differ: how one writer at a time is held to one name, and how
 * addresses and times are read.
 */
public enum SqlDialect {
    /** PostgreSQL 11 or newer: an advisory lock that ends with the transaction. */
    POSTGRESQL {
        // any number, as long as nobody else takes the same for something else
        private static final int NAMESPACE = 0x5ADC;

        @Override
        void begin(Connection connection, String name) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?, hashtext(?))")) {
                lock.setInt(1, NAMESPACE);
                lock.setString(2, name);
                lock.execute();
            }
        }

        @Override
        String address(String column) {
            return "host(" + column + ")";
        }

        @Override
        String prefix(String column) {
            return column + "::text";
        }

        @Override
        String epoch(String column) {
            return "cast(extract(epoch from " + column + ") as bigint)";
        }
    },
    /** MariaDB or MySQL with InnoDB: a named lock of the connection, taken before the transaction and released after it. */
    MARIADB {
        @Override
        void begin(Connection connection, String name) throws SQLException {
            try (PreparedStatement lock = connection.prepareStatement("select get_lock(?, ?)")) {
                lock.setString(1, lockName(name));
                lock.setInt(2, LOCK_SECONDS);
                try (ResultSet taken = lock.executeQuery()) {
                    if (!taken.next() || taken.getInt(1) != 1) {
                        throw new SQLTransientException("another writer holds the lock for " + name);
                    }
                }
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        }

        @Override
        void end(Connection connection, String name) throws SQLException {
            try (PreparedStatement release = connection.prepareStatement("select release_lock(?)")) {
                release.setString(1, lockName(name));
                release.execute();
            }
        }

        // At most 64 characters; names that differ only in case or accent are one to these databases, and to the lock.
        private String lockName(String name) {
            String folded = name.toLowerCase(Locale.ROOT);
            return "contract-" + UUID.nameUUIDFromBytes(folded.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String epoch(String column) {
            return "unix_timestamp(" + column + ")";
        }
    },
    /** SQLite: one writer at a time for the whole file. Set {@code busy_timeout}, since FreeRADIUS writes to it too. */
    SQLITE {
        @Override
        void begin(Connection connection, String name) throws SQLException {
            run(connection, "begin immediate");
        }

        @Override
        void commit(Connection connection) throws SQLException {
            run(connection, "commit");
        }

        @Override
        void rollback(Connection connection) throws SQLException {
            run(connection, "rollback");
        }

        @Override
        String epoch(String column) {
            // FreeRADIUS writes seconds since 1970; other tools write text
            return "case when typeof(" + column + ") = 'integer' then " + column + " else cast(strftime('%s', " + column
                    + ") as integer) end";
        }
    };

    private static final int LOCK_SECONDS = 10;

    /** Begins a transaction in which nobody else who does the same can write under that name. */
    abstract void begin(Connection connection, String name) throws SQLException;

    /** Keeps what was written. */
    void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /** Forgets what was written. */
    void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Lets go of what outlives the transaction. */
    void end(Connection connection, String name) throws SQLException {}

    /** An expression that gives an address as text. */
    String address(String column) {
        return column;
    }

    /** An expression that gives a prefix as text. */
    String prefix(String column) {
        return column;
    }

    /** An expression that gives a time as whole seconds since 1970. */
    abstract String epoch(String column);

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
