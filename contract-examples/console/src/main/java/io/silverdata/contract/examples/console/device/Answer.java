package io.silverdata.contract.examples.console.device;

import java.util.Objects;
import java.util.Optional;

/**
 * What a device said when it was asked, or why it said nothing.
 *
 * @param value what it said; empty if there was no answer
 * @param problem why there was none, in the words of the adapter; empty if there was one
 * @param <T> of what
 */
public record Answer<T>(Optional<T> value, Optional<String> problem) {
    public Answer {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(problem, "problem");
    }

    /** An answer. */
    public static <T> Answer<T> of(T value) {
        return new Answer<>(Optional.of(value), Optional.empty());
    }

    /** No answer. */
    public static <T> Answer<T> none(String problem) {
        return new Answer<>(Optional.empty(), Optional.of(problem));
    }
}
