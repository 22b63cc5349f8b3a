package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.OptionalDouble;

/** Optical powers as Raisecom's OLTs write them. */
final class RaisecomPower {
    private static final int SIGN = 1 << 15;

    private RaisecomPower() {}

    /** What the ONU measures: 500 steps to the decibel above -30 dBm, in 16 bits with a sign; 0 where it is dark. */
    static Optional<OpticalPower> atOnu(long steps) {
        if (steps == 0) {
            return Optional.empty();
        }
        return OnuOptics.plausible(OptionalDouble.of(((steps >= SIGN ? steps - 2 * SIGN : steps) - 15_000) / 500.0));
    }

    /** What the OLT measures: tenths of dBm, 0 where it is dark. */
    static Optional<OpticalPower> atOlt(long tenths) {
        return tenths == 0 ? Optional.empty() : OnuOptics.plausible(OptionalDouble.of(tenths / 10.0));
    }
}
