package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the text of one kind of identifier may look like: one place for the check, the parsing and the message. */
record Rule(String field, Predicate<String> fits, String allowed) {
    private static final CharMatcher CONTROL =
            CharMatcher.inRange('\0', '\u001F').or(CharMatcher.is('\u007F')).precomputed();

    static final CharMatcher CAPITAL = CharMatcher.inRange('A', 'Z');
    static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
    static final CharMatcher ALPHANUMERIC =
            CAPITAL.or(CharMatcher.inRange('a', 'z')).or(DIGIT);
    static final Rule OVERRIDE = text("override", 256);
    static final Rule REASON = text("reason", 256);

    /** Of a regular expression. The other rules are several times as fast, and reading a million contracts asks them often. */
    static Rule of(String field, String regex, String allowed) {
        Pattern pattern = Pattern.compile(regex);
        return new Rule(field, value -> pattern.matcher(value).matches(), allowed);
    }

    /**
     * Of characters of one kind.
     *
     * @param first what it may begin with; all of them among {@code any}
     */
    static Rule word(String field, CharMatcher first, CharMatcher any, int max, String allowed) {
        CharMatcher begins = first.precomputed();
        CharMatcher goesOn = any.precomputed();
        return new Rule(
                field,
                value -> !value.isEmpty()
                        && value.length() <= max
                        && begins.matches(value.charAt(0))
                        && goesOn.matchesAllOf(value),
                allowed);
    }

    /** Of words for people; {@code max} counts characters as people do, not halves of them. */
    static Rule text(String field, int max) {
        return new Rule(
                field,
                value -> !value.isEmpty()
                        && value.codePointCount(0, value.length()) <= max
                        && CONTROL.matchesNoneOf(value)
                        && Texts.isWellFormed(value),
                "1 to " + max + " characters without control characters or lone surrogates");
    }

    String check(String value) {
        Objects.requireNonNull(value, field);
        if (!fits.test(value)) {
            throw new IllegalArgumentException(refusal(value).message());
        }
        return value;
    }

    <T> Either<Rejection.InvalidValue, T> parse(String value, Function<String, T> constructor) {
        Objects.requireNonNull(value, field);
        return fits.test(value) ? Either.right(constructor.apply(value)) : Either.left(refusal(value));
    }

    Rejection.InvalidValue refusal(String value) {
        return new Rejection.InvalidValue(field, value, allowed);
    }

    static int range(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, Integer.toString(value), min + " to " + max).message());
        }
        return value;
    }

    static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, Long.toString(value), min + " to " + max).message());
        }
        return value;
    }
}
