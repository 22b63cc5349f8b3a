package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.OptionalDouble;

/** Optical powers as BDCOM's OLTs write them. */
final class BdcomPower {
    /** Tenths of a power that can be, -50 to +10 dBm, are not larger. */
    private static final int LARGEST_TENTHS = 500;

    private BdcomPower() {}

    /**
     * What the ONU measures. NMS-GPON-MIB says steps of 0.002 dB, what public tools read are tenths. No receiver measures
     * within a decibel of 0 dBm, so that the size of the number says which of the two it is.
     */
    static Optional<OpticalPower> atOnu(long value) {
        if (value == 0) {
            return Optional.empty();
        }
        return Math.abs(value) <= LARGEST_TENTHS
                ? OnuOptics.plausible(OptionalDouble.of(value / 10.0))
                : OnuOptics.plausible(OptionalDouble.of(value * 0.002));
    }

    /** What the OLT measures: tenths of dBm, 0 where it is dark. */
    static Optional<OpticalPower> atOlt(long tenths) {
        return tenths == 0 ? Optional.empty() : OnuOptics.plausible(OptionalDouble.of(tenths / 10.0));
    }
}
