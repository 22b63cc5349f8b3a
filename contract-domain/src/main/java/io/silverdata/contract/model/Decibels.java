package io.silverdata.contract.model;

import java.math.BigDecimal;

/**
 * A ratio of powers, such as a loss or a margin, kept in hundredths so that sums are exact. A loss is positive.
 *
 * @param hundredths -200.00 dB to +200.00 dB
 */
public record Decibels(int hundredths) implements Comparable<Decibels> {

    /** No loss, no margin. */
    public static final Decibels ZERO = new Decibels(0);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Decibels {
        Rule.range("hundredths", hundredths, -20_000, 20_000);
    }

    /**
     * Rounds to the nearest hundredth.
     *
     * @throws IllegalArgumentException if not a number of -200 to +200
     */
    public static Decibels of(double decibels) {
        return new Decibels(hundredths("decibels", decibels));
    }

    /** The sum. */
    public Decibels plus(Decibels other) {
        return new Decibels(hundredths + other.hundredths);
    }

    /**
     * So many times this ratio, for example a loss per kilometre over a length.
     *
     * @throws IllegalArgumentException if the product is no number or out of range
     */
    public Decibels times(double factor) {
        return new Decibels(hundredths("decibels", hundredths * factor / 100));
    }

    @Override
    public int compareTo(Decibels other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(hundredths, 2).toPlainString() + " dB";
    }

    static int hundredths(String field, double value) {
        if (!(Math.abs(value) <= 1_000)) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, Double.toString(value), "a number of -1000 to 1000").message());
        }
        return (int) Math.round(value * 100);
    }
}
