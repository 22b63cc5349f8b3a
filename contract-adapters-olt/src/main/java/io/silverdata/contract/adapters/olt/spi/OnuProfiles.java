package io.silverdata.contract.adapters.olt.spi;

import java.util.Optional;

/**
 * The two profiles of the OLT that say what an ONU is and does. OLTs that know profiles by number take decimal digits.
 *
 * @param line what is between OLT and ONU (T-CONTs, GEM ports, bandwidth), 1 to 32 printable ASCII characters
 * @param service what is behind the ONU (its ports), or the ONU's type; 1 to 32 printable ASCII characters
 */
public record OnuProfiles(String line, String service) {
    private static final int LONGEST = 32;

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

    private static String readable(Optional<String> name) {
        return name.filter(OnuProfiles::isName).orElse("?");
    }

    private static boolean isName(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c >= ' ' && c <= '~')
                && value.strip().equals(value);
    }

    static String check(String field, String value) {
        if (!isName(value)) {
            throw new IllegalArgumentException(field + " must be 1 to " + LONGEST
                    + " printable ASCII characters without a space at either end: '" + value + "'");
        }
        return value;
    }
}
