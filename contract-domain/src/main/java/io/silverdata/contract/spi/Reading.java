package io.silverdata.contract.spi;

import java.util.Objects;
import java.util.function.Function;

/**
 * What came of reading something from the network: the whole of it, or nothing. What cannot be read is never absent.
 *
 * @param <T> what is read
 */
public sealed interface Reading<T> {

    /** Calls the one that fits: with what was read, or with why it could not be. */
    <R> R match(Function<? super T, ? extends R> complete, Function<? super String, ? extends R> unreadable);

    /**
     * It was read.
     *
     * @param value the whole of it
     * @param <T> what is read
     */
    record Complete<T>(T value) implements Reading<T> {
        public Complete {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R match(
                Function<? super T, ? extends R> complete, Function<? super String, ? extends R> unreadable) {
            return complete.apply(value);
        }
    }

    /**
     * It could not be read.
     *
     * @param detail why
     * @param <T> what was to be read
     */
    record Unreadable<T>(String detail) implements Reading<T> {
        public Unreadable {
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(
                Function<? super T, ? extends R> complete, Function<? super String, ? extends R> unreadable) {
            return unreadable.apply(detail);
        }
    }
}
