package io.silverdata.contract.adapters.radius.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL: an advisory lock for each name, which ends with the transaction. All are taken by one statement. */
public final class PostgresqlDialect implements Dialect {
    // any number, as long as nobody else takes the same for something else
    private static final int NAMESPACE = 0x5ADC;
    private static final String LOCK = "select count(pg_advisory_xact_lock(?, hash)) from"
            + " (select distinct hashtext(name) as hash from unnest(?) as names(name) order by hash) hashes";

    @Override
    public void begin(Connection connection, List<String> names) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, NAMESPACE);
            lock.setArray(2, connection.createArrayOf("text", names.toArray()));
            lock.execute();
        }
    }

    @Override
    public String address(String column) {
        return "host(" + column + ")";
    }

    @Override
    public String epoch(String column) {
        return "cast(extract(epoch from " + column + ") as bigint)";
    }
}
