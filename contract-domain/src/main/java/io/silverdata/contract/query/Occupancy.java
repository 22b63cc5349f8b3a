package io.silverdata.contract.query;

import io.silverdata.contract.model.PortState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How outputs are used at one moment. An output that feeds a splitter counts as {@link PortState#BLOCKED}.
 *
 * @param outputs how many have each state; every state is there
 */
public record Occupancy(Map<PortState, Integer> outputs) {
    public Occupancy {
        Map<PortState, Integer> complete = new EnumMap<>(PortState.class);
        for (PortState state : PortState.values()) {
            complete.put(state, outputs.getOrDefault(state, 0));
        }
        outputs = Collections.unmodifiableMap(complete);
    }

    /** How many have a state. */
    public int outputs(PortState state) {
        return outputs.getOrDefault(state, 0);
    }

    /** How many there are. */
    public int total() {
        return outputs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
