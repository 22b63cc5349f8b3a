package io.silverdata.contract.adapters.radius.internal.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** MariaDB and MySQL: a named lock of the connection for each name, taken before the transaction and released after it. */
public final class MariaDbDialect implements Dialect {
    private static final int LOCK_SECONDS = 10;

    /** One statement takes all locks, in their order, and waits for no other once one cannot be had. */
    @Override
    public void begin(Connection connection, List<String> names) throws SQLException {
        List<String> locks = lockNames(names);
        String taking = " when coalesce(get_lock(?, " + LOCK_SECONDS + "), 0) <> 1 then 1";
        try (PreparedStatement lock =
                connection.prepareStatement("select case" + taking.repeat(locks.size()) + " else 0 end")) {
            set(lock, locks);
            try (ResultSet failed = lock.executeQuery()) {
                if (!failed.next() || failed.getInt(1) != 0) {
                    throw new SQLTransientException("another writer holds the lock for "
                            + (names.size() == 1 ? names.get(0) : "one of " + names.size() + " names"));
                }
            }
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    @Override
    public void end(Connection connection, List<String> names) throws SQLException {
        List<String> locks = lockNames(names);
        String releasing = String.join(", ", Collections.nCopies(locks.size(), "release_lock(?)"));
        try (PreparedStatement release = connection.prepareStatement("select " + releasing)) {
            set(release, locks);
            release.execute();
        }
    }

    /** Unless {@code sql_mode} is strict. */
    @Override
    public boolean mayWriteOtherwise() {
        return true;
    }

    @Override
    public String epoch(String column) {
        return "unix_timestamp(" + column + ")";
    }

    private static void set(PreparedStatement statement, List<String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
    }

    /** Each once, in the one order of all writers. */
    private static List<String> lockNames(List<String> names) {
        return names.stream().map(MariaDbDialect::lockName).distinct().sorted().toList();
    }

    // At most 64 characters; names that differ only in case or accent are one to these databases, and to the lock.
    private static String lockName(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return "contract-" + UUID.nameUUIDFromBytes(folded.getBytes(StandardCharsets.UTF_8));
    }
}
