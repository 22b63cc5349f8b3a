package io.silverdata.contract.adapters.olt.spi;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The profiles of an ONU on OLTs that know profiles by number.
 *
 * @param line number of the line profile, 0 to 65,535
 * @param service number of the service profile, 0 to 65,535
 */
public record NumberedProfiles(int line, int service) {
    private static final int MAX_NUMBER = 65_535;
    private static final int MAX_DIGITS = 5;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public NumberedProfiles {
        check("line", line);
        check("service", service);
    }

    /**
     * The numbers that the texts of a plan are.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed, if one is no number in range
     */
    public static NumberedProfiles of(OnuProfiles profiles) {
        return new NumberedProfiles(parse("line", profiles.line()), parse("service", profiles.service()));
    }

    /**
     * Both numbers of a row, as the profiles of a plan.
     *
     * @param line column of the line profile
     * @param service column of the service profile
     * @return empty if the row lacks one
     */
    public static Optional<OnuProfiles> read(Row row, Oid line, Oid service) {
        return text(row, line).flatMap(first -> text(row, service).map(second -> new OnuProfiles(first, second)));
    }

    private static int parse(String field, String text) {
        boolean digits = text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return check(field, digits ? Integer.parseInt(text) : -1, text);
    }

    private static void check(String field, int number) {
        check(field, number, Integer.toString(number));
    }

    private static int check(String field, int number, String shown) {
        if (number < 0 || number > MAX_NUMBER) {
            throw new IllegalArgumentException(
                    field + " must be the number of a profile of the OLT, 0 to " + MAX_NUMBER + ": '" + shown + "'");
        }
        return number;
    }

    private static Optional<String> text(Row row, Oid column) {
        OptionalLong number = row.number(column);
        return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
    }
}
