package io.silverdata.contract.adapters.jdbc;

/** What callers may ask for. */
final class Bounds {
    private Bounds() {}

    static int max(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
        return max;
    }
}
