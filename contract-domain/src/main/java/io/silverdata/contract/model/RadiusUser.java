package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The network login of a subscriber (RADIUS User-Name, RFC 2865 section 5.1; FreeRADIUS keeps 64 characters).
 *
 * @param value 1 to 64 characters: letters, digits, and @._:/- with spaces inside only
 */
public record RadiusUser(String value) implements Comparable<RadiusUser> {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
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

    /**
     * Whether some databases take the two for one, as MariaDB does by default: they differ in case and accents only, or not at
     * all.
     */
    public boolean isAlike(RadiusUser other) {
        return folded().equals(other.folded());
    }

    private String folded() {
        return ACCENTS.matcher(Normalizer.normalize(value, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
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
