package io.silverdata.contract.adapters.radius.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** PostgreSQL: an advisory lock that ends with the transaction. */
public final class PostgresqlDialect implements Dialect {
    // any number, as long as nobody else takes the same for something else
    private static final int NAMESPACE = 0x5ADC;

    @Override
    public void begin(Connection connection, String name) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?, hashtext(?))")) {
            lock.setInt(1, NAMESPACE);
            lock.setString(2, name);
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
