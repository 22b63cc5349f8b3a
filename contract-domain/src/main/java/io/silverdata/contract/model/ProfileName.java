package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The name of a service profile on the network: a RADIUS plan group, or a line profile of the OLTs.
 *
 * @param value 1 to 64 characters of A-Z, a-z, 0-9, space and ._:/-, beginning with a letter or digit
 */
public record ProfileName(String value) implements Comparable<ProfileName> {
    private static final Rule RULE = Rule.word(
            "profileName",
            Rule.ALPHANUMERIC,
            Rule.ALPHANUMERIC.or(CharMatcher.anyOf(" ._:/-")),
            64,
            "1 to 64 characters of A-Z, a-z, 0-9, space and ._:/-, beginning with a letter or digit");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public ProfileName {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, ProfileName> parse(String text) {
        return RULE.parse(text, ProfileName::new);
    }

    @Override
    public int compareTo(ProfileName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
