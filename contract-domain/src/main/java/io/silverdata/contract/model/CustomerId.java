package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The host's key of the customer who holds a contract (the titular).
 *
 * @param value 1 to 64 characters of A-Z, a-z, 0-9 and ._:@-, beginning with a letter or digit
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
    private static final Rule RULE = Rule.word(
            "customerId",
            Rule.ALPHANUMERIC,
            Rule.ALPHANUMERIC.or(CharMatcher.anyOf("._:@-")),
            64,
            "1 to 64 characters of A-Z, a-z, 0-9 and ._:@-, beginning with a letter or digit");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public CustomerId {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, CustomerId> parse(String text) {
        return RULE.parse(text, CustomerId::new);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
