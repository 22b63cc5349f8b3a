package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OpticalPower;
import java.util.Objects;
import java.util.Optional;

/**
 * How an ONU is at this moment. What the OLT does not tell is empty, or UNKNOWN.
 *
 * @param online whether it works; empty if the OLT does not tell
 * @param phase how far its activation got, a constant of {@code OnuState.Phase}
 * @param lastDown why it went down last, a constant of {@code OnuState.DownCause}
 * @param received light at the ONU
 * @param sent light of the ONU
 * @param receivedByOlt light of the ONU at the OLT
 * @param distance from the OLT, by ranging
 */
public record OnuReading(
        Optional<Boolean> online,
        String phase,
        String lastDown,
        Optional<OpticalPower> received,
        Optional<OpticalPower> sent,
        Optional<OpticalPower> receivedByOlt,
        Optional<Distance> distance) {
    public OnuReading {
        Objects.requireNonNull(online, "online");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(lastDown, "lastDown");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(receivedByOlt, "receivedByOlt");
        Objects.requireNonNull(distance, "distance");
    }
}
