package io.silverdata.contract.feasibility;

import io.silverdata.contract.model.Rejection;

/** The check of a parameter against its range, with the message that the rest of the library uses. */
final class Range {
    private Range() {}

    static <T extends Comparable<T>> T check(String field, T value, T min, T max) {
        // written so that a number which is none is refused too
        if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
            return value;
        }
        throw new IllegalArgumentException(
                new Rejection.InvalidValue(field, value.toString(), min + " to " + max).message());
    }
}
