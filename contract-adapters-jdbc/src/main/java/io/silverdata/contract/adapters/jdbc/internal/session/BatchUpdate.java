package io.silverdata.contract.adapters.jdbc.internal.session;

import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The same statement for many things, so many at a time. */
public final class BatchUpdate {
    private BatchUpdate() {}

    /** Binds one thing to a row of a batch. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedBatch batch, T item);
    }

    /** How many rows changed. */
    public static <T> int run(Session session, int size, List<T> items, String sql, Binder<T> binder) {
        int changed = 0;
        for (int first = 0; first < items.size(); first += size) {
            try (PreparedBatch batch = session.batch(sql)) {
                for (T item : items.subList(first, Math.min(first + size, items.size()))) {
                    binder.bind(batch, item);
                    batch.add();
                }
                for (int rows : batch.execute()) {
                    changed += Math.max(0, rows);
                }
            }
        }
        return changed;
    }
}
