package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data rate.
 *
 * @param bitsPerSecond 1 bit/s to 1 Tbit/s; prefixes are decimal (1 kbit/s is 1000 bit/s)
 */
public record Bandwidth(long bitsPerSecond) implements Comparable<Bandwidth> {
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;
    private static final long MOST = 1_000_000_000_000L;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,13}) ([kMG]?)bit/s");
    private static final String ALLOWED =
            "1 bit/s to 1000 Gbit/s with the unit bit/s, kbit/s, Mbit/s or Gbit/s, as 100 Mbit/s";

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

    /**
     * Reads a whole number of bit/s, kbit/s, Mbit/s or Gbit/s, as {@code 100 Mbit/s}.
     *
     * @return the rate, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, Bandwidth> parse(String text) {
        Matcher parts = FORM.matcher(Objects.requireNonNull(text, "text"));
        if (!parts.matches()) {
            return Either.left(new Rejection.InvalidValue("bandwidth", text, ALLOWED));
        }
        // 13 digits and 9 more are beyond a long: so the range is asked for before the product
        long amount = Long.parseLong(parts.group(1));
        long unit = unit(parts.group(2));
        return amount >= 1 && amount <= MOST / unit
                ? Either.right(new Bandwidth(amount * unit))
                : Either.left(new Rejection.InvalidValue("bandwidth", text, ALLOWED));
    }

    private static long unit(String prefix) {
        return switch (prefix) {
            case "G" -> GIGA;
            case "M" -> MEGA;
            case "k" -> KILO;
            default -> 1;
        };
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
