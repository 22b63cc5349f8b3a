package io.silverdata.contract.adapters.olt.zte;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shelf, slot and port in the name of a PON port: {@code gpon_1/2/3}, {@code gpon-olt_1/2/3}, {@code gpon_olt-1/2/3}.
 *
 * @param shelf as ZTE counts
 * @param slot as ZTE counts
 * @param port as ZTE counts
 */
record PortName(int shelf, int slot, int port) {
    private static final int MAX_NUMBER = 255;
    private static final Pattern FORM = Pattern.compile("(?i)x?gpon(?:[-_]?olt)?[-_](\\d{1,3})/(\\d{1,3})/(\\d{1,3})");

    /**
     * Empty for names of anything else, an ONU's {@code gpon-onu_1/2/3:4} among them, and for numbers above 255, which no PON port can
     * have.
     */
    static Optional<PortName> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new PortName(number(form, 1), number(form, 2), number(form, 3)))
                        .filter(read -> Math.max(read.shelf, Math.max(read.slot, read.port)) <= MAX_NUMBER)
                : Optional.empty();
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
