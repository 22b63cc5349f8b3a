package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * A key chosen by the caller for one command, so that the same command sent twice is carried out once.
 *
 * @param value 1 to 128 printable ASCII characters without spaces
 */
public record IdempotencyKey(String value) implements Comparable<IdempotencyKey> {
    private static final Rule RULE = Rule.word(
            "idempotencyKey",
            CharMatcher.inRange('!', '~'),
            CharMatcher.inRange('!', '~'),
            128,
            "1 to 128 printable ASCII characters without spaces");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public IdempotencyKey {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, IdempotencyKey> parse(String text) {
        return RULE.parse(text, IdempotencyKey::new);
    }

    @Override
    public int compareTo(IdempotencyKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
