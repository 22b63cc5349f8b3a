package io.silverdata.contract.adapters.radius.internal.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.UUID;

/** MariaDB and MySQL: a named lock of the connection, taken before the transaction and released after it. */
public final class MariaDbDialect implements Dialect {
    private static final int LOCK_SECONDS = 10;

    @Override
    public void begin(Connection connection, String name) throws SQLException {
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
    public void end(Connection connection, String name) throws SQLException {
        try (PreparedStatement release = connection.prepareStatement("select release_lock(?)")) {
            release.setString(1, lockName(name));
            release.execute();
        }
    }

    @Override
    public String epoch(String column) {
        return "unix_timestamp(" + column + ")";
    }

    // At most 64 characters; names that differ only in case or accent are one to these databases, and to the lock.
    private static String lockName(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return "contract-" + UUID.nameUUIDFromBytes(folded.getBytes(StandardCharsets.UTF_8));
    }
}
