package io.silverdata.contract.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of an answer.
 *
 * @param items in the order that was asked for
 * @param next where the next page begins, for {@link Page#after}; empty if there is nothing behind this page. Opaque: 1 to 512
 *     characters that need no escaping in a URL
 * @param <T> of what
 */
public record Listing<T>(List<T> items, Optional<String> next) {

    public Listing {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }

    /**
     * A page made of what was found, for adapter authors.
     *
     * @param found up to one more than the page may have: the one more says that there is a next page
     * @param page which was asked for
     * @param cursor the place of an item
     */
    public static <T> Listing<T> of(List<T> found, Page page, Function<T, Cursor> cursor) {
        if (found.size() <= page.size()) {
            return new Listing<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, page.size());
        return new Listing<>(
                items, Optional.of(cursor.apply(items.get(items.size() - 1)).token()));
    }
}
