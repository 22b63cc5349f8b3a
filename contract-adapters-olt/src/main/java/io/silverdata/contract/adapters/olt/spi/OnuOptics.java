package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OpticalPower;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * The light between an ONU and its OLT. What the OLT does not tell, or what makes no sense, is empty.
 *
 * @param onuReceived at the ONU
 * @param onuSent by the ONU
 * @param oltReceived at the OLT, from this ONU
 */
public record OnuOptics(
        Optional<OpticalPower> onuReceived, Optional<OpticalPower> onuSent, Optional<OpticalPower> oltReceived) {
    private static final double MIN_PLAUSIBLE = -50;
    private static final double MAX_PLAUSIBLE = 10;
    private static final double TENTHS = 10;
    private static final double HUNDREDTHS = 100;
    private static final double THOUSANDTHS = 1_000;

    /** Nothing is known. */
    public static final OnuOptics NONE = new OnuOptics(Optional.empty(), Optional.empty(), Optional.empty());

    public OnuOptics {
        Objects.requireNonNull(onuReceived, "onuReceived");
        Objects.requireNonNull(onuSent, "onuSent");
        Objects.requireNonNull(oltReceived, "oltReceived");
    }

    /**
     * Tenths of dBm in a column.
     *
     * @param none the numbers that stand for "not available"; what makes no sense is empty anyway
     */
    public static Optional<OpticalPower> tenths(Row row, Oid column, long... none) {
        return scaled(row, column, TENTHS, none);
    }

    /**
     * Hundredths of dBm in a column, the most usual form.
     *
     * @param none the numbers that stand for "not available"; what makes no sense is empty anyway
     */
    public static Optional<OpticalPower> hundredths(Row row, Oid column, long... none) {
        return scaled(row, column, HUNDREDTHS, none);
    }

    /**
     * Thousandths of dBm in a column.
     *
     * @param none the numbers that stand for "not available"; what makes no sense is empty anyway
     */
    public static Optional<OpticalPower> thousandths(Row row, Oid column, long... none) {
        return scaled(row, column, THOUSANDTHS, none);
    }

    private static Optional<OpticalPower> scaled(Row row, Oid column, double parts, long... none) {
        return row.decoded(
                column,
                value -> LongStream.of(none).anyMatch(mark -> mark == value)
                        ? Optional.empty()
                        : plausible(OptionalDouble.of(signed(value) / parts)));
    }

    /** Some agents send a negative number as a Gauge32: its 32 bits without the sign. */
    private static long signed(long value) {
        return value > Integer.MAX_VALUE && value < 1L << Integer.SIZE ? value - (1L << Integer.SIZE) : value;
    }

    /**
     * A power that a device told, unless it makes no sense: what is not within -50 to +10 dBm stands for "not available" or is
     * a mistake.
     */
    public static Optional<OpticalPower> plausible(OptionalDouble dbm) {
        return dbm.isPresent() && dbm.getAsDouble() >= MIN_PLAUSIBLE && dbm.getAsDouble() <= MAX_PLAUSIBLE
                ? Optional.of(OpticalPower.ofDbm(dbm.getAsDouble()))
                : Optional.empty();
    }
}
