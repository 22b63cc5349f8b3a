package io.silverdata.contract.adapters.jdbc;

/** What callers may ask for. */
final class Bounds {
    private Bounds() {}

    static int most(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be 1 or more, was " + most);
        }
        return most;
    }
}
