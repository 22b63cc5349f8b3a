package io.silverdata.contract.model;

/**
 * How much of the price is owed while a condition lasts: nothing, all, or a share.
 *
 * @param basisPoints hundredths of a percent, 0 to 10,000
 */
public record Billability(int basisPoints) implements Comparable<Billability> {
    private static final int WHOLE = 10_000;

    /** Nothing is owed. */
    public static final Billability NONE = new Billability(0);

    /** The full price is owed. */
    public static final Billability FULL = new Billability(WHOLE);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Billability {
        Rule.range("basisPoints", basisPoints, 0, WHOLE);
    }

    /** So many whole percent, 0 to 100. */
    public static Billability percent(int percent) {
        return new Billability(Rule.range("percent", percent, 0, 100) * 100);
    }

    @Override
    public int compareTo(Billability other) {
        return Integer.compare(basisPoints, other.basisPoints);
    }

    @Override
    public String toString() {
        return basisPoints / 100 + "." + basisPoints / 10 % 10 + basisPoints % 10 + " %";
    }
}
