package io.silverdata.contract.model;

/**
 * A length of fibre or a distance on the ground.
 *
 * @param metres 0 to 20,100,000, somewhat more than half way round the Earth
 */
public record Distance(long metres) implements Comparable<Distance> {
    private static final long MOST = 20_100_000;

    /** No distance. */
    public static final Distance ZERO = new Distance(0);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Distance {
        Rule.range("metres", metres, 0, MOST);
    }

    /** A distance of so many metres. */
    public static Distance ofMetres(long metres) {
        return new Distance(metres);
    }

    /** The sum. */
    public Distance plus(Distance other) {
        return new Distance(metres + other.metres);
    }

    /** The distance in kilometres. */
    public double kilometres() {
        return metres / 1_000.0;
    }

    @Override
    public int compareTo(Distance other) {
        return Long.compare(metres, other.metres);
    }

    @Override
    public String toString() {
        return metres + " m";
    }
}
