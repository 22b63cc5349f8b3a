package io.silverdata.contract.adapters.jdbc.internal.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what was committed: beside any unit of work, on a connection of its own, row by row. */
public final class CommittedReads {
    private final DataSource dataSource;
    private final HostTransaction host;

    /** Reads on the connections of a data source. */
    public CommittedReads(DataSource dataSource, HostTransaction host) {
        this.dataSource = dataSource;
        this.host = host;
    }

    /** Something that is found out by reading. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads on a connection, which is not to be kept. */
        T on(Connection connection) throws SQLException;
    }

    /**
     * Reads in a transaction, in which PostgreSQL sends rows as they are asked for.
     *
     * @param isolation of {@link Connection}; {@link Connection#TRANSACTION_NONE} for that of the data source
     * @param doing for messages
     */
    public <T> T read(int isolation, String doing, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            host.requireNone(connection);
            OwnTransaction transaction = OwnTransaction.begin(connection, isolation, Optional.empty());
            try {
                T result = reading.on(connection);
                transaction.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failed) {
                transaction.rollBack(failed);
                throw failed;
            } finally {
                transaction.end();
            }
        } catch (SQLException failed) {
            throw Faults.of(failed, doing);
        }
    }
}
