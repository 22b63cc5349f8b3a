package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The host's key of an add-on, as {@code iptv-basic}. A contract has an add-on once at a time.
 *
 * @param value 1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit
 */
public record AddOnId(String value) implements Comparable<AddOnId> {
    private static final Rule RULE = Rule.word(
            "addOnId",
            Rule.ALPHANUMERIC,
            Rule.ALPHANUMERIC.or(CharMatcher.anyOf("._:-")),
            64,
            "1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public AddOnId {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, AddOnId> parse(String text) {
        return RULE.parse(text, AddOnId::new);
    }

    @Override
    public int compareTo(AddOnId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
