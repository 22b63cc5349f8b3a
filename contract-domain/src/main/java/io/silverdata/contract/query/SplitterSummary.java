package io.silverdata.contract.query;

import io.silverdata.contract.model.Splitter;
import java.util.Objects;

/**
 * A splitter with how its outputs are used.
 *
 * @param splitter what it is
 * @param occupancy of its own outputs, without those of splitters that it feeds
 */
public record SplitterSummary(Splitter splitter, Occupancy occupancy) {
    public SplitterSummary {
        Objects.requireNonNull(splitter, "splitter");
        Objects.requireNonNull(occupancy, "occupancy");
    }
}
