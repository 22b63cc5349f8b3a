package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Units of work as transactions of a database, one connection each, bound to the calling thread.
 *
 * <p>Inside a transaction of the host it joins: it uses the host's connection, writes before {@link #execute} returns, and
 * leaves commit and rollback to the host. Whether there is one, the host's predicate says (see
 * {@link JdbcStorage.Builder#hostTransaction}); without a predicate, a connection that comes with auto-commit off is taken
 * for the host's. Where the host has a connection and no more, {@link #executeOn} joins it.
 *
 * <p>Begun here, a unit of work runs at {@link Connection#TRANSACTION_READ_COMMITTED}. What the ports write may wait until
 * it ends, so that a conflict may surface only then. It is never repeated here: {@code Contracts} does that where the unit
 * of work is its own. A serialization failure or a deadlock is a {@link io.silverdata.contract.spi.ConflictException} of
 * kind {@code SERIALIZATION}; inside a host's transaction the host has to roll back and repeat.
 *
 * <p>Safe for use by any number of threads.
 */
public final class JdbcUnitOfWork implements UnitOfWork {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Names names;
    private final Optional<BooleanSupplier> hostTransaction;
    private final boolean setsIsolation;
    private final boolean writesThrough;

    @SuppressWarnings("ThreadLocalUsage") // one for each storage: a thread may be inside units of work of two of them
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    JdbcUnitOfWork(
            Jdbi jdbi,
            Dialect dialect,
            Names names,
            Optional<BooleanSupplier> hostTransaction,
            boolean setsIsolation,
            boolean writesThrough) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.names = names;
        this.hostTransaction = hostTransaction;
        this.setsIsolation = setsIsolation;
        this.writesThrough = writesThrough;
    }

    @Override
    public void execute(Runnable work) {
        in(session -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    @Override
    public boolean isActive() {
        return current.get() != null
                || hostTransaction.filter(BooleanSupplier::getAsBoolean).isPresent();
    }

    /**
     * Runs work in the transaction of a connection. The connection stays the caller's: it is neither committed, rolled back
     * nor closed.
     *
     * @param connection with auto-commit off
     * @param work sees what the caller's transaction wrote, and is kept or lost with it
     * @throws IllegalStateException if auto-commit is on, or if the thread is inside another unit of work
     */
    public void executeOn(Connection connection, Runnable work) {
        if (current.get() != null) {
            throw new IllegalStateException("the thread is inside a unit of work on another connection");
        }
        if (isAutoCommit(connection)) {
            throw new IllegalStateException("the connection must have auto-commit off");
        }
        try (Handle handle = Values.jdbi(connection, dialect).open()) {
            join(handle, session -> {
                work.run();
                return Boolean.TRUE;
            });
        }
    }

    /** Runs work in the unit of work that is under way, or else in one of its own. */
    <T> T in(Function<Session, T> work) {
        @Nullable Session session = current.get();
        if (session != null) {
            return session.guard(() -> work.apply(session));
        }
        try (Handle handle = open()) {
            return isHosts(handle.getConnection()) ? join(handle, work) : begin(handle, work);
        }
    }

    private Handle open() {
        try {
            return jdbi.open();
        } catch (ConnectionException failed) {
            throw failed.getCause() instanceof SQLException cause
                    ? Faults.of(cause, "connecting to the database")
                    : failed;
        }
    }

    private boolean isHosts(Connection connection) {
        return hostTransaction.map(BooleanSupplier::getAsBoolean).orElseGet(() -> !isAutoCommit(connection));
    }

    private <T> T join(Handle handle, Function<Session, T> work) {
        return bound(handle, () -> {}, session -> {
            T result = work.apply(session);
            session.requireWhole();
            session.settleAsOne();
            return result;
        });
    }

    private <T> T begin(Handle handle, Function<Session, T> work) {
        OwnTransaction transaction = OwnTransaction.begin(handle.getConnection(), setsIsolation, writesThrough);
        try {
            T result = bound(handle, transaction::beginWriting, session -> {
                T done = work.apply(session);
                session.requireWhole();
                session.settled();
                return done;
            });
            transaction.commit();
            return result;
        } catch (RuntimeException | Error failed) {
            transaction.rollBack(failed);
            throw failed;
        } finally {
            transaction.end();
        }
    }

    private <T> T bound(Handle handle, Runnable beforeWriting, Function<Session, T> work) {
        Session session = new Session(handle, dialect, names, beforeWriting);
        current.set(session);
        try {
            return session.guard(() -> work.apply(session));
        } finally {
            current.remove();
        }
    }

    private static boolean isAutoCommit(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException failed) {
            throw new StorageException("the connection does not say whether it is in a transaction", failed);
        }
    }
}
