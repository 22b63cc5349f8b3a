package io.silverdata.contract.adapters.olt.spi;

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

    static String check(String field, String value) {
        boolean good = !value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c >= ' ' && c <= '~')
                && value.strip().equals(value);
        if (!good) {
            throw new IllegalArgumentException(field + " must be 1 to " + LONGEST
                    + " printable ASCII characters without a space at either end: '" + value + "'");
        }
        return value;
    }
}
