package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.spi.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.CloseException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Units of work as transactions of a database, one connection each, bound to the calling thread. Begun here, one runs at READ
 * COMMITTED; inside a transaction of the host it joins, writes before {@link #execute} returns, and leaves commit and rollback
 * to the host.
 *
 * <p>Safe for use by any number of threads.
 */
public final class JdbcUnitOfWork implements UnitOfWork, Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcUnitOfWork.class);

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final TableNames names;
    private final HostTransaction host;
    private final TransactionRules rules;

    @SuppressWarnings("ThreadLocalUsage") // one for each storage: a thread may be inside units of work of two of them
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    /** Units of work on the connections of a data source. */
    public JdbcUnitOfWork(
            DataSource dataSource, Dialect dialect, TableNames names, HostTransaction host, TransactionRules rules) {
        jdbi = Bindings.jdbi(dataSource, dialect);
        this.dialect = dialect;
        this.names = names;
        this.host = host;
        this.rules = rules;
    }

    @Override
    public void execute(Runnable work) {
        with(session -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    @Override
    public boolean isActive() {
        return current.get() != null || host.isActive();
    }

    /** Refuses to go on inside a unit of work, which may not see what others commit. */
    public void requireOutside(String method) {
        if (isActive()) {
            throw new IllegalStateException(method + " must not be called inside a unit of work");
        }
    }

    /**
     * Runs work in the transaction of a connection, which stays the caller's.
     *
     * @throws IllegalStateException if auto-commit is on, or if the thread is inside another unit of work
     */
    public void executeOn(Connection connection, Runnable work) {
        if (current.get() != null) {
            throw new IllegalStateException("the thread is inside a unit of work on another connection");
        }
        if (HostTransaction.isAutoCommit(connection)) {
            throw new IllegalStateException("the connection must have auto-commit off");
        }
        try (Handle handle = Bindings.jdbi(connection, dialect).open()) {
            join(handle, session -> {
                work.run();
                return Boolean.TRUE;
            });
        }
    }

    @Override
    public <T> T with(Function<Session, T> work) {
        return with(work, work);
    }

    @Override
    public <T> List<T> ask(String sql, List<?> values, RowReader<T> reader) {
        return with(session -> session.ask(sql, values, reader), session -> session.askOnly(sql, values, reader));
    }

    /**
     * Runs work.
     *
     * @param part as a part of a transaction that others began
     * @param whole as all that a transaction of our own does
     */
    private <T> T with(Function<Session, T> part, Function<Session, T> whole) {
        @Nullable Session session = current.get();
        if (session != null) {
            return session.run(part);
        }
        Handle handle = open();
        try {
            if (host.isActive()) {
                host.requireJoined(handle.getConnection());
                return join(handle, part);
            }
            host.requireNone(handle.getConnection());
            return begin(handle, whole);
        } finally {
            close(handle);
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

    /** What became of the work is known by then, and a pool finds out by itself that a connection is broken. */
    private static void close(Handle handle) {
        try {
            handle.close();
        } catch (CloseException failed) {
            LOG.debug("a connection could not be given back", failed);
        }
    }

    private <T> T join(Handle handle, Function<Session, T> work) {
        JoinedTransaction transaction = new JoinedTransaction(handle.getConnection());
        try {
            T result = bound(handle, transaction::beginWriting, session -> whole(session, work));
            transaction.keep();
            return result;
        } catch (RuntimeException | Error failed) {
            transaction.rollBack(failed);
            throw failed;
        }
    }

    private <T> T begin(Handle handle, Function<Session, T> work) {
        OwnTransaction transaction = OwnTransaction.begin(handle.getConnection(), rules.isolation(), rules.file());
        try {
            T result = bound(handle, transaction::beginWriting, session -> whole(session, work));
            transaction.commit();
            return result;
        } catch (RuntimeException | Error failed) {
            transaction.rollBack(failed);
            throw failed;
        } finally {
            transaction.end();
        }
    }

    /** All of the work, with what it deferred. */
    private static <T> T whole(Session session, Function<Session, T> work) {
        T done = work.apply(session);
        session.requireWhole();
        session.flushed();
        return done;
    }

    private <T> T bound(Handle handle, Runnable beforeWriting, Function<Session, T> work) {
        Session session = new Session(handle, dialect, names, beforeWriting);
        current.set(session);
        try {
            return session.run(work);
        } finally {
            current.remove();
        }
    }
}
