package io.silverdata.contract;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One value of the builder, set at most once. Not thread-safe. */
final class Slot<T> {
    private final String name;
    private @Nullable T value;

    Slot(String name) {
        this.name = name;
    }

    void set(T given) {
        Objects.requireNonNull(given, name);
        if (value != null) {
            throw new IllegalStateException(name + " is set already, to " + value + "; a second value is " + given);
        }
        value = given;
    }

    /** Checks the value that was set. */
    void require(boolean fits, String allowed) {
        if (!fits) {
            throw new IllegalArgumentException(name + " must be " + allowed + ", was \"" + value + "\"");
        }
    }

    boolean isSet() {
        return value != null;
    }

    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    T or(Supplier<? extends T> defaultValue) {
        T set = value;
        return set != null ? set : defaultValue.get();
    }

    T required() {
        T set = value;
        if (set == null) {
            throw new IllegalStateException(name + " is required");
        }
        return set;
    }
}
