package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The host's name of a discount, such as {@code WELCOME-2026}.
 *
 * @param value 1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit
 */
public record DiscountCode(String value) implements Comparable<DiscountCode> {
    private static final Rule RULE = Rule.word(
            "discountCode",
            Rule.ALPHANUMERIC,
            Rule.ALPHANUMERIC.or(CharMatcher.anyOf("._:-")),
            64,
            "1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public DiscountCode {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, DiscountCode> parse(String text) {
        return RULE.parse(text, DiscountCode::new);
    }

    @Override
    public int compareTo(DiscountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
