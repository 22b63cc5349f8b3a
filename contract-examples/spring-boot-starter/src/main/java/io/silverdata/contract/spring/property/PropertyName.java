package io.silverdata.contract.spring.property;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The full name of a property. Reads values so that what is missing or wrong is told under this name.
 *
 * @param value such as {@code contract.radius.nas[0].port}
 */
public record PropertyName(String value) {

    /** A property below this one. */
    public PropertyName child(String name) {
        return new PropertyName(value + "." + name);
    }

    /** An element of a list. */
    public PropertyName child(int index) {
        return new PropertyName(value + "[" + index + "]");
    }

    /**
     * A value that must be there.
     *
     * @throws InvalidPropertyException if it is not
     */
    public <V> V require(@Nullable V given, String allowed) {
        if (given == null) {
            throw missing(allowed);
        }
        return given;
    }

    /**
     * What is made of a value.
     *
     * @param reading throws {@link IllegalArgumentException}, whose message says what is allowed
     * @throws InvalidPropertyException if it does, or if there is no value
     */
    public <V, R> R read(@Nullable V given, Function<V, R> reading) {
        V there = require(given, "there is no default");
        return reading(there, reading, there.toString());
    }

    /**
     * A name that no element before has.
     *
     * @param before those of the elements before; the name is added
     * @throws InvalidPropertyException if one of them has it, or if there is no name
     */
    public String readAnother(@Nullable String given, Set<String> before) {
        String name = require(given, "there is no default");
        if (!before.add(name)) {
            throw refuse(name, "must be another name than those before");
        }
        return name;
    }

    /** What is made of a value that is not shown. */
    public <R> R readSecret(@Nullable String given, Function<String, R> reading) {
        return reading(require(given, "there is no default"), reading, "***");
    }

    /** That there is no value, and must be one. */
    public InvalidPropertyException missing(String allowed) {
        return InvalidPropertyException.missing(value, allowed);
    }

    /** That a value cannot be used. */
    public InvalidPropertyException refuse(Object given, String reason) {
        return InvalidPropertyException.wrong(value, given.toString(), reason);
    }

    private <V, R> R reading(V given, Function<V, R> reading, String shown) {
        try {
            return reading.apply(given);
        } catch (IllegalArgumentException wrong) {
            throw InvalidPropertyException.wrong(value, shown, String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
