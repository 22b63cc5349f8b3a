package io.silverdata.contract.model;

import io.vavr.control.Either;

/**
 * The network login of a subscriber (RADIUS User-Name, RFC 2865 section 5.1; FreeRADIUS keeps 64 characters).
 *
 * @param value 1 to 64 characters: letters, digits, and @._:/- with spaces inside only
 */
public record RadiusUser(String value) implements Comparable<RadiusUser> {
    private static final Rule RULE = Rule.of(
            "radiusUser",
            "[\\p{L}0-9@._:/-](?:[\\p{L}0-9@._:/ -]{0,62}[\\p{L}0-9@._:/-])?",
            "1 to 64 characters: letters, digits, and @._:/- with spaces inside only");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public RadiusUser {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, RadiusUser> parse(String text) {
        return RULE.parse(text, RadiusUser::new);
    }

    @Override
    public int compareTo(RadiusUser other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
