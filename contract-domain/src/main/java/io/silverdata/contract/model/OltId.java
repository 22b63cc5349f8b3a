package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The name of an optical line terminal (OLT) in the operator's network.
 *
 * @param value 1 to 64 characters of A-Z, a-z, 0-9 and ._-, beginning with a letter or digit
 */
public record OltId(String value) implements Comparable<OltId> {
    private static final Rule RULE = Rule.word(
            "oltId",
            Rule.ALPHANUMERIC,
            Rule.ALPHANUMERIC.or(CharMatcher.anyOf("._-")),
            64,
            "1 to 64 characters of A-Z, a-z, 0-9 and ._-, beginning with a letter or digit");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public OltId {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, OltId> parse(String text) {
        return RULE.parse(text, OltId::new);
    }

    @Override
    public int compareTo(OltId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
