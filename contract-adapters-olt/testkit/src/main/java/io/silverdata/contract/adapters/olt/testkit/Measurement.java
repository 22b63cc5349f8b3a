package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a device can measure of a connected ONU; {@link OltDriverTck} compares what a driver tells of it with what is plugged. */
public enum Measurement {
    /** The light that the ONU receives, in dBm. */
    RECEIVED_POWER(state -> power(state.optics().onuReceived()), ConnectedOnu::receivedDbm, 0.06),
    /** The light that the ONU sends, in dBm. */
    SENT_POWER(state -> power(state.optics().onuSent()), ConnectedOnu::sentDbm, 0.06),
    /** The light that the OLT receives from the ONU, in dBm. */
    OLT_RECEIVED_POWER(state -> power(state.optics().oltReceived()), ConnectedOnu::oltReceivedDbm, 0.06),
    /** The length of its fibre, in metres. */
    DISTANCE(state -> state.distance().map(Distance::metres).map(Long::doubleValue), ConnectedOnu::metres, 0.5);

    private final Function<OnuState, Optional<Double>> told;
    private final ToDoubleFunction<ConnectedOnu> plugged;
    private final double tolerance;

    /** @param tolerance for devices that round */
    Measurement(Function<OnuState, Optional<Double>> told, ToDoubleFunction<ConnectedOnu> plugged, double tolerance) {
        this.told = told;
        this.plugged = plugged;
        this.tolerance = tolerance;
    }

    Optional<Double> told(OnuState state) {
        return told.apply(state);
    }

    double plugged(ConnectedOnu onu) {
        return plugged.applyAsDouble(onu);
    }

    double tolerance() {
        return tolerance;
    }

    private static Optional<Double> power(Optional<OpticalPower> power) {
        return power.map(OpticalPower::dbm);
    }
}
