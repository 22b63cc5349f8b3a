package io.silverdata.contract.adapters.jdbc.internal.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether the calling thread is inside a transaction of the host. The host alone says so; a connection that tells otherwise is
 * refused, since what is written on it would be kept or lost with something else than the host believes.
 */
public final class HostTransaction {
    private final Optional<BooleanSupplier> predicate;

    /** @param predicate empty for a host that joins on connections only, or not at all */
    public HostTransaction(Optional<BooleanSupplier> predicate) {
        this.predicate = predicate;
    }

    public boolean isActive() {
        return predicate.filter(BooleanSupplier::getAsBoolean).isPresent();
    }

    /** Refuses a connection for a transaction of our own that may be in one of the host. */
    public void requireNone(Connection connection) {
        if (predicate.isEmpty() && !isAutoCommit(connection)) {
            throw new IllegalStateException("the data source gave a connection with auto-commit off, which may be in a"
                    + " transaction of the host; pass hostTransaction(..) to the builder of the storage, so that it knows"
                    + " when to join");
        }
    }

    /** Refuses a connection for a transaction of the host that is in none. */
    void requireJoined(Connection connection) {
        if (isAutoCommit(connection)) {
            throw new IllegalStateException("hostTransaction says that the thread is inside a transaction, but the data"
                    + " source gave a connection with auto-commit on, which is in none; give the storage the data source of"
                    + " that transaction, in Spring inside a TransactionAwareDataSourceProxy");
        }
    }

    static boolean isAutoCommit(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException failed) {
            throw Faults.of(failed, "asking a connection whether it is in a transaction");
        }
    }
}
