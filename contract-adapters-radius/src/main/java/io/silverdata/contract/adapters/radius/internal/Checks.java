package io.silverdata.contract.adapters.radius.internal;

import io.silverdata.contract.model.Rejection;
import java.time.Duration;

/** Arguments that are out of range, in the words in which the domain refuses them. */
public final class Checks {
    private Checks() {}

    /** Refuses a value unless it is allowed. */
    public static void that(boolean allowed, String field, Object value, String what) {
        if (!allowed) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, String.valueOf(value), what).message());
        }
    }

    /** The number, if it is within the range. */
    public static int range(String field, int value, int min, int max) {
        that(value >= min && value <= max, field, value, min + " to " + max);
        return value;
    }

    /** The duration, if it is within the range. */
    public static Duration range(String field, Duration value, Duration min, Duration max) {
        that(value.compareTo(min) >= 0 && value.compareTo(max) <= 0, field, value, min + " to " + max);
        return value;
    }
}
