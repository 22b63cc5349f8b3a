package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What databases call themselves. */
public final class Products {
    private Products() {}

    /**
     * Asks a database what it is.
     *
     * @throws StorageException if it is none of those that are known
     */
    public static Dialect dialectOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> Dialect.H2;
            case "postgresql" -> Dialect.POSTGRESQL;
            case "mariadb" -> Dialect.MARIADB;
            default ->
                throw new StorageException("the database must be one of H2, PostgreSQL, MariaDB, was " + product);
        };
    }
}
