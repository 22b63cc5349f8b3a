package io.silverdata.contract.adapters.jdbc.internal.session;

/** What callers may ask for. */
public final class Bounds {
    private Bounds() {}

    public static int max(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
        return max;
    }
}
