package io.silverdata.contract.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which part of an answer is asked for.
 *
 * @param size how many at most, 1 to 1,000
 * @param after where the page before ended: {@link Listing#next()} of it; empty for the first page
 */
public record Page(int size, Optional<String> after) {
    /** The largest page. */
    public static final int MAX_SIZE = 1_000;

    /**
     * Checks the size.
     *
     * @throws InvalidQueryException naming field, value and what is allowed
     */
    public Page {
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidQueryException("size", Integer.toString(size), "1 to " + MAX_SIZE);
        }
        Objects.requireNonNull(after, "after");
    }

    /**
     * Checks a list of what is asked for at once.
     *
     * @throws InvalidQueryException if it is longer than a page may be
     */
    public static <T> List<T> requireAtMost(String field, List<T> wanted) {
        if (wanted.size() > MAX_SIZE) {
            throw new InvalidQueryException(field, wanted.size() + " values", "at most " + MAX_SIZE + " values");
        }
        return wanted;
    }

    /**
     * The first page.
     *
     * @throws InvalidQueryException if the size is not 1 to 1,000
     */
    public static Page first(int size) {
        return new Page(size, Optional.empty());
    }

    /**
     * The page behind another.
     *
     * @param cursor {@link Listing#next()} of the page before; it is checked when the page is asked for
     * @throws InvalidQueryException if the size is not 1 to 1,000
     */
    public static Page after(String cursor, int size) {
        return new Page(size, Optional.of(cursor));
    }
}
