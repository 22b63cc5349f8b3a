package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the text of one kind of identifier may look like: one place for the check, the parsing and the message. */
record Rule(String field, Pattern pattern, String allowed) {
    static final Rule OVERRIDE =
            of("override", "[^\\p{Cntrl}]{1,256}", "1 to 256 characters without control characters");

    static Rule of(String field, String regex, String allowed) {
        return new Rule(field, Pattern.compile(regex), allowed);
    }

    String check(String value) {
        Objects.requireNonNull(value, field);
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(refusal(value).message());
        }
        return value;
    }

    <T> Either<Rejection.InvalidValue, T> parse(String value, Function<String, T> constructor) {
        Objects.requireNonNull(value, field);
        return pattern.matcher(value).matches() ? Either.right(constructor.apply(value)) : Either.left(refusal(value));
    }

    Rejection.InvalidValue refusal(String value) {
        return new Rejection.InvalidValue(field, value, allowed);
    }

    /** The words of others as they can be kept: no longer than {@code most}, without NUL, no character cut in half. */
    static String prose(String field, String text, int most) {
        String kept = Objects.requireNonNull(text, field).replace('\0', '\uFFFD');
        if (kept.length() <= most) {
            return kept;
        }
        return kept.substring(0, Character.isHighSurrogate(kept.charAt(most - 1)) ? most - 1 : most);
    }

    static int range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, Integer.toString(value), least + " to " + most).message());
        }
        return value;
    }

    static long range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, Long.toString(value), least + " to " + most).message());
        }
        return value;
    }
}
