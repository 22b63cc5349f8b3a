package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.OptionalDouble;

/** Optical powers as ZTE's OLTs write them. */
final class ZtePower {
    private static final int MAX_STEPS = 60_000;
    private static final int SIGN = 1 << 15;

    private ZtePower() {}

    /** What the ONU measures: steps of 0.002 dB above -30 dBm, in 16 bits with a sign; 0 and above 60,000 where it is dark. */
    static Optional<OpticalPower> atOnu(long steps) {
        if (steps == 0 || steps > MAX_STEPS) {
            return Optional.empty();
        }
        return OnuOptics.plausible(OptionalDouble.of((steps >= SIGN ? steps - 2 * SIGN : steps) * 0.002 - 30));
    }

    /** What the OLT measures: thousandths of dBm; -80,000 and 65,535,000 where it is dark. */
    static Optional<OpticalPower> atOlt(long thousandths) {
        return OnuOptics.plausible(OptionalDouble.of(thousandths / 1_000.0));
    }
}
