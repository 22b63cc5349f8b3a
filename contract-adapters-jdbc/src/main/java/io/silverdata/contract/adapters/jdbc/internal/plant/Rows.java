package io.silverdata.contract.adapters.jdbc.internal.plant;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that were read before. */
final class Rows {
    /** Databases bound the number of values in one query. */
    static final int KEYS_PER_QUERY = 500;

    private Rows() {}

    /** The one under a key that must be there. */
    static <K, V> V get(Map<K, V> rows, K key) {
        @Nullable V row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("no row was read for " + key);
        }
        return row;
    }
}
