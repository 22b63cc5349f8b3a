package io.silverdata.contract.memory;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sorted map whose changes go when the unit of work is rolled back. */
final class UndoableMap<K extends Comparable<? super K>, V> {
    private final NavigableMap<K, V> entries = new TreeMap<>();
    private final UndoLog undo;

    UndoableMap(UndoLog undo) {
        this.undo = undo;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    boolean contains(K key) {
        return entries.containsKey(key);
    }

    /** All entries, read only. */
    NavigableMap<K, V> entries() {
        return Collections.unmodifiableNavigableMap(entries);
    }

    void put(K key, V value) {
        V before = entries.put(key, value);
        undo.push(() -> restore(key, before));
    }

    void remove(K key) {
        V before = entries.remove(key);
        undo.push(() -> restore(key, before));
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            entries.remove(key);
        } else {
            entries.put(key, before);
        }
    }
}
