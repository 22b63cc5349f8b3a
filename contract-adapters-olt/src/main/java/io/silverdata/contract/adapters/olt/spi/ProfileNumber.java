package io.silverdata.contract.adapters.olt.spi;

import java.util.Optional;
import java.util.OptionalLong;

/** Profiles of OLTs that know them by number. */
public final class ProfileNumber {
    private static final int MOST = 65_535;

    private ProfileNumber() {}

    /**
     * The number in a text.
     *
     * @param field which of the profiles, for the message
     * @throws IllegalArgumentException naming field, value and what is allowed, unless it is 0 to 65,535
     */
    public static int of(String field, String text) {
        boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException(
                    field + " must be the number of a profile of the OLT, 0 to " + MOST + ": '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /**
     * Both numbers of a row, as profiles.
     *
     * @param line column of the line profile
     * @param service column of the service profile
     * @return empty if the row lacks one
     */
    public static Optional<OnuProfiles> read(Row row, Oid line, Oid service) {
        return read(row, line).flatMap(first -> read(row, service).map(second -> new OnuProfiles(first, second)));
    }

    private static Optional<String> read(Row row, Oid column) {
        OptionalLong number = row.number(column);
        return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
    }
}
