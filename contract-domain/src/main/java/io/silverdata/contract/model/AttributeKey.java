package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The host's name of an attribute of contracts, as {@code sales.agent}.
 *
 * @param value 1 to 64 characters of a-z, 0-9, dot, hyphen and underscore, beginning with a letter
 */
public record AttributeKey(String value) implements Comparable<AttributeKey> {
    private static final CharMatcher SMALL = CharMatcher.inRange('a', 'z');
    private static final Rule RULE = Rule.word(
            "attributeKey",
            SMALL,
            SMALL.or(Rule.DIGIT).or(CharMatcher.anyOf(".-_")),
            64,
            "1 to 64 characters of a-z, 0-9, dot, hyphen and underscore, beginning with a letter");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public AttributeKey {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, AttributeKey> parse(String text) {
        return RULE.parse(text, AttributeKey::new);
    }

    @Override
    public int compareTo(AttributeKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
