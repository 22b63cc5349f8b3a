package io.silverdata.contract.model;

import io.vavr.control.Either;

/**
 * The host's key of the customer who holds a contract (the titular).
 *
 * @param value 1 to 64 characters of A-Z, a-z, 0-9 and ._:@-, beginning with a letter or digit
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
    private static final Rule RULE = Rule.of(
            "customerId",
            // with classes that are known, this takes half the time of ranges; reports read a million of them
            "\\p{Alnum}[\\w.:@-]{0,63}",
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
