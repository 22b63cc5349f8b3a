package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OpticalPower;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** Nothing is known. */
    public static final OnuOptics NONE = new OnuOptics(Optional.empty(), Optional.empty(), Optional.empty());

    public OnuOptics {
        Objects.requireNonNull(onuReceived, "onuReceived");
        Objects.requireNonNull(onuSent, "onuSent");
        Objects.requireNonNull(oltReceived, "oltReceived");
    }

    /** Hundredths of dBm in a column, the most usual form; 0 and what makes no sense are empty. */
    public static Optional<OpticalPower> hundredths(Row row, Oid column) {
        return row.decoded(
                column, value -> value == 0 ? Optional.empty() : plausible(OptionalDouble.of(value / 100.0)));
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
