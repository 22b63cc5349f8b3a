package io.silverdata.contract.query;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.ServiceState;
import java.util.Objects;

/**
 * A splitter with a free output, near a place.
 *
 * @param splitter what it is, and how its outputs are used
 * @param ponPort the PON port at the head of its tree
 * @param olt whether the OLT is in service
 * @param distance from the place, as the crow flies
 */
public record NearbySplitter(SplitterSummary splitter, PonPort ponPort, ServiceState olt, Distance distance) {
    public NearbySplitter {
        Objects.requireNonNull(splitter, "splitter");
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(olt, "olt");
        Objects.requireNonNull(distance, "distance");
    }
}
