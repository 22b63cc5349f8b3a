package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.OptionalDouble;

/** Optical powers as ZTE's OLTs write them. */
final class ZtePower {
    private static final int DARK = 0xFFFF;
    private static final int SIGN = 1 << 15;

    private ZtePower() {}

    /** What the ONU measures: steps of 0.002 dB above -30 dBm, in 16 bits with a sign; 65,535 where it is dark, and nothing else. */
    static Optional<OpticalPower> atOnu(long steps) {
        if (steps >= DARK) {
            return Optional.empty();
        }
        return OnuOptics.plausible(OptionalDouble.of((steps >= SIGN ? steps - 2 * SIGN : steps) * 0.002 - 30));
    }

    /** What the OLT measures: thousandths of dBm; -80,000 and 65,535,000 where it is dark. */
    static Optional<OpticalPower> atOlt(long thousandths) {
        return OnuOptics.plausible(OptionalDouble.of(thousandths / 1_000.0));
    }

    /** An ONU that does not work measures nothing: whatever the OLT still shows is of before, or a 0 that is no -30 dBm. */
    static OnuOptics whileWorking(OnuState.Phase phase, OnuOptics shown) {
        return ZtePhase.oper(phase) == OnuState.Oper.OFFLINE ? OnuOptics.NONE : shown;
    }
}
