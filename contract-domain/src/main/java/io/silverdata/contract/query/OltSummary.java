package io.silverdata.contract.query;

import io.silverdata.contract.model.Olt;
import java.util.Objects;

/**
 * What a list of OLTs shows of one.
 *
 * @param olt its name and state
 * @param ponPorts how many PON ports it has, 0 or more
 */
public record OltSummary(Olt olt, int ponPorts) {
    public OltSummary {
        Objects.requireNonNull(olt, "olt");
    }
}
