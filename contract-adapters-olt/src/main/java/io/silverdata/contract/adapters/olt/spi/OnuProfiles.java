package io.silverdata.contract.adapters.olt.spi;

import java.util.Optional;

/**
 * The two profiles of the OLT that say what an ONU is and does. OLTs that know profiles by number take decimal digits.
 *
 * @param line what is between OLT and ONU (T-CONTs, GEM ports, bandwidth), 1 to 32 printable ASCII characters
 * @param service what is behind the ONU (its ports), or the ONU's type; 1 to 32 printable ASCII characters
 */
public record OnuProfiles(String line, String service) {
    private static final int MAX_LENGTH = 32;

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public OnuProfiles {
        check("line", line);
        check("service", service);
    }

    /**
     * Refuses two different names. For OLTs that have one profile for an ONU, which a plan names twice.
     *
     * @param meaning what the one profile is, for the message
     * @throws IllegalArgumentException naming both
     */
    public void requireSame(String meaning) {
        if (!line.equals(service)) {
            throw new IllegalArgumentException(
                    "service must be the same as line, " + meaning + ": '" + service + "' is not '" + line + "'");
        }
    }

    /**
     * Both names of a row, as profiles. A name that no plan can have, because it is too long or not printable, reads as {@code ?}, so
     * that it equals none.
     *
     * @param line column of the line profile
     * @param service column of the service profile
     * @return empty if the row has neither
     */
    public static Optional<OnuProfiles> read(Row row, Oid line, Oid service) {
        Optional<String> first = row.text(line);
        Optional<String> second = row.text(service);
        return first.isEmpty() && second.isEmpty()
                ? Optional.empty()
                : Optional.of(new OnuProfiles(readable(first), readable(second)));
    }

    /**
     * The one name of a row, as both profiles: for OLTs that have one profile for an ONU. A name that no plan can have reads as
     * {@code ?}, so that it equals none.
     *
     * @return empty if the row has none, or a blank one
     */
    public static Optional<OnuProfiles> readSame(Row row, Oid column) {
        return row.text(column)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> readable(Optional.of(name)))
                .map(name -> new OnuProfiles(name, name));
    }

    private static String readable(Optional<String> name) {
        return name.filter(OnuProfiles::isName).orElse("?");
    }

    private static boolean isName(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && value.chars().allMatch(c -> c >= ' ' && c <= '~')
                && value.strip().equals(value);
    }

    static String check(String field, String value) {
        if (!isName(value)) {
            throw new IllegalArgumentException(field + " must be 1 to " + MAX_LENGTH
                    + " printable ASCII characters without a space at either end: '" + value + "'");
        }
        return value;
    }
}
