package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.model.ContractId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How the identity of a contract is bound and read: MariaDB keeps sixteen bytes, since its own type sorts by a part of them. */
public final class ContractIds {
    private static final int BYTES = 16;

    private ContractIds() {}

    /** The value to bind. */
    public static Object bound(Dialect dialect, ContractId contract) {
        UUID id = contract.value();
        return switch (dialect) {
            case H2, POSTGRESQL -> id;
            case MARIADB ->
                ByteBuffer.allocate(BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        };
    }

    /** The identity in a column. */
    public static ContractId read(Dialect dialect, ResultSet row, int column) throws SQLException {
        return switch (dialect) {
            case H2, POSTGRESQL -> new ContractId(row.getObject(column, UUID.class));
            case MARIADB -> {
                ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
                yield new ContractId(new UUID(bytes.getLong(), bytes.getLong()));
            }
        };
    }
}
