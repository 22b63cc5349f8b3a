package io.silverdata.contract.model;

import java.math.BigDecimal;

/**
 * Optical power relative to one milliwatt, kept in hundredths so that sums are exact.
 *
 * @param hundredthsDbm -100.00 dBm to +40.00 dBm
 */
public record OpticalPower(int hundredthsDbm) implements Comparable<OpticalPower> {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public OpticalPower {
        Rule.range("hundredthsDbm", hundredthsDbm, -10_000, 4_000);
    }

    /**
     * Rounds to the nearest hundredth.
     *
     * @throws IllegalArgumentException if not a number of -100 to +40
     */
    public static OpticalPower ofDbm(double dbm) {
        return new OpticalPower(Decibels.hundredths("dbm", dbm));
    }

    /** The power that is left after a loss. */
    public OpticalPower minus(Decibels loss) {
        return new OpticalPower(hundredthsDbm - loss.hundredths());
    }

    /** How far this power lies above another; negative when below. */
    public Decibels above(OpticalPower other) {
        return new Decibels(hundredthsDbm - other.hundredthsDbm);
    }

    /** The power in dBm. */
    public double dbm() {
        return hundredthsDbm / 100.0;
    }

    @Override
    public int compareTo(OpticalPower other) {
        return Integer.compare(hundredthsDbm, other.hundredthsDbm);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(hundredthsDbm, 2).toPlainString() + " dBm";
    }
}
