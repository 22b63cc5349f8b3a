package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.model.OpticalPower;

/**
 * How good received light is, by the limits of class B+ optics (ITU-T G.984.2 amendment 1): an ONU needs -27 dBm and bears -8 dBm. From
 * -25 dBm down there is little margin left for an ageing splice.
 */
public enum SignalLevel {
    GOOD,
    WEAK,
    BAD;

    private static final OpticalPower OVERLOAD = OpticalPower.ofDbm(-8);
    private static final OpticalPower LITTLE_MARGIN = OpticalPower.ofDbm(-25);
    private static final OpticalPower SENSITIVITY = OpticalPower.ofDbm(-27);

    /** The level of the light that an ONU receives. */
    public static SignalLevel of(OpticalPower received) {
        if (received.compareTo(SENSITIVITY) < 0 || received.compareTo(OVERLOAD) > 0) {
            return BAD;
        }
        return received.compareTo(LITTLE_MARGIN) < 0 ? WEAK : GOOD;
    }
}
