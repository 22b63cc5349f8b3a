package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** What one unit of work asks and writes on one connection: used by one thread, and gone with it. */
public final class Session implements Questions {
    private final Handle handle;
    private final Dialect dialect;
    private final TableNames names;
    private final Runnable beforeWriting;
    private final DeferredWrites deferred;
    private final FirstFault fault = new FirstFault();
    private final Map<Class<?>, Object> memos = new HashMap<>();

    /** @param beforeWriting is run before each statement that writes or locks */
    Session(Handle handle, Dialect dialect, TableNames names, Runnable beforeWriting) {
        this.handle = handle;
        this.dialect = dialect;
        this.names = names;
        this.beforeWriting = beforeWriting;
        deferred = new DeferredWrites(handle.getConnection(), dialect, names);
    }

    /** What the database is. */
    public Dialect dialect() {
        return dialect;
    }

    /** A question that locks nothing; it does not see deferred writes. */
    public Query query(String sql) {
        return handle.createQuery(names.sql(sql));
    }

    @Override
    public <T> List<T> ask(String sql, List<?> values, RowReader<T> reader) {
        return ask(sql, values, reader, "SET LOCAL plan_cache_mode TO DEFAULT");
    }

    /** Asks what is all that a transaction of our own is for. PostgreSQL commits in the same message. */
    <T> List<T> askOnly(String sql, List<?> values, RowReader<T> reader) {
        return ask(sql, values, reader, "COMMIT");
    }

    private <T> List<T> ask(String sql, List<?> values, RowReader<T> reader, String end) {
        flushed();
        String question = dialect == Dialect.POSTGRESQL
                ? "SET LOCAL plan_cache_mode TO force_custom_plan; " + sql + "; " + end
                : sql;
        try (PreparedStatement statement = handle.getConnection().prepareStatement(names.sql(question))) {
            for (int place = 0; place < values.size(); place++) {
                statement.setObject(place + 1, values.get(place));
            }
            boolean isRows = statement.execute();
            while (!isRows) {
                isRows = statement.getMoreResults();
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw Faults.of(failed, "answering a query");
        }
    }

    /** A question that locks the rows it finds, or changes them. */
    public Query lockingQuery(String sql) {
        beforeWriting.run();
        return handle.createQuery(names.sql(sql));
    }

    /** A change that is made at once. */
    public Update update(String sql) {
        beforeWriting.run();
        return handle.createUpdate(names.sql(sql));
    }

    /** The same change for many rows, made at once. */
    public PreparedBatch batch(String sql) {
        beforeWriting.run();
        return handle.prepareBatch(names.sql(sql));
    }

    /** A change that is made when the unit of work ends, or before somebody asks about contracts, events or work. */
    public void defer(DeferredWrite write) {
        deferred.add(write);
    }

    /** Makes the deferred changes now. */
    public Session flushed() {
        if (!deferred.isEmpty()) {
            beforeWriting.run();
            deferred.send();
        }
        return this;
    }

    /** Makes the deferred changes now if any of them is of a table; for a question about that table alone. */
    public Session flushedFor(String table) {
        return deferred.concern(table) ? flushed() : this;
    }

    /**
     * From now on PostgreSQL makes a plan for each statement. A plan that it keeps was made for tables as they were, empty
     * perhaps, and for any values.
     */
    public void planAnew() {
        planMode("force_custom_plan");
    }

    /** Plans may be kept again; so it is in each transaction to begin with. */
    public void keepPlans() {
        planMode("DEFAULT");
    }

    private void planMode(String mode) {
        if (dialect == Dialect.POSTGRESQL) {
            update("SET LOCAL plan_cache_mode TO " + mode).execute();
        }
    }

    /** What its owner remembers for as long as the unit of work lasts, one of each type. */
    public <T> T memo(Class<T> type, Supplier<T> empty) {
        return type.cast(memos.computeIfAbsent(type, first -> empty.get()));
    }

    /** Runs a part of the unit of work. A fault of it ends the whole. */
    <T> T run(Function<Session, T> part) {
        return fault.watch(() -> part.apply(this));
    }

    /** Throws what ended the unit of work, if anything did. */
    void requireWhole() {
        fault.rethrow();
    }
}
