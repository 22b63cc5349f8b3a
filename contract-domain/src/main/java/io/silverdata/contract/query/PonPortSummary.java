package io.silverdata.contract.query;

import io.silverdata.contract.model.PonPort;
import java.util.Objects;

/**
 * What a list of PON ports shows of one.
 *
 * @param ponPort what it is
 * @param occupancy of all outputs under it
 */
public record PonPortSummary(PonPort ponPort, Occupancy occupancy) {
    public PonPortSummary {
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(occupancy, "occupancy");
    }
}
