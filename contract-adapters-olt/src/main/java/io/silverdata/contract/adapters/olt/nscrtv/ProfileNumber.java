package io.silverdata.contract.adapters.olt.nscrtv;

/** Profiles are numbers here. */
final class ProfileNumber {
    private static final int MOST = 65_535;

    private ProfileNumber() {}

    static int of(String field, String text) {
        boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException(
                    field + " must be the number of a profile of the OLT, 0 to " + MOST + ": '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
