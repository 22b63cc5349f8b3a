package io.silverdata.contract.model;

/**
 * A data rate.
 *
 * @param bitsPerSecond 1 bit/s to 1 Tbit/s; prefixes are decimal (1 kbit/s is 1000 bit/s)
 */
public record Bandwidth(long bitsPerSecond) implements Comparable<Bandwidth> {
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long MOST = 1_000_000_000_000L;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Bandwidth {
        Rule.range("bitsPerSecond", bitsPerSecond, 1, MOST);
    }

    /** A rate of so many kbit/s. */
    public static Bandwidth ofKbps(long kilobitsPerSecond) {
        return new Bandwidth(
                Math.multiplyExact(Rule.range("kilobitsPerSecond", kilobitsPerSecond, 1, MOST / KILO), KILO));
    }

    /** A rate of so many Mbit/s. */
    public static Bandwidth ofMbps(long megabitsPerSecond) {
        return new Bandwidth(
                Math.multiplyExact(Rule.range("megabitsPerSecond", megabitsPerSecond, 1, MOST / MEGA), MEGA));
    }

    @Override
    public int compareTo(Bandwidth other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }

    @Override
    public String toString() {
        return bitsPerSecond % MEGA == 0
                ? bitsPerSecond / MEGA + " Mbit/s"
                : bitsPerSecond % KILO == 0 ? bitsPerSecond / KILO + " kbit/s" : bitsPerSecond + " bit/s";
    }
}
