package io.silverdata.contract.examples.console.background;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run's page shows of single contracts: of each kind of result the latest 500, so that a run over a million contracts needs no more
 * memory than one over a thousand. Thread-safe.
 *
 * @param <K> the kind of result
 * @param <R> a row
 */
public final class KeptRows<K extends Enum<K>, R> {
    private static final int MOST = 500;

    private final Map<K, Deque<R>> rows;

    /** None yet. */
    public KeptRows(Class<K> kinds) {
        rows = new EnumMap<>(kinds);
    }

    /** Keeps a row. */
    public synchronized void add(K kind, R row) {
        Deque<R> kept = rows.computeIfAbsent(kind, none -> new ArrayDeque<>());
        if (kept.size() == MOST) {
            kept.removeLast();
        }
        kept.addFirst(row);
    }

    /** Those of a kind, the latest first. */
    public synchronized List<R> of(K kind) {
        Deque<R> kept = rows.get(kind);
        return kept == null ? List.of() : List.copyOf(kept);
    }
}
