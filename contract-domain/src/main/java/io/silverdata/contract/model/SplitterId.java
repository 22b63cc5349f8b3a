package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The name of a passive optical splitter, usually the street box (NAP, CTO) that holds it.
 *
 * @param value 1 to 64 characters of A-Z, a-z, 0-9 and ._-, beginning with a letter or digit
 */
public record SplitterId(String value) implements Comparable<SplitterId> {
    private static final Rule RULE = Rule.word(
            "splitterId",
            Rule.ALPHANUMERIC,
            Rule.ALPHANUMERIC.or(CharMatcher.anyOf("._-")),
            64,
            "1 to 64 characters of A-Z, a-z, 0-9 and ._-, beginning with a letter or digit");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public SplitterId {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, SplitterId> parse(String text) {
        return RULE.parse(text, SplitterId::new);
    }

    @Override
    public int compareTo(SplitterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
