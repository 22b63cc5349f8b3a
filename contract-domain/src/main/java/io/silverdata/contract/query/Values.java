package io.silverdata.contract.query;

import io.silverdata.contract.model.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The checks of the values of a query: one place for what is allowed and for the message. */
final class Values {
    static final int MAX_VALUES = 1_000;

    private Values() {}

    /** The values of one condition, 1 to 1,000. */
    static <T> Set<T> several(String field, Collection<? extends T> values) {
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw new InvalidQueryException(field, values.size() + " values", "1 to " + MAX_VALUES + " values");
        }
        return Set.copyOf(values);
    }

    /** The text of several values. */
    static <T> Set<String> texts(String field, List<T> values, Function<T, String> text) {
        return several(field, values.stream().map(text).toList());
    }

    /** Texts of a form. */
    static Set<String> matching(String field, Pattern form, String allowed, Collection<String> values) {
        Set<String> checked = new LinkedHashSet<>();
        for (String value : values) {
            if (!form.matcher(value).matches()) {
                throw new InvalidQueryException(field, value, allowed);
            }
            checked.add(value);
        }
        return several(field, checked);
    }

    static void times(String fromField, Instant from, String toField, Instant to) {
        inRange(fromField, from);
        inRange(toField, to);
        if (!from.isBefore(to)) {
            throw new InvalidQueryException(toField, to.toString(), "after " + from);
        }
    }

    static void days(String fromField, LocalDate from, String toField, LocalDate to) {
        inRange(fromField, from.atStartOfDay().toInstant(ZoneOffset.UTC), from);
        inRange(toField, to.atStartOfDay().toInstant(ZoneOffset.UTC), to);
        if (!from.isBefore(to)) {
            throw new InvalidQueryException(toField, to.toString(), "after " + from);
        }
    }

    private static void inRange(String field, Instant time) {
        inRange(field, time, time);
    }

    private static void inRange(String field, Instant time, Object value) {
        if (TimeRange.objection(field, time).isPresent()) {
            throw new InvalidQueryException(field, value.toString(), TimeRange.EARLIEST + " to " + TimeRange.LATEST);
        }
    }
}
