package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Rejection.InvalidValue;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first of several rules that is broken: thrown by constructors, returned where values come from outside. */
final class Objections {
    private @Nullable InvalidValue first;

    Objections unless(boolean fits, String field, Object value, String allowed) {
        if (!fits && first == null) {
            first = new InvalidValue(field, value.toString(), allowed);
        }
        return this;
    }

    Objections and(Optional<InvalidValue> other) {
        if (first == null) {
            first = other.orElse(null);
        }
        return this;
    }

    Optional<InvalidValue> first() {
        return Optional.ofNullable(first);
    }

    void throwFirst() {
        if (first != null) {
            throw new IllegalArgumentException(first.message());
        }
    }

    <T> Either<InvalidValue, T> orElse(Supplier<T> value) {
        return first != null ? Either.left(first) : Either.right(value.get());
    }
}
