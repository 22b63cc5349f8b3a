package io.silverdata.contract.model;

import java.util.ArrayList;
import java.util.List;

/** Unchangeable lists with one item more or less. */
final class ListCopies {

    private ListCopies() {}

    /** With an item at the end. */
    static <T> List<T> with(List<T> list, T item) {
        if (list.isEmpty()) {
            return List.of(item);
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    /** Without the first item that is equal; the same list if there is none. */
    static <T> List<T> without(List<T> list, T item) {
        if (!list.contains(item)) {
            return list;
        }
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(item);
        return List.copyOf(shorter);
    }
}
