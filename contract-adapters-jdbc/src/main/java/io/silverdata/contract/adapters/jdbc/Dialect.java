package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.StorageException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The databases that are known, each with its own SQL. */
public enum Dialect {
    /** H2, 2.3 and later. */
    H2("H2"),
    /** PostgreSQL, 13 and later. */
    POSTGRESQL("PostgreSQL"),
    /** MariaDB, 10.6 and later, with InnoDB. */
    MARIADB("MariaDB");

    private static final int KEY_BYTES = 16;

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    /**
     * Asks a database what it is.
     *
     * @throws StorageException if it cannot be reached, or is none of those that are known
     */
    public static Dialect detect(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection);
        } catch (SQLException failed) {
            throw Faults.of(failed, "asking the database what it is");
        }
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(dialect -> dialect.product.equalsIgnoreCase(product))
                .findFirst()
                .orElseThrow(() -> new StorageException("the database must be one of " + known() + ", was " + product));
    }

    /** The folder of its scripts below {@code META-INF/contract/schema}. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether several statements go to the server in one message, and come back with one answer. */
    boolean takesStatementsTogether() {
        return this == POSTGRESQL;
    }

    /** Whether a query over several tables can lock the rows of one of them. */
    boolean locksOneTableOfMany() {
        return this == POSTGRESQL;
    }

    /** Whether a transaction can go on after a statement that failed. */
    boolean goesOnAfterFailure() {
        return this != POSTGRESQL;
    }

    /** An identity as it is bound: MariaDB keeps sixteen bytes, since its own type sorts by a part of them. */
    Object key(UUID id) {
        return switch (this) {
            case H2, POSTGRESQL -> id;
            case MARIADB ->
                ByteBuffer.allocate(KEY_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        };
    }

    UUID key(ResultSet row, int column) throws SQLException {
        return switch (this) {
            case H2, POSTGRESQL -> row.getObject(column, UUID.class);
            case MARIADB -> {
                ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
                yield new UUID(bytes.getLong(), bytes.getLong());
            }
        };
    }

    private static String known() {
        return Arrays.stream(values()).map(dialect -> dialect.product).collect(Collectors.joining(", "));
    }
}
