package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.ConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** One unit of work on one connection: used by one thread, and gone with it. */
final class Session {
    private static final String BEFORE_WRITES = "contract_writes";

    private final Handle handle;
    private final Dialect dialect;
    private final Names names;
    private final Runnable beforeWriting;
    private final Pending pending;
    private final Map<ContractId, Contract> seen = new HashMap<>();
    private final Map<IdempotencyKey, Optional<CommandRecord>> commands = new HashMap<>();
    private @Nullable RuntimeException lost;

    /** @param beforeWriting is run before each statement that writes or locks */
    Session(Handle handle, Dialect dialect, Names names, Runnable beforeWriting) {
        this.handle = handle;
        this.dialect = dialect;
        this.names = names;
        this.beforeWriting = beforeWriting;
        pending = new Pending(handle.getConnection(), dialect, names);
    }

    Dialect dialect() {
        return dialect;
    }

    /** A question; what waits to be written is not seen by it. */
    Query query(String sql) {
        if (sql.contains("FOR UPDATE")) {
            beforeWriting.run();
        }
        return handle.createQuery(names.sql(sql));
    }

    /** A change that is made at once. */
    Update update(String sql) {
        beforeWriting.run();
        return handle.createUpdate(names.sql(sql));
    }

    /** The same change for many rows, made at once. */
    PreparedBatch batch(String sql) {
        beforeWriting.run();
        return handle.prepareBatch(names.sql(sql));
    }

    /**
     * From now on PostgreSQL makes a plan for each statement. A plan that it keeps was made for tables as they were, empty
     * perhaps, and for any values.
     */
    void planAnew() {
        planMode("force_custom_plan");
    }

    /** Plans may be kept again; so it is in each transaction to begin with. */
    void keepPlans() {
        planMode("DEFAULT");
    }

    private void planMode(String mode) {
        if (dialect == Dialect.POSTGRESQL) {
            update("SET LOCAL plan_cache_mode TO " + mode).execute();
        }
    }

    /** A change that may wait until the unit of work ends, or until somebody asks about contracts, events or work. */
    void later(Write write) {
        pending.add(write);
    }

    /** Writes what waited. */
    Session settled() {
        if (!pending.isEmpty()) {
            beforeWriting.run();
            pending.send();
        }
        return this;
    }

    /** Writes what waited, or nothing of it. For a transaction that goes on whatever comes of this. */
    void settleAsOne() {
        if (pending.isEmpty()) {
            return;
        }
        // as SQL: the connections of transaction managers refuse setSavepoint and rollback(savepoint)
        try (Statement savepoint = connection().createStatement()) {
            savepoint.execute("SAVEPOINT " + BEFORE_WRITES);
            try {
                pending.send();
            } catch (RuntimeException failed) {
                rollBack(savepoint, failed);
                throw failed;
            }
            savepoint.execute("RELEASE SAVEPOINT " + BEFORE_WRITES);
        } catch (SQLException failed) {
            throw Faults.of(failed, "writing inside a transaction of the host");
        }
    }

    /** The reason counts: a database that ended the whole transaction has no savepoint left. */
    private static void rollBack(Statement savepoint, RuntimeException reason) {
        try {
            savepoint.execute("ROLLBACK TO SAVEPOINT " + BEFORE_WRITES);
        } catch (SQLException gone) {
            reason.addSuppressed(gone);
        }
    }

    /** Remembers a contract as it is in the database, so that saving it knows what changes. */
    Contract saw(Contract contract) {
        seen.put(contract.id(), contract);
        return contract;
    }

    /** A contract as it was read or written last: a unit of work sees one and the same until it writes another. */
    Optional<Contract> seen(ContractId id) {
        return Optional.ofNullable(seen.get(id));
    }

    /** The commands that were asked for or written, by their keys; empty where there was none. */
    Map<IdempotencyKey, Optional<CommandRecord>> commands() {
        return commands;
    }

    Connection connection() {
        return handle.getConnection();
    }

    /**
     * Runs a part of the unit of work. A fault of the database ends the whole of it, even if the caller catches it: what
     * was written so far may be a half.
     */
    <T> T guard(Supplier<T> part) {
        try {
            return part.get();
        } catch (JdbiException failed) {
            RuntimeException fault = translated(failed);
            lost = fault;
            throw fault;
        } catch (ConflictException conflict) {
            lost = conflict;
            throw conflict;
        }
    }

    /** Throws what ended the unit of work, if anything did. */
    void requireWhole() {
        if (lost != null) {
            throw lost;
        }
    }

    private static RuntimeException translated(JdbiException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Faults.isDuplicate(sql)
                        ? new ConflictException(
                                ConflictException.Kind.SERIALIZATION, "another transaction was faster", sql)
                        : Faults.of(sql, "a statement");
            }
        }
        return failed;
    }
}
