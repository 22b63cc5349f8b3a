package io.silverdata.contract.adapters.olt.bdcom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ifName} of BDCOM: {@code GPON0/2} is a PON port, {@code GPON0/2:4} an ONU there. The numbers of interfaces follow no
 * rule, so that the name is all there is.
 *
 * @param slot from 0
 * @param port from 1
 * @param onu 1 to 128, or 0 for the port itself
 */
record InterfaceName(int slot, int port, int onu) {
    private static final int MAX_NUMBER = 255;
    private static final Pattern FORM = Pattern.compile("(?i)gpon(\\d{1,3})/(\\d{1,3})(?::(\\d{1,3}))?");

    /** Empty for names of anything else, and for numbers above 255, which no PON port can have. */
    static Optional<InterfaceName> parse(String name) {
        Matcher form = FORM.matcher(name.strip());
        return form.matches()
                ? Optional.of(new InterfaceName(number(form, 1), number(form, 2), number(form, 3)))
                        .filter(read -> Math.max(read.slot, Math.max(read.port, read.onu)) <= MAX_NUMBER)
                : Optional.empty();
    }

    boolean isPort() {
        return onu == 0;
    }

    InterfaceName atOnu(int number) {
        return new InterfaceName(slot, port, number);
    }

    @Override
    public String toString() {
        return "GPON" + slot + "/" + port + (isPort() ? "" : ":" + onu);
    }

    private static int number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
