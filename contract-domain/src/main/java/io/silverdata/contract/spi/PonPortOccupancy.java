package io.silverdata.contract.spi;

import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the outputs under a PON port are used.
 *
 * @param ponPort the port
 * @param outputs how many have each state; every state is there
 */
public record PonPortOccupancy(PonPortId ponPort, Map<PortState, Integer> outputs) {

    public PonPortOccupancy {
        Objects.requireNonNull(ponPort, "ponPort");
        Map<PortState, Integer> complete = new EnumMap<>(PortState.class);
        for (PortState state : PortState.values()) {
            complete.put(state, outputs.getOrDefault(state, 0));
        }
        outputs = Collections.unmodifiableMap(complete);
    }
}
